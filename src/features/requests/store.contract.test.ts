import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ENGINES, openTestStore, type TestStore } from "../../testing/engines.ts";
import { GUILD } from "../../testing/call.ts";
import { CRAFTER, REQUESTER, aRequest } from "../../testing/requests.ts";
import { requestMigrations } from "./migrations.ts";
import type { CraftingRequest } from "./request.ts";
import { type RequestStore, requestStore } from "./store.ts";

describe.each(ENGINES)("the store of requests on %s", (engine) => {
  let test: TestStore;
  beforeEach(async () => {
    test = await openTestStore(engine, [requestMigrations]);
  });
  afterEach(() => test.drop());

  const written = <T>(work: (store: RequestStore) => Promise<T>): Promise<T> => test.store.inTransaction((db) => work(requestStore(db)));
  const add = (given: Partial<CraftingRequest>) => written((store) => store.add(aRequest({ draftId: `draft of ${given.id}`, ...given })));
  const get = (id: string, guildId = GUILD) => requestStore(test.store.read).get(guildId, id);

  it("gives back what was added, to the letter", async () => {
    const given = aRequest({ note: "@everyone 🔥 'quoted'; drop table", crafterId: CRAFTER, crafterLocale: "de", state: "claimed", completed: 2, materialsSource: "some", materials: [{ name: "Ärmel", needed: 3, provided: 1 }, { name: "b", needed: 2, provided: 0 }] });
    await add(given);
    expect(await get(given.id)).toEqual({ ...given, draftId: "draft-1", number: 1 });
    expect(await requestStore(test.store.read).getByDraft(GUILD, "draft-1")).toEqual(await get(given.id));
  });

  it("finds nothing in another guild or under another id", async () => {
    await add({ id: "a" });
    expect(await get("a", "another guild")).toBeNull();
    expect(await get("b")).toBeNull();
    expect(await requestStore(test.store.read).getByDraft("another guild", "draft of a")).toBeNull();
  });

  it("numbers each guild's requests from 1 without gaps", async () => {
    const numbers = [await add({ id: "a" }), await add({ id: "b" }), await add({ id: "c", guildId: "other" }), await add({ id: "d" })].map((request) => request?.number);
    expect(numbers).toEqual([1, 2, 1, 3]);
  });

  it("makes one request of a draft, and uses no number for the second", async () => {
    await add({ id: "a", draftId: "same" });
    expect(await add({ id: "b", draftId: "same" })).toBeNull();
    expect(await get("b")).toBeNull();
    expect((await add({ id: "c", guildId: "other", draftId: "same" }))?.number).toBe(1);
    expect((await add({ id: "d" }))?.number).toBe(2);
  });

  it("numbers without gaps when many submit at once and some submit twice", async () => {
    const made = await Promise.all(Array.from({ length: 40 }, (_, n) => add({ id: `r${n}`, draftId: `draft ${n % 30}` })));
    const numbers = made.flatMap((request) => request?.number ?? []);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
  });

  it("replaces only the version that it was told to", async () => {
    await add({ id: "a" });
    const before = await get("a");
    const next = aRequest({ id: "a", draftId: "draft of a", state: "claimed", crafterId: CRAFTER, crafterLocale: "fr", completed: 3, reason: "r", changedAt: 1_900_000_000_000, version: 2 });
    expect(await written((store) => store.replace(next, { version: 7, crafterId: null }))).toBe(false);
    expect(await written((store) => store.replace({ ...next, guildId: "other" }, { version: 1, crafterId: null }))).toBe(false);
    expect(await get("a")).toEqual(before);
    expect(await written((store) => store.replace(next, { version: 1, crafterId: null }))).toBe(true);
    expect(await get("a")).toEqual(next);
    expect(await written((store) => store.replace({ ...next, version: 3 }, { version: 1, crafterId: null }))).toBe(false);
  });

  it("changes by an action only what actions change", async () => {
    await add({ id: "a" });
    await written((store) => store.renameCharacter(GUILD, "character-1", "Kira"));
    await written((store) => store.replace(aRequest({ id: "a", characterName: "old", itemName: "other", number: 77, state: "claimed", version: 2 }), { version: 1, crafterId: null }));
    expect(await get("a")).toMatchObject({ characterName: "Kira", itemName: "Enchant Weapon - Crusader", requesterId: REQUESTER, number: 1, state: "claimed", version: 2 });
  });

  it("lets exactly one of many writers of a version through", async () => {
    await add({ id: "a" });
    const won = await Promise.all(
      Array.from({ length: 20 }, (_, n) => written((store) => store.replace(aRequest({ id: "a", state: "claimed", crafterId: `crafter ${n}`, version: 2 }), { version: 1, crafterId: null }))),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
    expect((await get("a"))?.crafterId).toBe(`crafter ${won.indexOf(true)}`);
  });

  it("lists and renames what belongs to a character", async () => {
    await add({ id: "a" });
    await add({ id: "b", state: "in_progress" });
    await add({ id: "c", state: "completed" });
    await add({ id: "d", state: "cancelled" });
    await add({ id: "e", characterId: "character-2" });
    await add({ id: "f", guildId: "other" });
    const active = await requestStore(test.store.read).listActiveOfCharacter(GUILD, "character-1");
    expect(active.map(({ id }) => id)).toEqual(["a", "b"]);
    await written((store) => store.renameCharacter(GUILD, "character-1", "Kira"));
    const names = await Promise.all([get("a"), get("c"), get("e"), get("f", "other")]);
    expect(names.map((request) => request?.characterName)).toEqual(["Kira", "Kira", "Brannik", "Brannik"]);
    expect(names[0]?.version).toBe(1);
  });
});
