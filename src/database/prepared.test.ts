import type { KyselyPlugin, RootOperationNode } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ENGINES, openTestStore, type TestStore } from "../testing/engines.ts";
import type { Migrations } from "./migrator.ts";
import { prepared, type Slots } from "./prepared.ts";
import type { Database, Db } from "./schema.ts";
import { StatementReader } from "./statement-reader.ts";

declare module "./schema.ts" {
  interface Database {
    prepared_notes: { id: number; text: string | null };
  }
}

const notes: Migrations = {
  "2026-01-01-prepared-notes": {
    up: (db) => db.schema.createTable("prepared_notes").addColumn("id", "integer", (c) => c.primaryKey()).addColumn("text", "text").execute(),
  },
};

let built = 0;
const put = prepared<Database["prepared_notes"]>((db, row) =>
  db
    .insertInto("prepared_notes")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ text: row.text })),
);
const between = (db: Db, { low, high }: Slots<{ low: number; high: number }>) => {
  built++;
  return db.selectFrom("prepared_notes").select("text").where("id", ">=", low).where("id", "<=", high).where("id", "!=", 0).orderBy("id");
};
const list = prepared<{ low: number; high: number }, { text: string | null }>(between);
const texts = async (db: Db, low: number, high: number) => (await list(db, { low, high })).rows.map(({ text }) => text);

describe.each(ENGINES)("a prepared query on %s", (engine) => {
  let test: TestStore;
  beforeEach(async () => {
    test = await openTestStore(engine, [notes]);
  });
  afterEach(() => test.drop());

  it("is given new values at each run, wherever it runs", async () => {
    await test.store.inTransaction(async (db) => {
      await put(db, { id: 1, text: "one" });
      await put(db, { id: 2, text: null });
    });
    await test.store.inTransaction(async (db) => {
      await put(db, { text: "three", id: 3 });
      expect((await put(db, { id: 2, text: "two; drop table" })).numAffectedRows).toBe(1n);
      expect(await texts(db, 2, 3)).toEqual(["two; drop table", "three"]);
    });
    expect(await texts(test.store.read, 0, 1)).toEqual(["one"]);
    expect(await texts(test.store.read, 1, 9)).toEqual(["one", "two; drop table", "three"]);
  });

  it("is built once for a database, and anew for another", async () => {
    built = 0;
    await texts(test.store.read, 1, 2);
    await texts(test.store.read, 3, 4);
    expect(built).toBe(1);
    const other = await openTestStore(engine, [notes]);
    await other.store.inTransaction((db) => put(db, { id: 1, text: "elsewhere" }));
    expect(await texts(other.store.read, 1, 1)).toEqual(["elsewhere"]);
    await other.drop();
    expect(built).toBe(2);
  });

  it("is built once for those too who only look at it, and shows them its values", async () => {
    built = 0;
    const shown: unknown[] = [];
    class Reader extends StatementReader {
      saw(statement: RootOperationNode, valueOf: (placed: unknown) => unknown): void {
        shown.push([statement.kind, valueOf("as it stands")]);
      }
    }
    await test.store.inTransaction((db) => put(db, { id: 1, text: "one" }));
    for (const low of [0, 1]) expect(await texts(test.store.read.withPlugin(new Reader()), low, 1)).toEqual(["one"]);
    expect(built).toBe(1);
    expect(shown).toEqual([["SelectQueryNode", "as it stands"], ["SelectQueryNode", "as it stands"]]);
  });

  it("passes through a database's plugins, and stays as it was for who has none", async () => {
    const seen: string[] = [];
    const plugin: KyselyPlugin = { transformQuery: ({ node }) => (seen.push(node.kind), node), transformResult: ({ result }) => Promise.resolve(result) };
    await test.store.inTransaction((db) => put(db, { id: 1, text: "one" }));
    expect(await texts(test.store.read.withPlugin(plugin), 1, 1)).toEqual(["one"]);
    expect(seen).toEqual(["SelectQueryNode"]);
    expect(await texts(test.store.read, 1, 1)).toEqual(["one"]);
    expect(seen).toHaveLength(1);
  });
});
