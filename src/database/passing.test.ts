import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ENGINES, openTestStore, type TestStore } from "../testing/engines.ts";
import type { Db } from "./schema.ts";

const NORMAL = 1;
const FULL = 2;
const synchronous = async (db: Db): Promise<number> => (await sql<{ synchronous: number }>`pragma synchronous`.execute(db)).rows[0]?.synchronous ?? Number.NaN;
const add = (name: string) => (db: Db) => db.insertInto("kysely_migration").values({ name, timestamp: "2026" }).execute();

describe.each(ENGINES)("what is written in passing on %s", (engine) => {
  let test: TestStore;
  beforeEach(async () => {
    test = await openTestStore(engine, []);
  });
  afterEach(() => test.drop());
  const names = async (): Promise<readonly string[]> => (await test.store.read.selectFrom("kysely_migration").select("name").orderBy("name").execute()).map(({ name }) => name);

  it("is there for everybody once it is done, and is undone when it throws", async () => {
    await test.store.inPassing(add("a"));
    expect(await names()).toEqual(["a"]);
    const failing = test.store.inPassing(async (db) => {
      await add("b")(db);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await names()).toEqual(["a"]);
  });

  it("keeps its order with what lasts, however they are mixed", async () => {
    const order: string[] = [];
    const works = ["1p", "2l", "3p", "4p", "5l", "6p"].map((name) => test.store[name.endsWith("p") ? "inPassing" : "inTransaction"](add(name)).then(() => order.push(name)));
    await Promise.all(works);
    expect(await names()).toEqual(["1p", "2l", "3p", "4p", "5l", "6p"]);
    expect(order.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(["1p", "2l", "3p", "4p", "5l", "6p"]);
  });
});

describe("on SQLite", () => {
  it("only what lasts waits for the disk; in one commit with something that lasts, all of it does", async () => {
    const { store, drop } = await openTestStore("sqlite", []);
    try {
      expect([await store.inPassing(synchronous), await store.inTransaction(synchronous), await store.inPassing(synchronous)]).toEqual([NORMAL, FULL, NORMAL]);
      expect(await Promise.all([store.inTransaction(synchronous), store.inPassing(synchronous)])).toEqual([FULL, FULL]);
      expect(await Promise.all([store.inPassing(synchronous), store.inTransaction(synchronous), store.inPassing(synchronous)])).toEqual([NORMAL, FULL, FULL]);
    } finally {
      await drop();
    }
  });
});
