import { createHash } from "node:crypto";
import type { Clock } from "../world/clock.ts";
import type { LimitSettings, Quota, RouteQuota } from "./observed.ts";
import { Windows } from "./windows.ts";

export interface Asking {
  /** `METHOD /pattern`. */
  readonly route: string;
  /** The channel, guild or webhook that the bucket belongs to. */
  readonly major: string;
  /** Whose bucket it is: a bot, or an address that named none. */
  readonly by: string;
  /** Does the global limit count here? */
  readonly isGlobal: boolean;
}

export interface Verdict {
  readonly headers: Readonly<Record<string, string>>;
  /** The body of a 429; null when the request may go on. */
  readonly refusal: { readonly message: string; readonly retry_after: number; readonly global: boolean } | null;
}

const LIMITED = "You are being rate limited.";

/** Counts requests per bucket and per bot, and what was invalid, as topics/rate-limits.mdx in Discord's documentation describes. */
export class RateLimits {
  readonly settings: LimitSettings;
  readonly #clock: Pick<Clock, "now">;
  readonly #windows = new Windows();
  readonly #hashes = new Map<string, string>();

  constructor(settings: LimitSettings, clock: Pick<Clock, "now">) {
    this.settings = settings;
    this.#clock = clock;
  }

  take({ route, major, by, isGlobal }: Asking): Verdict {
    const now = this.#clock.now();
    if (isGlobal) {
      const window = this.#windows.count(`global ${by}`, this.settings.global, now);
      if (window.used > this.settings.global.limit) return globalRefusal(window.resetAt - now);
    }
    const quota: RouteQuota = this.settings.routes[route] ?? this.settings.otherwise;
    const { bucket = route, scope = "user" } = quota;
    const window = this.#windows.count(`${scope === "shared" ? "" : by} ${bucket} ${major}`, quota, now);
    const leftMs = Math.max(0, window.resetAt - now);
    const headers: Record<string, string> = {
      "x-ratelimit-limit": String(window.limit),
      "x-ratelimit-remaining": String(Math.max(0, window.limit - window.used)),
      "x-ratelimit-reset": (window.resetAt / 1000).toFixed(3),
      "x-ratelimit-reset-after": (leftMs / 1000).toFixed(3),
      "x-ratelimit-bucket": this.#hashOf(bucket),
    };
    if (window.used <= window.limit) return { headers, refusal: null };
    return {
      headers: { ...headers, "retry-after": inSeconds(leftMs), "x-ratelimit-scope": scope },
      refusal: { message: LIMITED, retry_after: leftMs / 1000, global: false },
    };
  }

  /** Notes that an address was answered 401, 403, or 429 by a limit of its own. */
  countInvalid(address: string): void {
    this.#windows.count(invalidKey(address), this.settings.invalid, this.#clock.now());
  }

  /** How many invalid requests an address has made in the time that counts. */
  invalidRequests(address: string): number {
    return this.#windows.look(invalidKey(address), this.#clock.now())?.used ?? 0;
  }

  /** For how long an address is shut out, in milliseconds: 0 while it has made no more invalid requests than it may. */
  shutOutMs(address: string): number {
    const now = this.#clock.now();
    const window = this.#windows.look(invalidKey(address), now);
    return window && window.used >= window.limit ? window.resetAt - now : 0;
  }

  /** How much of its global limit a bot (or an address) has used in this second. */
  globalUse(by: string): Quota & { readonly used: number } {
    return { ...this.settings.global, used: this.#windows.look(`global ${by}`, this.#clock.now())?.used ?? 0 };
  }

  #hashOf(bucket: string): string {
    const known = this.#hashes.get(bucket);
    if (known !== undefined) return known;
    const hash = createHash("md5").update(bucket).digest("hex");
    this.#hashes.set(bucket, hash);
    return hash;
  }
}

const invalidKey = (address: string) => `invalid ${address}`;

const inSeconds = (ms: number) => String(Math.ceil(ms / 1000));

/** A global refusal names no bucket. */
function globalRefusal(leftMs: number): Verdict {
  return {
    headers: { "retry-after": inSeconds(leftMs), "x-ratelimit-global": "true", "x-ratelimit-scope": "global" },
    refusal: { message: LIMITED, retry_after: leftMs / 1000, global: true },
  };
}
