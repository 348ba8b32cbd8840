import { CompiledQuery, Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { isConnectionLost } from "./connection-lost.ts";
import { statementLog, type StoreMeasures } from "./measured.ts";
import type { Database, Db } from "./schema.ts";
import type { DataStore } from "./store.ts";
import { postgresError, StoreError } from "./store-error.ts";

/** PostgreSQL has undone a transaction that may succeed when it is tried again (postgresql.org/docs/current/errcodes-appendix.html). */
const PASSING = new Set(["40001", "40P01"]);
const ATTEMPTS = 5;
const CONNECTIONS = 10;
/** A wait this long for a connection is a fault to be told, not to be waited out. */
const CONNECTION_WAIT_MS = 15_000;

const READ_ONLY = "PostgreSQL takes no writes there: it is a standby, or default_transaction_read_only is set for the database or the user in DATABASE_URL. Use the primary, or unset it.";

/** A statement this slow holds a connection and its locks that others wait for. */
const STATEMENT_TIMEOUT_MS = 20_000;
/** How long a connection is silent before the system asks whether the server is still there. */
const SILENCE_MS = 30_000;

export interface PostgresOptions {
  readonly statementTimeoutMs?: number;
  readonly measures?: StoreMeasures | undefined;
}

/**
 * Opens PostgreSQL by its connection string. A commit is durable before it is acknowledged, whatever the
 * server's, the database's or the user's own setting. Migrations may take as long as they need.
 */
export function openPostgres(url: string, { statementTimeoutMs = STATEMENT_TIMEOUT_MS, measures }: PostgresOptions = {}): DataStore {
  const db = connect(url, CONNECTIONS, statementTimeoutMs, measures);
  const migrationTarget = connect(url, 1, 0);
  const inTransaction: DataStore["inTransaction"] = async (work) => {
    try {
      return await againAfterDeadlock(() => db.transaction().execute(work));
    } catch (cause) {
      throw isConnectionLost(cause) ? postgresError(url, cause) : cause;
    }
  };
  return {
    engine: "postgres",
    read: db,
    inTransaction,
    // A server writes to its disk beside us.
    inPassing: inTransaction,
    migrationTarget,
    async close() {
      await db.destroy();
      await migrationTarget.destroy();
    },
  };
}

/**
 * Connects when first asked. `bigint` and `count(*)` come as text from the driver; all of ours are
 * milliseconds or counts, which a number holds exactly.
 */
function connect(url: string, max: number, statementTimeoutMs: number, measures?: StoreMeasures): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECTION_WAIT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: SILENCE_MS,
    types: {
      getTypeParser: (oid, format) =>
        oid === pg.types.builtins.INT8 && format !== "binary" ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  // An idle connection that the server closes is replaced at the next query; without a listener it would end the process.
  pool.on("error", () => undefined);
  // The pool listens only to idle ones. Who uses a connection learns of its end from the next answer.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return new Kysely<Database>({
    ...(measures ? { log: statementLog(measures) } : {}),
    dialect: new PostgresDialect({
      pool,
      // What a session sets itself comes before what the connection string, the user and the database say.
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw(`set synchronous_commit = on; set statement_timeout = ${statementTimeoutMs}`));
      },
    }),
  });
}

/** SQLite refuses a transaction where it cannot write; PostgreSQL begins one, and refuses what is written in it. @throws StoreError */
export async function refuseReadOnly(db: Db): Promise<void> {
  const { rows } = await sql<{ transaction_read_only: string }>`show transaction_read_only`.execute(db);
  if (rows[0]?.transaction_read_only === "on") throw new StoreError(READ_ONLY);
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
