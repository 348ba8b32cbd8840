import { setTimeout as wait } from "node:timers/promises";
import type { ChannelKey } from "../../features/surfaces/surface-port.ts";
import type { Log } from "../../telemetry/log.ts";
import { createPace } from "./pace.ts";
import { sweepChannel, type SweepTools } from "./sweep-channel.ts";

export interface SweeperDeps extends Omit<SweepTools, "turn" | "stop"> {
  readonly log: Log;
  /** The longest time without a look at the rows. */
  readonly pollMs?: number;
}

export interface Sweeper {
  /** Sweeps what is due, from now on and by itself; also what an earlier run left. */
  start(): void;
  /** Says that something may be due sooner than before. */
  wake(): void;
  /** Takes up nothing more, and resolves when the deletions under way are done. */
  stop(): Promise<void>;
}

/** So many deletions a second at most, of the 50 calls that Discord allows a bot: people's own come first. */
const A_SECOND = 20;
/** How many channels are swept at once; Discord limits each by itself. */
const LANES = 8;
/** How long a channel is left alone where a deletion failed in passing. */
const REST_MS = 30_000;
const SHORTEST_PAUSE_MS = 20;

/** Sweeps in the background what flows have left in people's channels. All of it is rows: a restart loses nothing. */
export function createSweeper(deps: SweeperDeps): Sweeper {
  const { book, clock, log, pollMs = 1_000 } = deps;
  const stopping = new AbortController();
  const tools: SweepTools = { ...deps, turn: createPace(1_000 / A_SECOND), stop: stopping.signal };
  const underWay = new Map<string, Promise<void>>();
  const resting = new Map<string, number>();
  let woken = Promise.withResolvers<void>();
  let running: Promise<void> | null = null;

  function begin(channel: ChannelKey): void {
    const { channelId } = channel;
    const work = sweepChannel(tools, channel)
      .catch((cause: unknown) => {
        resting.set(channelId, performance.now() + REST_MS);
        log.warn({ err: cause, channel: channelId }, "a channel could not be swept just now");
      })
      .finally(() => {
        underWay.delete(channelId);
        woken.resolve();
      });
    underWay.set(channelId, work);
  }

  const isResting = (channelId: string): boolean => {
    const until = resting.get(channelId);
    if (until === undefined || until > performance.now()) return until !== undefined;
    return !resting.delete(channelId);
  };

  /** Begins what there are lanes for. Gives how long there is nothing to do, unless something wakes us. */
  async function fill(): Promise<number> {
    const due = await book.dueChannels(clock.now(), LANES + underWay.size + resting.size);
    const waiting = due.filter(({ channelId }) => !underWay.has(channelId) && !isResting(channelId));
    for (const channel of waiting.slice(0, LANES - underWay.size)) begin(channel);
    const nextAt = await book.nextDueAt(clock.now());
    return nextAt === null ? pollMs : Math.min(Math.max(nextAt - clock.now(), SHORTEST_PAUSE_MS), pollMs);
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      woken = Promise.withResolvers();
      const pauseMs = await fill().catch((cause: unknown) => {
        log.error({ err: cause }, "what is to be swept could not be read");
        return pollMs;
      });
      const over = new AbortController();
      await Promise.race([woken.promise, wait(pauseMs, undefined, { signal: over.signal }).catch(() => undefined)]);
      over.abort();
    }
    await Promise.all(underWay.values());
  }

  return {
    start() {
      running ??= run();
    },
    wake: () => woken.resolve(),
    async stop() {
      stopping.abort();
      woken.resolve();
      await running;
    },
  };
}
