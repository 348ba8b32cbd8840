import { Socket } from "node:net";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeTestDatabase } from "../testing/engines.ts";
import { migrate, type Migrations } from "./migrator.ts";
import { openPostgres } from "./postgres.ts";
import type { DataStore } from "./store.ts";

const SHORT_MS = 100;

describe("a PostgreSQL store", () => {
  let url: string;
  let store: DataStore;
  let remove: () => Promise<void>;
  beforeEach(async () => {
    const made = await makeTestDatabase("postgres");
    if (made.address.engine !== "postgres") throw new Error("not PostgreSQL");
    ({ url } = made.address);
    remove = made.remove;
    store = openPostgres(url, SHORT_MS);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await store.close();
    await remove();
  });

  it("waits for the disk before it acknowledges, also where the database's default is not to", async () => {
    const name = new URL(url).pathname.slice(1);
    await sql`alter database ${sql.id(name)} set synchronous_commit = off`.execute(store.migrationTarget);
    const other = openPostgres(url);
    const ask = sql<{ synchronous_commit: string }>`show synchronous_commit`;
    const answers = [await ask.execute(other.read), await other.inTransaction((db) => ask.execute(db)), await ask.execute(other.migrationTarget)];
    await other.close();
    expect(answers.map(({ rows }) => rows[0]?.synchronous_commit)).toEqual(["on", "on", "on"]);
  });

  it("ends a statement that takes too long, and works on", async () => {
    await expect(store.inTransaction((db) => sql`select pg_sleep(60)`.execute(db))).rejects.toThrow("statement timeout");
    expect((await sql`select 1 as one`.execute(store.read)).rows).toEqual([{ one: 1 }]);
  });

  it("lets a migration take its time", async () => {
    const slow: Migrations = { "2026-01-01-slow": { up: (db) => sql`select pg_sleep(${(2 * SHORT_MS) / 1000})`.execute(db).then(() => undefined) } };
    expect(await migrate(store, [slow])).toEqual(["2026-01-01-slow"]);
  });

  it("notices a server that is gone without a word", async () => {
    const keepAlive = vi.spyOn(Socket.prototype, "setKeepAlive");
    await sql`select 1`.execute(store.read);
    expect(keepAlive).toHaveBeenCalledWith(true, 30_000);
  });
});
