import type { DataStore } from "../database/store.ts";
import type { InTransaction, Timer } from "../features/contract.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Log } from "../telemetry/log.ts";
import { type DueTimer, listDue, nextDueAt, putOff, takeOut } from "./due.ts";

export interface TimerRunnerDeps {
  readonly store: DataStore;
  readonly inTransaction: InTransaction;
  readonly timers: readonly Timer[];
  readonly clock: Clock;
  readonly log: Log;
  /** Guilds that the bot is not in, as of now: what is due there waits until it is back. */
  readonly absent?: ReadonlySet<string>;
  /** The longest time without a look at the table, for what other processes set. */
  readonly pollMs?: number;
}

export interface TimerRunner {
  /** Runs what is due, from now on and by itself. */
  start(): void;
  /** Says that a timer was set and committed. */
  wake(): void;
  /** Runs all that is due now. @throws when the store cannot be asked */
  runDue(): Promise<void>;
  /** Begins nothing more, and resolves when what is under way is done. */
  stop(): Promise<void>;
}

/** Timers that run side by side; transactions that wait at the same moment share a commit. */
const AT_ONCE = 16;
/** Between two looks when a clock that a test holds says "due" but another process was faster. */
const SHORTEST_PAUSE_MS = 50;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60 * 60_000;

/** How long one that has failed so often waits before it is tried again: growing, and never for ever. */
export const pauseAfter = (failures: number): number => Math.min(FIRST_PAUSE_MS * 4 ** (failures - 1), LONGEST_PAUSE_MS);

/**
 * Runs the timers of all rooms when they are due, also those that became due while no process ran. Each is
 * removed in the transaction of what it does, so that it does that once; one that throws does nothing, is
 * put off and so holds up no other.
 */
export function createTimerRunner(deps: TimerRunnerDeps): TimerRunner {
  const { store, inTransaction, clock, log, absent = new Set<string>(), pollMs = 30_000 } = deps;
  const timers = new Map(deps.timers.map((timer) => [timer.kind, timer]));
  const kinds = [...timers.keys()];
  let running: Promise<void> | null = null;
  const stopping = new AbortController();
  let woken = Promise.withResolvers<void>();

  async function run(due: DueTimer): Promise<void> {
    const { guildId, kind, key, payload } = due;
    try {
      await inTransaction(async (tx) => {
        if (await takeOut(tx.db, due)) await timers.get(kind)?.due(tx, { guildId, key, payload });
      });
    } catch (cause) {
      const pause = pauseAfter(due.failures + 1);
      log.error({ err: cause, guild: guildId, timer: kind, key }, `A timer failed; it is tried again in ${pause / 1_000} s`);
      await store.inTransaction((db) => putOff(db, due, clock.now() + pause));
    }
  }

  async function runDue(): Promise<void> {
    while (!stopping.signal.aborted) {
      const due = await listDue(store.read, kinds, [...absent], clock.now(), AT_ONCE);
      if (due.length === 0) return;
      await Promise.all(due.map(run));
    }
  }

  /** Gives how long there is nothing to do, unless something wakes us. */
  async function pauseAfterRunning(): Promise<number> {
    try {
      await runDue();
      const nextAt = await nextDueAt(store.read, kinds, [...absent]);
      return nextAt === null ? pollMs : Math.min(Math.max(nextAt - clock.now(), SHORTEST_PAUSE_MS), pollMs);
    } catch (cause) {
      log.error({ err: cause }, "The timers could not be read");
      return pollMs;
    }
  }

  async function goOn(): Promise<void> {
    while (!stopping.signal.aborted) {
      woken = Promise.withResolvers<void>();
      const sleep = setTimeout(woken.resolve, await pauseAfterRunning());
      if (!stopping.signal.aborted) await woken.promise;
      clearTimeout(sleep);
    }
  }

  return {
    start() {
      running ??= goOn();
    },
    wake: () => woken.resolve(),
    runDue,
    async stop() {
      stopping.abort();
      woken.resolve();
      await running;
    },
  };
}
