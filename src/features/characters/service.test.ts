import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createIds } from "../../kernel/id.ts";
import { err } from "../../kernel/result.ts";
import { calls, GUILD, rights } from "../../testing/call.ts";
import { ENGINES, openTestStore, type TestStore } from "../../testing/engines.ts";
import { type DomainEvent, subscribe } from "../contract.ts";
import { transactions } from "../transactions.ts";
import { type Character, CHARACTER_LIMIT } from "./character.ts";
import { characterReads } from "./read-model.ts";
import { characterService, type CharacterService } from "./service.ts";
import { characterMigrations } from "./tables.ts";

const ADA = "1001";
const BEN = "1002";
const OTHER_GUILD = "900000000000000002";
const as = await calls();

describe.each(ENGINES)("characters on %s", (engine) => {
  let test: TestStore;
  let service: CharacterService;
  let heard: DomainEvent[];
  let subscriberFails: boolean;
  /** How many requests of each character are not at their end. */
  let active: number;
  const list = (userId = ADA, guildId = GUILD): Promise<readonly Character[]> => characterReads(test.store.read).list(guildId, userId);
  const names = async (userId = ADA): Promise<string[]> => (await list(userId)).map(({ name, isMain }) => (isMain ? `★${name}` : name));
  const add = async (name: string, userId = ADA, guildId = GUILD): Promise<Character> => {
    const added = await service.add(as(userId, { guildId }), name);
    if (!added.ok) throw new Error(added.error);
    return added.value;
  };

  beforeEach(async () => {
    test = await openTestStore(engine, [characterMigrations]);
    let now = 1_800_000_000_000;
    const clock = { now: () => now++ };
    heard = [];
    subscriberFails = false;
    active = 0;
    const hear = (_: unknown, event: DomainEvent): Promise<void> => {
      heard.push(event);
      return subscriberFails ? Promise.reject(new Error("a subscriber failed")) : Promise.resolve();
    };
    const inTransaction = transactions(test.store, clock, [subscribe("character.deleted", hear), subscribe("character.renamed", hear)]);
    service = characterService({ inTransaction, newId: createIds(clock), activeRequests: () => ({ countActiveRequests: () => Promise.resolve(active) }) });
  });
  afterEach(() => test.drop());

  it("makes the first the main, and lists the main first, then by name", async () => {
    for (const name of ["Mira", "tom10", "Tom9", "Ada"]) await add(name);
    expect(await names()).toEqual(["★Mira", "Ada", "Tom9", "tom10"]);
    expect(await names(BEN)).toEqual([]);
  });

  it("gives one character by its id, in its own guild only", async () => {
    const mira = await add("Mira");
    expect(await characterReads(test.store.read).get(GUILD, mira.id)).toEqual(mira);
    expect(await characterReads(test.store.read).get(OTHER_GUILD, mira.id)).toBeNull();
  });

  it("has a name once per person and guild, regardless of case", async () => {
    await add("Mira");
    expect(await service.add(as(ADA), " MIRA ")).toEqual(err("name-taken"));
    await add("mira", BEN);
    await add("Mira", ADA, OTHER_GUILD);
    expect([await names(), await names(BEN), (await list(ADA, OTHER_GUILD)).length]).toEqual([["★Mira"], ["★mira"], 1]);
  });

  it("adds a name once and makes one main, however many try at once", async () => {
    const same = await Promise.all(Array.from({ length: 12 }, (_, index) => service.add(as(ADA), index % 2 ? "Mira" : "MIRA")));
    expect(same.filter((one) => one.ok)).toHaveLength(1);
    const different = await Promise.all(Array.from({ length: 12 }, (_, index) => service.add(as(BEN), `Ben ${index}`)));
    expect(different.every((one) => one.ok)).toBe(true);
    expect((await list(BEN)).filter(({ isMain }) => isMain)).toHaveLength(1);
  });

  it(`ends at ${CHARACTER_LIMIT}, also when many come at once`, async () => {
    const tried = await Promise.all(Array.from({ length: CHARACTER_LIMIT + 6 }, (_, index) => service.add(as(ADA), `Alt ${index}`)));
    expect(tried.filter((one) => !one.ok)).toEqual(Array.from({ length: 6 }, () => err("too-many-characters")));
    expect(await list()).toHaveLength(CHARACTER_LIMIT);
  });

  it("renames, also to another spelling of the same name, and tells it", async () => {
    const mira = await add("Mira");
    await add("Tom");
    expect(await service.rename(as(ADA), mira.id, "MIRA")).toMatchObject({ ok: true, value: { name: "MIRA", isMain: true } });
    expect(await service.rename(as(ADA), mira.id, "tom")).toEqual(err("name-taken"));
    expect(await service.rename(as(ADA), mira.id, "x")).toEqual(err("name-length"));
    expect(await service.rename(as(ADA), mira.id, "MIRA")).toMatchObject({ ok: true });
    expect(await names()).toEqual(["★MIRA", "Tom"]);
    expect(heard).toEqual([{ type: "character.renamed", guildId: GUILD, characterId: mira.id, name: "MIRA" }]);
  });

  it("has one main after anybody made anything main at once", async () => {
    const all = [await add("Mira"), await add("Tom"), await add("Zoe")];
    await Promise.all(all.map(({ id }) => service.makeMain(as(ADA), id)));
    expect((await list()).filter(({ isMain }) => isMain)).toHaveLength(1);
    await service.makeMain(as(ADA), all[1]?.id ?? "");
    expect(await names()).toEqual(["★Tom", "Mira", "Zoe"]);
  });

  it("makes the oldest other the main when the main is deleted, and tells who is gone", async () => {
    const zoe = await add("Zoe");
    const tom = await add("Tom");
    await add("Ada");
    expect(await service.remove(as(ADA), zoe.id, 0)).toMatchObject({ ok: true, value: { newMain: { name: "Tom", isMain: true } } });
    expect(await names()).toEqual(["★Tom", "Ada"]);
    expect(heard).toEqual([{ type: "character.deleted", guildId: GUILD, characterId: zoe.id, characterName: "Zoe", userId: ADA }]);

    await service.makeMain(as(ADA), (await list())[1]?.id ?? "");
    expect(await service.remove(as(ADA), tom.id, 0)).toMatchObject({ ok: true, value: { newMain: null } });
    expect(await names()).toEqual(["★Ada"]);
  });

  it("starts again with a main after the last is deleted", async () => {
    await service.remove(as(ADA), (await add("Mira")).id, 0);
    expect(await names()).toEqual([]);
    await add("Tom");
    expect(await names()).toEqual(["★Tom"]);
  });

  it("cancels no more with a character than the person was told of", async () => {
    const mira = await add("Mira");
    active = 2;
    expect(await service.remove(as(ADA), mira.id, 1)).toEqual(err("more-to-cancel"));
    expect([await names(), heard]).toEqual([["★Mira"], []]);
    expect(await service.remove(as(ADA), mira.id, 2)).toMatchObject({ ok: true, value: { cancelled: 2 } });
  });

  it("keeps a character whose requests could not be ended", async () => {
    const mira = await add("Mira");
    await add("Tom");
    subscriberFails = true;
    await expect(service.remove(as(ADA), mira.id, 0)).rejects.toThrow("a subscriber failed");
    expect(await names()).toEqual(["★Mira", "Tom"]);
  });

  it("leaves other people's characters and deleted ones alone", async () => {
    const mira = await add("Mira");
    for (const id of [mira.id, "gone"]) {
      expect(await service.rename(as(BEN), id, "Mine")).toEqual(err("not-yours"));
      expect(await service.makeMain(as(BEN), id)).toEqual(err("not-yours"));
      expect(await service.remove(as(BEN), id, 0)).toEqual(err("not-yours"));
    }
    expect(await service.remove(as(ADA, { guildId: OTHER_GUILD }), mira.id, 0)).toEqual(err("not-yours"));
    expect([await names(), await names(BEN), heard]).toEqual([["★Mira"], [], []]);
  });

  it("is for members", async () => {
    const mira = await add("Mira");
    const stranger = as(ADA, { rights: rights({ isMember: false }) });
    expect(await service.add(stranger, "Tom")).toEqual(err("not-a-member"));
    expect(await service.rename(stranger, mira.id, "Tom")).toEqual(err("not-a-member"));
    expect(await service.makeMain(stranger, mira.id)).toEqual(err("not-a-member"));
    expect(await service.remove(stranger, mira.id, 0)).toEqual(err("not-a-member"));
    expect(await names()).toEqual(["★Mira"]);
  });
});
