import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DataStore } from "../database/store.ts";
import { transactions } from "../features/transactions.ts";
import type { Fault } from "../testing/discord-like-sender.ts";
import { ENGINES, openTestStore } from "../testing/engines.ts";
import { noteTopic, type OutboxBench, outboxBench } from "../testing/outbox-bench.ts";
import { outboxMigrations } from "./tables.ts";

const CHANNELS = ["board", "forge"];

/** One run of the process: what is added, what goes wrong at which call, and how long until the next run. */
interface Run {
  readonly added: readonly string[];
  readonly faults: readonly (Fault | null)[];
  /** The process dies at this many uses of the store; null: it lives until there is nothing to do. */
  readonly diesAtUse: number | null;
  readonly laterMs: number;
}

const runs = fc.array(
  fc.record<Run>({
    added: fc.array(fc.constantFrom(...CHANNELS), { maxLength: 4 }),
    faults: fc.array(fc.constantFrom<Fault | null>(null, "error-before", "error-after", "silence-before", "silence-after"), { maxLength: 6 }),
    diesAtUse: fc.option(fc.integer({ min: 1, max: 15 })),
    laterMs: fc.constantFrom(100, 5_000, 31_000, 119_000, 121_000, 3_600_000),
  }),
  { minLength: 1, maxLength: 8 },
);

const never = <T>(): Promise<T> => new Promise(() => undefined);

/** A process's life: it ends by itself at this many uses of the store, or when somebody says so. */
class Life {
  readonly ended = Promise.withResolvers<void>();
  readonly #diesAtUse: number | null;
  #uses = 0;
  isOver = false;

  constructor(diesAtUse: number | null) {
    this.#diesAtUse = diesAtUse;
  }

  end(): void {
    this.isOver = true;
    this.ended.resolve();
  }

  /** The store as the process sees it: after its death nothing answers, and what was not committed is lost. */
  store(store: DataStore): DataStore {
    return {
      ...store,
      inTransaction: async (work) => {
        if (this.isOver) return never();
        this.#uses += 1;
        const isLast = this.#uses === this.#diesAtUse;
        // Every second death is before the commit, the others after it and before anybody hears of it.
        if (isLast) this.end();
        if (isLast && this.#uses % 2 === 0) return never();
        const outcome = await store.inTransaction(work);
        return this.isOver ? never() : outcome;
      },
    };
  }
}

/** Plays one run: until the dispatcher is done, dies, or waits for an answer that never comes. */
async function play(bench: OutboxBench, store: DataStore, run: Run): Promise<void> {
  const life = new Life(run.diesAtUse);
  const faults = [...run.faults];
  bench.sender.fault = () => {
    if (life.isOver) return "silence-before";
    const fault = faults.shift() ?? null;
    if (fault?.startsWith("silence")) life.end();
    return fault;
  };
  const living = life.store(store);
  const dispatcher = bench.dispatcher({ store: living, inTransaction: transactions(living, bench.clock, []) });
  await Promise.race([dispatcher.drain(), life.ended.promise]);
  life.end();
}

describe.each(ENGINES)("messages across crashes on %s", (engine) => {
  it("are neither lost nor doubled, and stay in order", { timeout: 120_000 }, async () => {
    const test = await openTestStore(engine, [outboxMigrations]);
    try {
      await fc.assert(
        fc.asyncProperty(runs, async (story) => {
          await test.store.inTransaction((db) => db.deleteFrom("outbox").execute());
          const bench = await outboxBench(test.store, [noteTopic]);
          const expected: Record<string, string[]> = { board: [], forge: [] };
          let count = 0;
          for (const run of story) {
            for (const channel of run.added) {
              const text = `message ${++count}`;
              await bench.add({ key: channel, payload: { to: channel, text } });
              expected[channel]?.push(`${text}\nDetails`);
            }
            await play(bench, test.store, run);
            bench.clock.at += run.laterMs;
          }
          // Then nothing goes wrong any more, and every lease and pause ends.
          for (let hour = 0; hour < 3; hour++) {
            bench.clock.at += 3_600_000;
            await play(bench, test.store, { added: [], faults: [], diesAtUse: null, laterMs: 0 });
          }
          expect(Object.fromEntries(CHANNELS.map((channel) => [channel, bench.sender.in(channel)]))).toEqual(expected);
          expect(await test.store.read.selectFrom("outbox").selectAll().execute()).toEqual([]);
        }),
        { numRuns: 60 },
      );
    } finally {
      await test.drop();
    }
  });
});
