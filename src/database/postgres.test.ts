import { Socket } from "node:net";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeTestDatabase } from "../testing/engines.ts";
import { migrate, type Migrations } from "./migrator.ts";
import { openPostgres } from "./postgres.ts";
import type { DataStore } from "./store.ts";
import { StoreError } from "./store-error.ts";

const SHORT_MS = 100;
const PATIENCE = { timeout: 20_000, interval: 10 };

describe("a PostgreSQL store", () => {
  let url: string;
  let store: DataStore;
  let remove: () => Promise<void>;
  beforeEach(async () => {
    const made = await makeTestDatabase("postgres");
    if (made.address.engine !== "postgres") throw new Error("not PostgreSQL");
    ({ url } = made.address);
    remove = made.remove;
    store = openPostgres(url, { statementTimeoutMs: SHORT_MS });
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await store.close();
    await remove();
  });

  const end = (pid: number | undefined) => sql`select pg_terminate_backend(${pid})`.execute(store.read);
  const hasEnded = async (pid: number | undefined): Promise<boolean> => (await sql`select 1 from pg_stat_activity where pid = ${pid}`.execute(store.read)).rows.length === 0;

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

  describe("whose server ends a connection in the middle of a transaction", () => {
    const backend = sql<{ pid: number }>`select pg_backend_pid() as pid`;
    const lost = expect.objectContaining({ constructor: StoreError, message: expect.stringMatching(/PostgreSQL at .* cannot be used/) });

    it("fails that transaction alone, while a statement runs", async () => {
      const patient = openPostgres(url);
      const begun = Promise.withResolvers<number | undefined>();
      const outcome = patient
        .inTransaction(async (db) => {
          begun.resolve((await backend.execute(db)).rows[0]?.pid);
          await sql`select pg_sleep(60)`.execute(db);
        })
        .catch((cause: unknown) => cause);
      const pid = await begun.promise;
      await vi.waitUntil(async () => (await sql`select 1 from pg_stat_activity where pid = ${pid} and query like '%pg_sleep%' and state = 'active'`.execute(store.read)).rows.length > 0, PATIENCE);
      await end(pid);
      expect(await outcome).toEqual(lost);
      expect(await patient.inTransaction(async (db) => (await sql`select 1 as one`.execute(db)).rows)).toEqual([{ one: 1 }]);
      await patient.close();
    });

    it("fails that transaction alone, between two statements", async () => {
      const outcome = await store
        .inTransaction(async (db) => {
          const pid = (await backend.execute(db)).rows[0]?.pid;
          await end(pid);
          await vi.waitUntil(() => hasEnded(pid), PATIENCE);
          // The news is on its way to us: an answer to something else comes after it.
          await sql`select 1`.execute(store.read);
          await sql`select 1`.execute(db);
        })
        .catch((cause: unknown) => cause);
      expect(outcome).toEqual(lost);
      expect(await store.inTransaction(async (db) => (await sql`select 1 as one`.execute(db)).rows)).toEqual([{ one: 1 }]);
    });
  });

  it("notices a server that is gone without a word", async () => {
    const keepAlive = vi.spyOn(Socket.prototype, "setKeepAlive");
    await sql`select 1`.execute(store.read);
    expect(keepAlive).toHaveBeenCalledWith(true, 30_000);
  });
});
