import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database } from "./schema.ts";
import type { DataStore } from "./store.ts";

/** PostgreSQL has undone a transaction that may succeed when it is tried again (postgresql.org/docs/current/errcodes-appendix.html). */
const PASSING = new Set(["40001", "40P01"]);
const ATTEMPTS = 5;
const CONNECTIONS = 10;
/** A wait this long for a connection is a fault to be told, not to be waited out. */
const CONNECTION_WAIT_MS = 15_000;

/**
 * Opens PostgreSQL by its connection string. `bigint` and `count(*)` come as text from the driver;
 * all of ours are milliseconds or counts, which a number holds exactly.
 */
export function openPostgres(url: string): DataStore {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECTION_WAIT_MS,
    types: {
      getTypeParser: (oid, format) =>
        oid === pg.types.builtins.INT8 && format !== "binary" ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  // An idle connection that the server closes is replaced at the next query; without a listener it would end the process.
  pool.on("error", () => undefined);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return {
    engine: "postgres",
    read: db,
    inTransaction: (work) => againAfterDeadlock(() => db.transaction().execute(work)),
    migrationTarget: db,
    close: () => db.destroy(),
  };
}

/** Of two transactions that wait for each other's rows PostgreSQL ends one; by its next attempt the other is done. */
async function againAfterDeadlock<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS - 1; ; left--) {
    try {
      return await attempt();
    } catch (cause) {
      if (left === 0 || !(cause instanceof pg.DatabaseError && PASSING.has(cause.code ?? ""))) throw cause;
    }
  }
}
