import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Clock } from "../kernel/clock.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import type { Question, ReadCache, Rows, Terms, Write } from "./read-cache.ts";
import { marksOf, marksOfWrite } from "./row-marks.ts";

/** A page of ten requests is about 10 KB, most answers are far smaller. */
const ANSWERS_KEPT = 5_000;
/** About 100 bytes each. */
const MARKS_KEPT = 100_000;

/** Who knows thousands of recipes asks with all of them. */
const KEY_LENGTH = 500;

interface Kept {
  readonly askedAt: number;
  /** How many writes there had been when it was asked for. */
  readonly writesBefore: number;
  readonly answer: Promise<unknown>;
}

export interface LruReadCacheDeps {
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** How many answers are kept at most, and how many marks of rows that were written. */
  readonly answers?: number;
  readonly marks?: number;
}

/**
 * Keeps answers in this process. Each write counts one up and marks its rows with the count. An answer is taken
 * as fresh when no row of it was marked since before it was asked for: one that was read before a commit and
 * comes in after it is never given to anybody who asks later, however long it took.
 */
export function createLruReadCache({ clock, telemetry, answers = ANSWERS_KEPT, marks = MARKS_KEPT }: LruReadCacheDeps): ReadCache {
  let writes = 0;
  /** The latest write whose mark is not kept any more: of rows without a mark it is as if this one had touched them. */
  let forgotten = 0;
  const kept = new LRUCache<string, Kept>({ max: answers });
  const marked = new LRUCache<string, number>({
    max: marks,
    dispose: (write, _, reason) => {
      if (reason === "evict") forgotten = Math.max(forgotten, write);
    },
  });
  const columns = new Map<string, Set<string>>();

  const lastWriteTo = (rows: readonly Rows[]): number => Math.max(0, ...rows.flatMap(marksOf).map((mark) => marked.get(mark) ?? forgotten));
  function tellApartBy(rows: readonly Rows[]): void {
    for (const { table, where } of rows) {
      if (where === undefined) continue;
      const known = columns.get(table);
      if (known) known.add(where.column);
      else columns.set(table, new Set([where.column]));
    }
  }

  return {
    read<T>({ cache, key: asked, rows }: Question, { ttlMs, isFresh }: Terms, ask: () => Promise<T>): Promise<T> {
      const now = clock.now();
      const key = shortened(asked);
      const found = kept.get(key);
      const isDropped = found !== undefined && isFresh && lastWriteTo(rows) > found.writesBefore;
      if (found && !isDropped && now - found.askedAt < ttlMs) {
        telemetry.count("cacheReads", { cache, result: "hit" });
        // Who asks by one key always asks the same.
        return found.answer as Promise<T>;
      }
      telemetry.count("cacheReads", { cache, result: "miss" });
      if (isDropped) telemetry.count("cacheInvalidations", { cache });
      // Before it is asked: a write from now on must find them.
      tellApartBy(rows);
      const writesBefore = writes;
      const answer = ask();
      const entry: Kept = { askedAt: now, writesBefore, answer };
      kept.set(key, entry);
      telemetry.set("cacheEntries", { cache: "lists" }, kept.size);
      answer.catch(() => {
        if (kept.peek(key) === entry) kept.delete(key);
      });
      return answer;
    },

    written(written: readonly Write[]) {
      if (written.length === 0) return;
      writes += 1;
      for (const write of written) for (const mark of marksOfWrite(write, columns)) marked.set(mark, writes);
    },
  };
}

const shortened = (key: string): string => (key.length <= KEY_LENGTH ? key : createHash("sha256").update(key).digest("base64"));
