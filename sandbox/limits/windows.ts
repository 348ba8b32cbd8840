import type { Quota } from "./observed.ts";

/** One count that starts anew when its time is over. */
export interface Window {
  used: number;
  readonly limit: number;
  readonly resetAt: number;
}

const FIRST_SWEEP = 10_000;

/** Counts by key. What is over is forgotten now and then, so that a long life takes no more room than a short one. */
export class Windows {
  readonly #windows = new Map<string, Window>();
  #sweepAt = FIRST_SWEEP;

  /** Counts one more; the first begins the time. */
  count(key: string, { limit, windowMs }: Quota, now: number): Window {
    const known = this.look(key, now);
    if (known) {
      known.used += 1;
      return known;
    }
    if (this.#windows.size >= this.#sweepAt) this.#sweep(now);
    const fresh = { used: 1, limit, resetAt: now + windowMs };
    this.#windows.set(key, fresh);
    return fresh;
  }

  look(key: string, now: number): Window | undefined {
    const known = this.#windows.get(key);
    return known && known.resetAt > now ? known : undefined;
  }

  /** What is left decides when to look again: a count must not cost more the more there are. */
  #sweep(now: number): void {
    for (const [key, { resetAt }] of this.#windows) if (resetAt <= now) this.#windows.delete(key);
    this.#sweepAt = Math.max(FIRST_SWEEP, this.#windows.size * 2);
  }
}
