import { setTimeout as wait } from "node:timers/promises";
import type { DataStore } from "../database/store.ts";
import type { InTransaction, Topic } from "../features/contract.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Translators } from "../kernel/texts.ts";
import type { Log } from "../telemetry/log.ts";
import { attempt } from "./attempt.ts";
import { MAX_ATTEMPTS } from "./back-off.ts";
import { type Claimed, claimNext, nextClaimAt } from "./claim.ts";
import type { Sender } from "./sender-port.ts";
import { giveUp, settle } from "./settle-outcome.ts";

export interface DispatcherDeps {
  readonly store: DataStore;
  /** In which topics are told of what arrived and what failed. */
  readonly inTransaction: InTransaction;
  readonly topics: readonly Topic[];
  readonly sender: Sender;
  readonly clock: Clock;
  readonly translators: Translators;
  readonly log: Log;
  /** 0 to 1; spreads the pauses after failures. */
  readonly random?: () => number;
  /** How many messages are on their way at once. */
  readonly lanes?: number;
  /** How long a message is this process's own; what a process that died was at is taken up after this. */
  readonly leaseMs?: number;
  /** The longest time without a look at the table, for what other processes add. */
  readonly pollMs?: number;
}

export interface Dispatcher {
  /** Sends what is due, from now on and by itself. */
  start(): void;
  /** Says that something was added and committed. */
  wake(): void;
  /** Sends what is due now, and resolves when none of it is on its way any more. @throws when the store cannot be asked */
  drain(): Promise<void>;
  /**
   * Takes up nothing more, and resolves when what is on its way has been settled, or after `withinMs`: what
   * waits for Discord longer than that is found and finished by a later start, as after a crash.
   */
  stop(withinMs?: number): Promise<void>;
}

/** Between two looks when another process took what was due. */
const SHORTEST_PAUSE_MS = 50;

/** Brings the outbox's messages to Discord: those of one topic and key in order, others side by side. */
export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const { store, clock, log, lanes = 4, leaseMs = 30_000, pollMs = 2_000 } = deps;
  const topics = new Map(deps.topics.map((topic) => [topic.name, topic]));
  const names = [...topics.keys()];
  const tools = { inTransaction: deps.inTransaction, random: deps.random ?? Math.random, log };
  const onTheirWay = new Map<string, Promise<void>>();
  let settled = 0;
  let running: Promise<void> | null = null;
  const stopping = new AbortController();
  let woken = Promise.withResolvers<void>();

  /** Starts as many as there are lanes. False when there was nothing left to take. */
  async function fill(): Promise<boolean> {
    while (!stopping.signal.aborted && onTheirWay.size < lanes) {
      const terms = { now: clock.now(), leaseMs, topics: names, except: [...onTheirWay.keys()] };
      const claimed = await store.inTransaction((db) => claimNext(db, terms));
      if (!claimed) return false;
      const { id } = claimed.message;
      const arrival = deliver(claimed).finally(() => {
        onTheirWay.delete(id);
        settled += 1;
        woken.resolve();
      });
      onTheirWay.set(id, arrival);
    }
    return true;
  }

  async function deliver(claimed: Claimed): Promise<void> {
    const topic = topics.get(claimed.message.topic);
    if (!topic) return;
    try {
      // Only what ends the process each time gets this far: it must not do so for ever.
      if (claimed.attempts > MAX_ATTEMPTS) return await giveUp(tools, topic, claimed, "too-many-attempts", new Error("each attempt ended with the process"));
      const outcome = await attempt({ sender: deps.sender, db: store.read, translators: deps.translators, now: clock.now() }, topic, claimed);
      await settle(tools, topic, claimed, outcome);
    } catch (cause) {
      // It stays leased; after that it is tried again as one that may have been sent.
      log.error({ err: cause, topic: topic.name, id: claimed.message.id }, "The outcome of a message could not be recorded");
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      woken = Promise.withResolvers<void>();
      const timer = setTimeout(woken.resolve, await pauseAfterFilling());
      await woken.promise;
      clearTimeout(timer);
    }
    await Promise.all(onTheirWay.values());
  }

  /** Gives how long there is nothing to do, unless something wakes us. */
  async function pauseAfterFilling(): Promise<number> {
    try {
      if (await fill()) return pollMs;
      const nextAt = await nextClaimAt(store.read, names, [...onTheirWay.keys()]);
      return nextAt === null ? pollMs : Math.min(Math.max(nextAt - clock.now(), SHORTEST_PAUSE_MS), pollMs);
    } catch (cause) {
      log.error({ err: cause }, "The outbox could not be read");
      return pollMs;
    }
  }

  return {
    start() {
      running ??= run();
    },
    wake: () => woken.resolve(),
    async drain() {
      for (;;) {
        const before = settled;
        await fill();
        if (onTheirWay.size > 0) await Promise.race(onTheirWay.values());
        // One that was settled while we looked may have been what another one waited for.
        else if (settled === before) return;
      }
    },
    async stop(withinMs) {
      stopping.abort();
      woken.resolve();
      const done = (running ?? Promise.resolve()).then(() => Promise.all(onTheirWay.values()));
      await (withinMs === undefined ? done : Promise.race([done, wait(withinMs, undefined, { ref: false })]));
    },
  };
}
