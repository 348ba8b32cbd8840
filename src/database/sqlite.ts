import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { Kysely, SqliteAdapter, SqliteDialect, type SqliteStatement } from "kysely";
import { GroupCommit } from "./group-commit.ts";
import { operationOf, type StoreMeasures } from "./measured.ts";
import type { Database, Db } from "./schema.ts";
import { sqliteError, StoreError } from "./store-error.ts";
import type { DataStore } from "./store.ts";

const STATEMENTS_KEPT = 500;
const BUSY_TIMEOUT_MS = 5_000;

export interface SqliteOptions {
  readonly busyTimeoutMs?: number;
  readonly measures?: StoreMeasures | undefined;
}

/**
 * Opens (and makes) a SQLite file that loses nothing it acknowledged: WAL with synchronous=FULL
 * (sqlite.org/pragma.html#pragma_synchronous). One connection writes, a second one reads, so that a
 * list never waits for somebody's transaction. @throws StoreError saying what to do
 */
export function openSqlite(file: string, { busyTimeoutMs = BUSY_TIMEOUT_MS, measures }: SqliteOptions = {}): DataStore {
  const [writer, reader] = connectBoth(file, busyTimeoutMs);
  const write = kyselyOn(writer, measures);
  const read = kyselyOn(reader, measures);
  const commits = new GroupCommit(write);
  return {
    engine: "sqlite",
    read,
    inTransaction: (work) => commits.run(work, "lasting"),
    inPassing: (work) => commits.run(work, "passing"),
    migrationTarget: write,
    async close() {
      await commits.idle();
      await read.destroy();
      await write.destroy();
    },
  };
}

/**
 * Makes a folder with all above it, each by itself: Node's own way tries for ever where the system answers that
 * a folder below one that is there cannot be found, as in /proc.
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    // Says so when it is none.
    if (!statSync(folder).isDirectory()) mkdirSync(folder);
    return;
  }
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (cause) {
    // Another one was faster.
    if (!existsSync(folder)) throw cause;
  }
}

function connectBoth(file: string, busyTimeoutMs: number): readonly [writer: DatabaseSync, reader: DatabaseSync] {
  const open: DatabaseSync[] = [];
  const connect = (): DatabaseSync => {
    const connection = new DatabaseSync(file, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
    open.push(connection);
    return connection;
  };
  try {
    makeFolder(dirname(file));
    const writer = connect();
    // Where shared memory is not to be had (some network drives), SQLite silently keeps its old mode.
    const mode = writer.prepare("pragma journal_mode = wal").get()?.["journal_mode"];
    if (mode !== "wal") throw new StoreError(`The database ${file} cannot be used: its drive does not support SQLite's write-ahead log. Choose a folder on a local disk with GUILDSMITH_DATA.`);
    writer.exec("pragma synchronous = full");
    // Each work of a shared commit can be undone alone: what its pages were before is kept here, and would otherwise go through a file.
    writer.exec("pragma temp_store = memory");
    const reader = connect();
    reader.exec("pragma query_only = on");
    return [writer, reader];
  } catch (cause) {
    for (const connection of open) connection.close();
    throw sqliteError(file, cause);
  }
}

/**
 * SQLite creates and changes tables within transactions (sqlite.org/lang_transaction.html), but Kysely's
 * adapter says that it cannot: then a process that dies in a migration would leave half of it behind, and
 * never start again.
 */
class AtomicDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class AtomicDdlDialect extends SqliteDialect {
  override createAdapter(): AtomicDdlAdapter {
    return new AtomicDdlAdapter();
  }
}

function kyselyOn(connection: DatabaseSync, measures: StoreMeasures | undefined): Db {
  const kept = new Map<string, SqliteStatement>();
  const prepare = (text: string): SqliteStatement => {
    const known = kept.get(text);
    if (known) return known;
    const operation = measures ? operationOf(text) : null;
    const statement = statementOf(connection, text, operation === null ? undefined : measures?.statements(operation));
    if (kept.size >= STATEMENTS_KEPT) kept.clear();
    kept.set(text, statement);
    return statement;
  };
  return new Kysely<Database>({
    dialect: new AtomicDdlDialect({
      database: {
        close: () => {
          kept.clear();
          connection.close();
        },
        prepare,
      },
    }),
  });
}

/** Statements take microseconds here: they are timed where they run, at the least cost. */
function statementOf(connection: DatabaseSync, text: string, tell: ((seconds: number) => void) | undefined): SqliteStatement {
  const statement = connection.prepare(text);
  const all: SqliteStatement["all"] = (parameters) => statement.all(...(parameters as SQLInputValue[]));
  const run: SqliteStatement["run"] = (parameters) => statement.run(...(parameters as SQLInputValue[]));
  return {
    reader: statement.columns().length > 0,
    all: tell ? timed(all, tell) : all,
    run: tell ? timed(run, tell) : run,
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
}

const timed =
  <T>(execute: (parameters: readonly unknown[]) => T, tell: (seconds: number) => void) =>
  (parameters: readonly unknown[]): T => {
    const from = performance.now();
    const given = execute(parameters);
    tell((performance.now() - from) / 1_000);
    return given;
  };
