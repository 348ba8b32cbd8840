import { setTimeout as wait } from "node:timers/promises";
import type { DataStore } from "../database/store.ts";
import type { InTransaction, Topic } from "../features/contract.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Translators } from "../kernel/texts.ts";
import type { Log } from "../telemetry/log.ts";
import { NO_TELEMETRY, type Telemetry } from "../telemetry/telemetry.ts";
import { attempt, type Outcome } from "./attempt.ts";
import { MAX_ATTEMPTS } from "./back-off.ts";
import { type Choice, type Claimed, claimNext, nextClaimAt } from "./claim.ts";
import { Lanes } from "./lanes.ts";
import type { Sender } from "./sender-port.ts";
import { Shown } from "./shown.ts";
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
  readonly telemetry?: Telemetry;
  /** Whether a guild's messages are left alone when an edit would show the same again; never, when left out. */
  readonly skipsUnchanged?: (guildId: string) => Promise<boolean>;
  /** Guilds that the bot is not in, as of now. */
  readonly absent?: ReadonlySet<string>;
  /** 0 to 1; spreads the pauses after failures. */
  readonly random?: () => number;
  /** How many messages of one topic are on their way at once. */
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
  /** Says that a message was changed by somebody else, such as in answer to a press. */
  changed(channelId: string, messageId: string): void;
  /** Sends what is due now, and resolves when none of it is on its way any more. @throws when the store cannot be asked */
  drain(): Promise<void>;
  /**
   * Takes up nothing more, and resolves when what is on its way has been settled, or after `withinMs`: what
   * waits for Discord longer than that is found and finished by a later start, as after a crash.
   */
  stop(withinMs?: number): Promise<void>;
}

const never = (): Promise<boolean> => Promise.resolve(false);

/** Between two looks when another process took what was due. */
const SHORTEST_PAUSE_MS = 50;

/**
 * Brings the outbox's messages to Discord: those of one topic and key in order, others side by side. Each
 * topic has lanes of its own, and a guild a share of them: a channel that Discord holds up, such as a new
 * board's, delays neither people's own messages nor other guilds.
 */
export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const { store, clock, log, telemetry = NO_TELEMETRY, absent = new Set<string>(), leaseMs = 30_000, pollMs = 2_000 } = deps;
  const topics = new Map(deps.topics.map((topic) => [topic.name, topic]));
  const tools = { inTransaction: deps.inTransaction, random: deps.random ?? Math.random, log };
  const shown = new Shown();
  const attempting = { sender: deps.sender, db: store.read, translators: deps.translators, shown, skipsUnchanged: deps.skipsUnchanged ?? never, telemetry };
  const onTheirWay = new Lanes(deps.topics, deps.lanes);
  const choice = (): Choice => ({ ...onTheirWay.choice(), absent: [...absent] });
  let settled = 0;
  let running: Promise<void> | null = null;
  const stopping = new AbortController();
  let woken = Promise.withResolvers<void>();

  /** Starts as many as there are lanes for. */
  async function fill(): Promise<void> {
    while (!stopping.signal.aborted) {
      const terms = { now: clock.now(), leaseMs, choice: choice() };
      const claimed = await store.inTransaction((db) => claimNext(db, terms));
      if (!claimed) return;
      const arrival = deliver(claimed).finally(() => {
        onTheirWay.leave(claimed.message);
        settled += 1;
        woken.resolve();
      });
      onTheirWay.enter(claimed.message, arrival);
    }
  }

  async function deliver(claimed: Claimed): Promise<void> {
    const topic = topics.get(claimed.message.topic);
    if (!topic) return;
    try {
      // Only what ends the process each time gets this far: it must not do so for ever.
      if (claimed.attempts > MAX_ATTEMPTS) return await giveUp(tools, topic, claimed, { channelId: null, failure: "too-many-attempts", cause: new Error("each attempt ended with the process") });
      const outcome = await attempt({ ...attempting, now: clock.now() }, topic, claimed);
      // Whoever throws the bot out closes its channels first; what is theirs waits for its return.
      tell(topic, claimed, outcome);
      const isShutOut = outcome.kind === "refused" && absent.has(claimed.message.guildId);
      await settle(tools, topic, claimed, isShutOut ? { kind: "failed", channelId: outcome.channelId, isMaybeSent: false, retryAfterMs: null, cause: outcome.cause } : outcome);
    } catch (cause) {
      // It stays leased; after that it is tried again as one that may have been sent.
      log.error({ err: cause, topic: topic.name, id: claimed.message.id }, "The outcome of a message could not be recorded");
    }
  }

  function tell({ name: topic }: Topic, { message, dueAt }: Claimed, outcome: Outcome): void {
    telemetry.count("outboxDeliveries", { topic, outcome: outcome.kind }, 1, message.guildId);
    if (outcome.kind === "arrived") telemetry.observe("outboxLag", { topic }, (clock.now() - dueAt) / 1_000, message.guildId);
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      woken = Promise.withResolvers<void>();
      const timer = setTimeout(woken.resolve, await pauseAfterFilling());
      await woken.promise;
      clearTimeout(timer);
    }
    await onTheirWay.empty();
  }

  /** Gives how long there is nothing to do, unless something wakes us. */
  async function pauseAfterFilling(): Promise<number> {
    try {
      await fill();
      const nextAt = await nextClaimAt(store.read, choice());
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
    changed: (channelId, messageId) => shown.forget({ channelId, messageId }),
    async drain() {
      for (;;) {
        const before = settled;
        await fill();
        if (onTheirWay.size > 0) await onTheirWay.next();
        // One that was settled while we looked may have been what another one waited for.
        else if (settled === before) return;
      }
    },
    async stop(withinMs) {
      stopping.abort();
      woken.resolve();
      const done = (running ?? Promise.resolve()).then(() => onTheirWay.empty());
      await (withinMs === undefined ? done : Promise.race([done, wait(withinMs, undefined, { ref: false })]));
    },
  };
}
