import type { Clock } from "../world/clock.ts";

/** How often a bot may identify. Discord's own numbers: events/gateway.mdx:183-188 and 509. */
export interface SessionStartLimits {
  /** Over all shards. */
  readonly perDay: number;
  /** Shards that may identify at once: one for each `shard_id % maxConcurrency`. */
  readonly maxConcurrency: number;
  /** Milliseconds until the next shard of the same key may. */
  readonly everyMs: number;
}

export const DISCORD_SESSION_STARTS: SessionStartLimits = { perDay: 1000, maxConcurrency: 1, everyMs: 5000 };

const DAY_MS = 24 * 60 * 60_000;

interface Count {
  /** The first of these 24 hours, milliseconds since 1970. */
  readonly since: number;
  starts: number;
}

/** As in Get Gateway Bot. */
export interface SessionStartLimitObject {
  readonly total: number;
  readonly remaining: number;
  /** Milliseconds. */
  readonly reset_after: number;
  readonly max_concurrency: number;
}

/** Counts the IDENTIFYs of every bot. Resuming does not count. */
export class SessionStarts {
  readonly #clock: Clock;
  readonly #limits: SessionStartLimits;
  readonly #counts = new Map<string, Count>();
  /** By application and key. */
  readonly #lastAt = new Map<string, number>();

  constructor(clock: Clock, limits: SessionStartLimits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Counts one. `used-up`: none are left for the day; `too-soon`: its key's last was a moment ago. */
  take(applicationId: string, shardId: number): "started" | "too-soon" | "used-up" {
    const now = this.#clock.now();
    const count = this.#current(applicationId) ?? { since: now, starts: 0 };
    this.#counts.set(applicationId, count);
    if (count.starts >= this.#limits.perDay) return "used-up";
    count.starts += 1;
    const key = `${applicationId}:${shardId % this.#limits.maxConcurrency}`;
    const lastAt = this.#lastAt.get(key);
    if (lastAt !== undefined && now - lastAt < this.#limits.everyMs) return "too-soon";
    this.#lastAt.set(key, now);
    return "started";
  }

  limitOf(applicationId: string): SessionStartLimitObject {
    const { perDay, maxConcurrency } = this.#limits;
    const count = this.#current(applicationId);
    const resetAfter = count ? count.since + DAY_MS - this.#clock.now() : 0;
    return { total: perDay, remaining: perDay - (count?.starts ?? 0), reset_after: resetAfter, max_concurrency: maxConcurrency };
  }

  #current(applicationId: string): Count | null {
    const count = this.#counts.get(applicationId);
    return count && this.#clock.now() < count.since + DAY_MS ? count : null;
  }
}
