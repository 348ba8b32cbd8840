import { setImmediate as breathe } from "node:timers/promises";
import type { DataStore } from "../../database/store.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Log } from "../log.ts";
import type { Measurements } from "../measurements.ts";
import { thin } from "./thin.ts";
import { HOUR_MS, MINUTE_MS, spanStart, type Window } from "./window.ts";
import { addWindows } from "./window-store.ts";

export interface KeeperDeps {
  readonly store: DataStore;
  readonly measurements: Measurements;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
}

/** Writes what was measured to the database. */
export interface WindowKeeper {
  /** Writes each minute once it is over, and thins what is old each hour, from now on and by itself. */
  start(): void;
  /** Writes what was gathered so far. Does not throw: what cannot be written waits for the next time. */
  flush(): Promise<void>;
  /** Stops, and writes the minute that is not over yet. */
  stop(): Promise<void>;
}

/** So many windows, each with its encoding, keep the thread for about 5 ms. */
const WRITTEN_AT_ONCE = 80;
/** What is kept in memory while the database cannot be reached: ten busy guilds' hour, each with 30 series a minute. */
const WAITING_AT_MOST = 20_000;

export function createWindowKeeper({ store, measurements, clock, newId, log }: KeeperDeps): WindowKeeper {
  let waiting: Window[] = [];
  let timer: NodeJS.Timeout | undefined;
  let thinnedAt = Number.NEGATIVE_INFINITY;
  let underWay = Promise.resolve();

  async function write(): Promise<void> {
    waiting.push(...measurements.take());
    const lost = waiting.length - WAITING_AT_MOST;
    if (lost > 0) {
      waiting = waiting.slice(lost);
      measurements.count("windowsWritten", { outcome: "lost" }, lost);
    }
    while (waiting.length > 0) {
      const some = waiting.slice(0, WRITTEN_AT_ONCE);
      await store.inTransaction((db) => addWindows(db, some, newId));
      waiting = waiting.slice(some.length);
      measurements.count("windowsWritten", { outcome: "written" }, some.length);
      await breathe();
    }
  }

  async function round(): Promise<void> {
    await write();
    if (clock.now() - thinnedAt < HOUR_MS) return;
    thinnedAt = clock.now();
    await thin(store, thinnedAt, newId, breathe);
  }

  /** One after the other, whoever asks. */
  function next(work: () => Promise<void>): Promise<void> {
    underWay = underWay.then(work).catch((cause: unknown) => log.error({ err: cause }, "measurements could not be kept; they wait for the next minute"));
    return underWay;
  }

  function schedule(): void {
    const now = clock.now();
    timer = setTimeout(() => void next(round).then(schedule), spanStart(now, MINUTE_MS) + MINUTE_MS - now);
    timer.unref();
  }

  return {
    start: schedule,
    flush: () => next(write),
    async stop() {
      clearTimeout(timer);
      await next(write);
      clearTimeout(timer);
    },
  };
}
