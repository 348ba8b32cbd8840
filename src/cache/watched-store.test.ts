import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Db } from "../database/schema.ts";
import type { DataStore } from "../database/store.ts";
import { lockOwner } from "../features/characters/store.ts";
import { characterMigrations } from "../features/characters/tables.ts";
import { requestMigrations } from "../features/requests/migrations.ts";
import { holdRequest, writePledged } from "../features/requests/pledged-store.ts";
import { requestStore } from "../features/requests/store.ts";
import { ENGINES, openTestStore, type TestStore } from "../testing/engines.ts";
import { aRequest } from "../testing/requests.ts";
import type { Write } from "./read-cache.ts";
import { marksOf, marksOfWrite } from "./row-marks.ts";
import { watchedStore } from "./watched-store.ts";

const COLUMNS = new Map([["requests", new Set(["profession", "requester_id", "crafter_id"])]]);
const G = "g";
const stored = aRequest({ id: "r", guildId: G, profession: "tailoring", requesterId: "kira" });

/** What an answer may rest on. */
const GUILD_ROWS = { table: "requests", guildId: G };
const PROFESSION_ROWS = { ...GUILD_ROWS, where: { column: "profession", value: "tailoring" } };
const OTHER_PROFESSION = { ...GUILD_ROWS, where: { column: "profession", value: "enchanting" } };
const REQUESTER_ROWS = { ...GUILD_ROWS, where: { column: "requester_id", value: "kira" } };
const OTHER_REQUESTER = { ...GUILD_ROWS, where: { column: "requester_id", value: "toll" } };
const CRAFTER_ROWS = { ...GUILD_ROWS, where: { column: "crafter_id", value: "sylra" } };
const OTHER_CRAFTER = { ...GUILD_ROWS, where: { column: "crafter_id", value: "corwin" } };
const OTHER_GUILD = { table: "requests", guildId: "h" };
const OTHER_TABLE = { table: "pledges", guildId: G };
const ALL = { GUILD_ROWS, PROFESSION_ROWS, OTHER_PROFESSION, REQUESTER_ROWS, OTHER_REQUESTER, CRAFTER_ROWS, OTHER_CRAFTER, OTHER_GUILD, OTHER_TABLE };

const toEnchanting = (db: Db) => db.updateTable("requests").set({ profession: "enchanting" }).where("guild_id", "=", G).where("requester_id", "=", "kira").where("crafter_id", "is", null);

