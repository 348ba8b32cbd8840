import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ENGINES, openTestStore, type TestStore } from "../testing/engines.ts";
import { migrate, MigrationError } from "./migrator.ts";
import type { Migrations } from "./migrator.ts";
import type { Db } from "./schema.ts";

const notes: Migrations = {
  "2026-01-01-notes": {
    up: (db) => db.schema.createTable("notes").addColumn("id", "integer", (c) => c.primaryKey()).addColumn("at", "bigint", (c) => c.notNull()).execute(),
  },
};
const add = (db: Db, id: number) => sql`insert into notes (id, at) values (${id}, ${1_800_000_000_000 + id})`.execute(db);
const raise = (db: Db, id: number) => sql`update notes set at = at + 1 where id = ${id}`.execute(db);
const ids = async (db: Db): Promise<number[]> => (await sql<{ id: number }>`select id from notes order by id`.execute(db)).rows.map((row) => row.id);

describe.each(ENGINES)("a store on %s", (engine) => {
  let test: TestStore;
  beforeEach(async () => {
    test = await openTestStore(engine, [notes]);
  });
  afterEach(() => test.drop());

  it("gives milliseconds and counts as numbers", async () => {
    await test.store.inTransaction((db) => add(db, 1));
    const { rows } = await sql`select at, count(*) as n from notes group by at`.execute(test.store.read);
    expect(rows).toEqual([{ at: 1_800_000_000_001, n: 1 }]);
  });

  it("undoes a work that throws, and only that one, of many at once", async () => {
    const works = Array.from({ length: 300 }, (_, id) =>
      test.store.inTransaction(async (db) => {
        await add(db, id);
        if (id % 3 === 0) throw new Error(`no ${id}`);
        return id;
      }),
    );
    const settled = await Promise.allSettled(works);
    expect(settled.filter((one) => one.status === "rejected")).toHaveLength(100);
    expect(await ids(test.store.read)).toEqual(Array.from({ length: 300 }, (_, id) => id).filter((id) => id % 3 !== 0));
  });

  it("shows what one transaction wrote to others only when it is done", async () => {
    const seen = await test.store.inTransaction(async (db) => {
      await add(db, 1);
      return { inside: await ids(db), outside: await ids(test.store.read) };
    });
    expect(seen).toEqual({ inside: [1], outside: [] });
    expect(await ids(test.store.read)).toEqual([1]);
  });

  it("does what two want who need the same rows in opposite order", async () => {
    await test.store.inTransaction(async (db) => void (await add(db, 1), await add(db, 2)));
    const haveFirst: PromiseWithResolvers<void>[] = [Promise.withResolvers(), Promise.withResolvers()];
    const both = (mine: number, first: number, second: number) =>
      test.store.inTransaction(async (db) => {
        await raise(db, first);
        haveFirst[mine]?.resolve();
        // SQLite lets the second begin only when the first is done: nobody waits there.
        if (engine === "postgres") await haveFirst[1 - mine]?.promise;
        await raise(db, second);
      });
    await Promise.all([both(0, 1, 2), both(1, 2, 1)]);
    const { rows } = await sql<{ at: number }>`select at from notes order by id`.execute(test.store.read);
    expect(rows.map(({ at }) => at - 1_800_000_000_000)).toEqual([3, 4]);
  });

  it("migrates once, and names the migration that fails", async () => {
    expect(await migrate(test.store, [notes])).toEqual([]);
    const broken: Migrations = { ...notes, "2026-01-02-broken": { up: (db) => sql`this is not sql`.execute(db).then(() => undefined) } };
    await expect(migrate(test.store, [broken])).rejects.toThrow(/migration "2026-01-02-broken" failed/);
    await expect(migrate(test.store, [notes, notes])).rejects.toThrow(MigrationError);
  });

  it("leaves nothing of a migration that ends in the middle, so that the next start can do it whole", async () => {
    let isFirst = true;
    const halfway: Migrations = {
      ...notes,
      "2026-01-02-pages": {
        async up(db) {
          await db.schema.createTable("pages").addColumn("id", "integer", (c) => c.primaryKey()).execute();
          if (isFirst) throw new Error("the end");
          await db.schema.createIndex("pages_by_id").on("pages").column("id").execute();
        },
      },
    };
    await expect(migrate(test.store, [halfway])).rejects.toThrow("the end");
    isFirst = false;
    expect(await migrate(test.store, [halfway])).toEqual(["2026-01-02-pages"]);
  });
});

describe("a SQLite store", () => {
  it("waits for the disk before it acknowledges", async () => {
    const { store, drop } = await openTestStore("sqlite", []);
    const journal = await sql`pragma journal_mode`.execute(store.migrationTarget);
    const synchronous = await sql`pragma synchronous`.execute(store.migrationTarget);
    expect([...journal.rows, ...synchronous.rows]).toEqual([{ journal_mode: "wal" }, { synchronous: 2 }]);
    await drop();
  });
});
