import { CompiledQuery, type Kysely } from "kysely";
import type { Database, Db } from "./schema.ts";

/** `passing`: what may be lost when the machine fails, until something lasting is written after it. */
export type Durability = "lasting" | "passing";

interface Waiting {
  readonly durability: Durability;
  /** Runs the work inside its savepoint; gives what tells its caller once the commit is durable. */
  attempt(db: Db): Promise<() => void>;
  fail(cause: unknown): void;
}

const BATCH_LIMIT = 128;

/** Without a write to the disk at each commit, in WAL mode (sqlite.org/pragma.html#pragma_synchronous); it cannot be changed within a transaction. */
const SYNCHRONOUS: Readonly<Record<Durability, CompiledQuery>> = { lasting: CompiledQuery.raw("pragma synchronous = full"), passing: CompiledQuery.raw("pragma synchronous = normal") };
const BEGIN = CompiledQuery.raw("begin immediate");
const COMMIT = CompiledQuery.raw("commit");
const ROLLBACK = CompiledQuery.raw("rollback");
const SAVEPOINT = CompiledQuery.raw("savepoint work");
const RELEASE = CompiledQuery.raw("release work");
const ROLLBACK_TO = CompiledQuery.raw("rollback to work");

/**
 * SQLite has one writer, and a durable commit costs a write to the disk. So transactions that wait at
 * the same moment share one commit: each runs in its own savepoint, in order, and nobody is told
 * before the commit is on the disk. A work that throws undoes itself alone. Passing works that wait by
 * themselves are committed without the disk; with a lasting one they share its commit.
 */
export class GroupCommit {
  readonly #db: Db;
  readonly #queue: Waiting[] = [];
  /** As the connection was opened. */
  #synchronous: Durability = "lasting";
  #draining: Promise<void> | null = null;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Gives what `work` gave, once it is as durable as asked for. @throws what `work` threw, with the store as before it. */
  run<T>(work: (db: Db) => Promise<T>, durability: Durability): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ durability, attempt: (db) => inSavepoint(db, work, resolve, reject), fail: reject });
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
    const durability = this.#queue[0]?.durability ?? "lasting";
    try {
      const tells = await this.#db.connection().execute(async (db) => {
        await this.#become(durability, db);
        await db.executeQuery(BEGIN);
        try {
          const done: (() => void)[] = [];
          for (let next = this.#next(durability); next; next = batch.length < BATCH_LIMIT ? this.#next(durability) : undefined) {
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

  /** The next work that a commit of this durability may hold. */
  #next(durability: Durability): Waiting | undefined {
    return durability === "passing" && this.#queue[0]?.durability === "lasting" ? undefined : this.#queue.shift();
  }

  async #become(durability: Durability, db: Db): Promise<void> {
    if (durability === this.#synchronous) return;
    await db.executeQuery(SYNCHRONOUS[durability]);
    this.#synchronous = durability;
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