describe.each(ENGINES)("a watched store on %s", (engine) => {
  let test: TestStore;
  let store: DataStore;
  const heard: (readonly Write[])[] = [];
  beforeAll(async () => {
    test = await openTestStore(engine, [requestMigrations, characterMigrations]);
    store = watchedStore(test.store, (writes) => void heard.push(writes));
    await test.store.inTransaction((db) => requestStore(db).add(stored));
  });
  beforeEach(() => void heard.splice(0));
  afterAll(() => test.drop());

  /** Which of all these a work touched, as far as anybody can tell. */
  async function touchedBy(work: (db: Db) => Promise<unknown>): Promise<readonly string[]> {
    heard.splice(0);
    await store.inTransaction(work);
    const marks = new Set(heard.flat().flatMap((write) => marksOfWrite(write, COLUMNS)));
    return Object.entries(ALL).flatMap(([name, rows]) => (marksOf(rows).some((mark) => marks.has(mark)) ? [name] : []));
  }
  const OF_THE_REQUEST = ["GUILD_ROWS", "PROFESSION_ROWS", "REQUESTER_ROWS"];
  const OF_THE_GUILD = ["GUILD_ROWS", "PROFESSION_ROWS", "OTHER_PROFESSION", "REQUESTER_ROWS", "OTHER_REQUESTER", "CRAFTER_ROWS", "OTHER_CRAFTER"];

  it("hears that a request was added, whatever was built before", async () => {
    for (const id of ["one", "two"]) expect(await touchedBy((db) => requestStore(db).add({ ...stored, id, draftId: id }))).toEqual(OF_THE_REQUEST);
  });
  it("hears who had what somebody acted on, and who has it then", async () => {
    const claimed = { ...stored, crafterId: "sylra" };
    expect(await touchedBy((db) => requestStore(db).replace({ ...claimed, version: 2 }, { version: 1, crafterId: null }))).toEqual([...OF_THE_REQUEST, "CRAFTER_ROWS"]);
    expect(await touchedBy((db) => requestStore(db).replace({ ...claimed, crafterId: "corwin", version: 3 }, { version: 2, crafterId: "sylra" }))).toEqual([...OF_THE_REQUEST, "CRAFTER_ROWS", "OTHER_CRAFTER"]);
    expect(await touchedBy((db) => requestStore(db).replace({ ...stored, version: 4 }, { version: 3, crafterId: "corwin" }))).toEqual([...OF_THE_REQUEST, "OTHER_CRAFTER"]);
  });
  it("takes what names neither requester nor profession for anybody's in the guild", async () => {
    expect(await touchedBy((db) => requestStore(db).renameCharacter(G, "character-1", "Kira"))).toEqual(OF_THE_GUILD);
    expect(await touchedBy((db) => writePledged({ db, now: 0, raise: () => Promise.resolve() }, G, "r", {}))).toEqual(OF_THE_GUILD);
    expect(await touchedBy((db) => db.deleteFrom("requests").where("guild_id", "=", G).where("number", "<", 0).execute())).toEqual(OF_THE_GUILD);
  });
  it("takes what becomes of a row, and what it was, for anything where that is not said", async () => {
    expect(await touchedBy((db) => toEnchanting(db).where("profession", "=", "cooking").execute())).toEqual(["GUILD_ROWS", "OTHER_PROFESSION", "REQUESTER_ROWS"]);
    expect(await touchedBy((db) => toEnchanting(db).execute())).toEqual(["GUILD_ROWS", "PROFESSION_ROWS", "OTHER_PROFESSION", "REQUESTER_ROWS"]);
    expect(await touchedBy((db) => db.updateTable("requests").set((eb) => ({ profession: eb.ref("category") })).where("guild_id", "=", G).where("requester_id", "=", "kira").where("crafter_id", "is", null).where("profession", "=", "cooking").execute())).toEqual(["GUILD_ROWS", "PROFESSION_ROWS", "OTHER_PROFESSION", "REQUESTER_ROWS"]);
  });
  it("takes either side of an or, and what is computed, for anything", async () => {
    expect(await touchedBy((db) => db.deleteFrom("requests").where("guild_id", "=", G).where((eb) => eb.or([eb("profession", "=", "tailoring"), eb("number", "<", 0)])).where("number", "<", 0).execute())).toEqual(OF_THE_GUILD);
    expect(await touchedBy((db) => db.deleteFrom("requests").where("number", "<", 0).execute())).toEqual([...OF_THE_GUILD, "OTHER_GUILD"]);
  });
  it("takes plain SQL for a write to everything", async () => {
    expect(await touchedBy((db) => sql`delete from requests where number < 0`.execute(db))).toEqual(Object.keys(ALL));
  });
  it("does not hear of questions, of locks, nor of other tables", async () => {
    expect(await touchedBy((db) => requestStore(db).get(G, "r"))).toEqual([]);
    expect(await touchedBy((db) => holdRequest({ db, now: 0, raise: () => Promise.resolve() }, G, "r"))).toEqual([]);
    expect(await touchedBy((db) => lockOwner(db, { guildId: G, userId: "kira" }))).toEqual([]);
  });
  it("hears of what was undone too, and before whoever asked for it", async () => {
    const failing = store.inTransaction(async (db) => {
      await requestStore(db).renameCharacter(G, "character-1", "Toll");
      throw new Error("on purpose");
    });
    const heardBy = failing.catch(() => heard.length);
    expect(await heardBy).toBe(1);
  });
});
