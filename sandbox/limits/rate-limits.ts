import { createHash } from "node:crypto";
import type { Clock } from "../world/clock.ts";
import type { LimitSettings, Quota } from "./observed.ts";

export interface Asking {
  /** `METHOD /pattern`. */
  readonly route: string;
  /** The channel, guild or webhook that the bucket belongs to. */
  readonly major: string;
  /** Whose global limit counts, null where none does. */
  readonly bot: string | null;
}

export interface Verdict {
  readonly headers: Readonly<Record<string, string>>;
  /** The body of a 429; null when the request may go on. */
  readonly refusal: { readonly message: string; readonly retry_after: number; readonly global: boolean } | null;
}

interface Window {
  used: number;
  resetAt: number;
}

const LIMITED = "You are being rate limited.";

/** Counts requests per bucket and per bot, as topics/rate-limits.mdx in Discord's documentation describes. */
export class RateLimits {
  readonly #settings: LimitSettings;
  readonly #clock: Pick<Clock, "now">;
  readonly #windows = new Map<string, Window>();

  constructor(settings: LimitSettings, clock: Pick<Clock, "now">) {
    this.#settings = settings;
    this.#clock = clock;
  }

  take({ route, major, bot }: Asking): Verdict {
    const now = this.#clock.now();
    if (bot !== null) {
      const window = this.#count(`global:${bot}`, this.#settings.global, now);
      if (window.used > this.#settings.global.limit) return globalRefusal(window.resetAt - now);
    }
    const quota = this.#settings.routes[route] ?? this.#settings.otherwise;
    const window = this.#count(`${route}:${major}`, quota, now);
    const isOver = window.used > quota.limit;
    const leftMs = Math.max(0, window.resetAt - now);
    const headers: Record<string, string> = {
      "x-ratelimit-limit": String(quota.limit),
      "x-ratelimit-remaining": String(Math.max(0, quota.limit - window.used)),
      "x-ratelimit-reset": (window.resetAt / 1000).toFixed(3),
      "x-ratelimit-reset-after": (leftMs / 1000).toFixed(3),
      "x-ratelimit-bucket": createHash("md5").update(route).digest("hex"),
    };
    if (!isOver) return { headers, refusal: null };
    return {
      headers: { ...headers, "retry-after": String(Math.ceil(leftMs / 1000)), "x-ratelimit-scope": "user" },
      refusal: { message: LIMITED, retry_after: leftMs / 1000, global: false },
    };
  }

  #count(key: string, quota: Quota, now: number): Window {
    const known = this.#windows.get(key);
    if (known && known.resetAt > now) {
      known.used += 1;
      return known;
    }
    if (this.#windows.size > 10_000) this.#forgetPast(now);
    const fresh = { used: 1, resetAt: now + quota.windowMs };
    this.#windows.set(key, fresh);
    return fresh;
  }

  #forgetPast(now: number): void {
    for (const [key, { resetAt }] of this.#windows) if (resetAt <= now) this.#windows.delete(key);
  }
}

/** A global refusal names no bucket. */
function globalRefusal(leftMs: number): Verdict {
  return {
    headers: { "retry-after": String(Math.ceil(leftMs / 1000)), "x-ratelimit-global": "true", "x-ratelimit-scope": "global" },
    refusal: { message: LIMITED, retry_after: leftMs / 1000, global: true },
  };
}
