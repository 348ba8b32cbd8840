import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { Kysely, SqliteAdapter, SqliteDialect, sql } from "kysely";
import { GroupCommit } from "./group-commit.ts";
import type { Database, Db } from "./schema.ts";
import type { DataStore } from "./store.ts";

const STATEMENTS_KEPT = 500;
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens (and makes) a SQLite file that loses nothing it acknowledged: WAL with synchronous=FULL
 * (sqlite.org/pragma.html#pragma_synchronous). One connection writes, a second one reads, so that a
 * list never waits for somebody's transaction.
 */
export function openSqlite(file: string): DataStore {
  mkdirSync(dirname(file), { recursive: true });
  const writer = connect(file);
  writer.exec("pragma journal_mode = wal; pragma synchronous = full");
  const write = kyselyOn(writer);
  const read = kyselyOn(connect(file));
  const commits = new GroupCommit(write);
  return {
    engine: "sqlite",
    read,
    inTransaction: (work) => commits.run(work),
    migrationTarget: write,
    async close() {
      await commits.idle();
      await read.destroy();
      await write.destroy();
    },
  };
}

function connect(file: string): DatabaseSync {
  return new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
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

function kyselyOn(connection: DatabaseSync): Db {
  const kept = new Map<string, StatementSync>();
  const prepare = (text: string): StatementSync => {
    const known = kept.get(text);
    if (known) return known;
    const statement = connection.prepare(text);
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
        prepare: (text) => {
          const statement = prepare(text);
          return {
            reader: statement.columns().length > 0,
            all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
            run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
            iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
          };
        },
      },
    }),
  });
}

/** Gives the settings that durability rests on, for checks: `{ journalMode, synchronous }`. */
export async function durabilityOf(db: Db): Promise<{ journalMode: string; synchronous: number }> {
  const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db);
  const synchronous = await sql<{ synchronous: number }>`pragma synchronous`.execute(db);
  return { journalMode: journal.rows[0]?.journal_mode ?? "", synchronous: synchronous.rows[0]?.synchronous ?? -1 };
}
