/** What bounds the cache of members, and how patient it is. */
export interface CacheLimits {
  /** A guild of more members is not kept. */
  readonly perGuild: number;
  /** Nor is one with which there would be more than this in all. */
  readonly inAll: number;
  /** How long the next part of a list may take. */
  readonly silenceMs: number;
  /** When a list is asked for again that did not come. */
  readonly againMs: number;
}

/** What a member takes in memory: `npm run bench -- directory` measures it. */
export const BYTES_PER_MEMBER = 175;

/** At most 35 MB in all, a quarter of what the whole process is to take; and no single guild takes all of it. */
export const CACHE_LIMITS: CacheLimits = { perGuild: 100_000, inAll: 200_000, silenceMs: 30_000, againMs: 60_000 };
