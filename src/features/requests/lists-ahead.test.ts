import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLruReadCache } from "../../cache/lru-read-cache.ts";
import { NO_TELEMETRY } from "../../telemetry/telemetry.ts";
import { GUILD } from "../../testing/call.ts";
import { ENGINES, openTestStore, type TestStore } from "../../testing/engines.ts";
import { aRequest, REQUESTER } from "../../testing/requests.ts";
import { type GuildSettings, unsetSettings } from "../guild-settings/guild-settings.ts";
import { cachedLists } from "./cached-lists.ts";
import { requestMigrations } from "./migrations.ts";
import { listsAhead } from "./lists-ahead.ts";
import { requestReads } from "./read-model.ts";
import type { RequestLists } from "./request-port.ts";
import { requestStore } from "./store.ts";

describe.each(ENGINES)("lists that read ahead on %s", (engine) => {
  let test: TestStore;
  let asked: string[];
  let waiting: (() => Promise<unknown>)[];
  let lists: RequestLists;
  beforeAll(async () => {
    test = await openTestStore(engine, [requestMigrations]);
    await test.store.inTransaction(async (db) => {
      for (const id of ["a", "b", "c", "d", "e"]) await requestStore(db).add(aRequest({ id, draftId: id }));
    });
    const reads = requestReads(test.store.read);
    asked = [];
    waiting = [];
    const recorded: RequestLists = {
      ...reads,
      listQueue: (guildId, userId, professions, page, ...rest) => (asked.push(`queue ${page}`), reads.listQueue(guildId, userId, professions, page, ...rest)),
      listMine: (guildId, userId, states, page, pageSize) => (asked.push(`mine ${page}`), reads.listMine(guildId, userId, states, page, pageSize)),
      listClaimed: (guildId, page, pageSize, profession) => (asked.push(`claimed ${page}`), reads.listClaimed(guildId, page, pageSize, profession)),
      listOpenOf: (guildId, professions, recipeIds, page, pageSize) => (asked.push(`can ${page}`), reads.listOpenOf(guildId, professions, recipeIds, page, pageSize)),
    };
    lists = listsAhead(recorded, (work) => void waiting.push(work));
  });
  afterAll(() => test.drop());

  /** What is asked, at once and then later. */
  async function askedBy(read: () => Promise<unknown>): Promise<readonly [atOnce: string, later: string]> {
    asked.splice(0);
    await read();
    const atOnce = asked.splice(0).join();
    for (const work of waiting.splice(0)) await work();
    return [atOnce, asked.splice(0).join()];
  }

  it("ask for the next page when nobody waits any more", async () => {
    expect(await askedBy(() => lists.listQueue(GUILD, "c", ["enchanting"], 0, 2))).toEqual(["queue 0", "queue 1"]);
    expect(await askedBy(() => lists.listMine(GUILD, REQUESTER, null, 1, 2))).toEqual(["mine 1", "mine 2"]);
    expect(await askedBy(() => lists.listOpenOf(GUILD, null, ["enchant-weapon-crusader"], 0, 4))).toEqual(["can 0", "can 1"]);
  });

  it("are so from one question to the next, as the guild has it, and never where nothing is kept", async () => {
    const cache = createLruReadCache({ clock: { now: () => 0 }, telemetry: NO_TELEMETRY });
    let ahead = 0;
    const listsFor = cachedLists(test.store.read, cache, () => (ahead += 1));
    const aheadWith = async (given: Partial<GuildSettings>): Promise<number> => {
      ahead = 0;
      await listsFor({ ...unsetSettings(GUILD), ...given }).listQueue(GUILD, "c", ["enchanting"], 0, 2);
      return ahead;
    };
    expect([await aheadWith({ prefetch: true }), await aheadWith({ prefetch: false }), await aheadWith({ prefetch: true }), await aheadWith({ prefetch: true, queueCacheTtlMinutes: 0 })]).toEqual([1, 0, 1, 0]);
  });

  it("do not where there is none, or where nobody leafs", async () => {
    expect(await askedBy(() => lists.listQueue(GUILD, "c", ["enchanting"], 2, 2))).toEqual(["queue 2", ""]);
    expect(await askedBy(() => lists.listQueue(GUILD, "c", ["enchanting"], 9, 2))).toEqual(["queue 9", ""]);
    expect(await askedBy(() => lists.listClaimed(GUILD, 0, 2))).toEqual(["claimed 0", ""]);
    expect(await askedBy(() => lists.listMine(GUILD, REQUESTER, null, 0, 200))).toEqual(["mine 0", ""]);
  });
});
