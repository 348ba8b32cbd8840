import { CompiledQuery, type Kysely } from "kysely";
import type { Database, Db } from "./schema.ts";

interface Waiting {
  /** Runs the work inside its savepoint; gives what tells its caller once the commit is durable. */
  attempt(db: Db): Promise<() => void>;
  fail(cause: unknown): void;
}

const BATCH_LIMIT = 128;

const BEGIN = CompiledQuery.raw("begin immediate");
const COMMIT = CompiledQuery.raw("commit");
const ROLLBACK = CompiledQuery.raw("rollback");
const SAVEPOINT = CompiledQuery.raw("savepoint work");
const RELEASE = CompiledQuery.raw("release work");
const ROLLBACK_TO = CompiledQuery.raw("rollback to work");

/**
 * SQLite has one writer, and a durable commit costs a write to the disk. So transactions that wait at
 * the same moment share one commit: each runs in its own savepoint, in order, and nobody is told
 * before the commit is on the disk. A work that throws undoes itself alone.
 */
export class GroupCommit {
  readonly #db: Db;
  readonly #queue: Waiting[] = [];
  #draining: Promise<void> | null = null;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Gives what `work` gave, once it is durable. @throws what `work` threw, with the store as before it. */
  run<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ attempt: (db) => inSavepoint(db, work, resolve, reject), fail: reject });
      this.#draining ??= this.#drain();
    });
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    await this.#draining;
  }

  async #drain(): Promise<void> {
    // Lets callers of the same turn join the first batch.
    await Promise.resolve();
    while (this.#queue.length > 0) await this.#commitBatch();
    this.#draining = null;
  }

  async #commitBatch(): Promise<void> {
    const batch: Waiting[] = [];
    try {
      const tells = await this.#db.connection().execute(async (db) => {
        await db.executeQuery(BEGIN);
        try {
          const done: (() => void)[] = [];
          for (let next = this.#queue.shift(); next; next = batch.length < BATCH_LIMIT ? this.#queue.shift() : undefined) {
            batch.push(next);
            done.push(await next.attempt(db));
          }
          await db.executeQuery(COMMIT);
          return done;
        } catch (cause) {
          await rollback(db);
          throw cause;
        }
      });
      for (const tell of tells) tell();
    } catch (cause) {
      // `begin` itself may fail (a locked file): then nobody was taken yet, and those who wait are told.
      const told = batch.length > 0 ? batch : this.#queue.splice(0, BATCH_LIMIT);
      for (const waiting of told) waiting.fail(cause);
    }
  }
}

async function inSavepoint<T>(
  db: Db,
  work: (db: Db) => Promise<T>,
  resolve: (value: T) => void,
  reject: (cause: unknown) => void,
): Promise<() => void> {
  await db.executeQuery(SAVEPOINT);
  try {
    const value = await work(db);
    await db.executeQuery(RELEASE);
    return () => resolve(value);
  } catch (cause) {
    await undo(db, cause);
    return () => reject(cause);
  }
}

/** Undoes a savepoint. @throws `because` when SQLite has already undone the whole batch for it, as with a full disk */
async function undo(db: Db, because: unknown): Promise<void> {
  try {
    await db.executeQuery(ROLLBACK_TO);
    await db.executeQuery(RELEASE);
  } catch {
    throw because;
  }
}

async function rollback(db: Kysely<Database>): Promise<void> {
  // After some errors (a full disk) SQLite has rolled back by itself, and says so here.
  await db.executeQuery(ROLLBACK).catch((cause: unknown) => {
    if (!(cause instanceof Error && /no transaction is active/.test(cause.message))) throw cause;
  });
}
