import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database } from "./schema.ts";
import type { DataStore } from "./store.ts";

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
    inTransaction: (work) => db.transaction().execute(work),
    migrationTarget: db,
    close: () => db.destroy(),
  };
}
