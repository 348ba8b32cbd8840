import type { RESTOptions } from "discord.js";

type MakeRequest = RESTOptions["makeRequest"];

/** What Discord takes of a bot in a second, of all routes together. Source: topics/rate-limits.mdx, "Global Rate Limit", in its documentation. */
const CALLS = 50;
/**
 * Discord counts from when a call arrives, and nobody knows when its second began: those that leave within a
 * second may arrive within less, as each takes its own time. How much that differs between calls is added.
 */
const WINDOW_MS = 1_150;

/** Answers to interactions and what follows by their tokens are counted apart. */
const COUNTED_APART = /\/(?:interactions|webhooks)\//;

export interface Pause {
  /** Milliseconds. */
  now(): number;
  wait(ms: number): Promise<void>;
}

const timers: Pause = { now: () => performance.now(), wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };

/**
 * Lets calls leave so that Discord never has more of them in a second than it takes, whenever its second
 * begins. discord.js counts by seconds of its own, of which two halves may lie in one of Discord's.
 */
export function withinGlobalLimit(make: MakeRequest, { now, wait }: Pause = timers): MakeRequest {
  /** When the last ones left. */
  const leaves: number[] = [];
  let last = Promise.resolve();

  /** One after the other, and by when they really leave: whatever held the process up, they do not leave in a heap afterwards. */
  async function turn(): Promise<void> {
    const oldest = leaves.length < CALLS ? undefined : leaves.shift();
    for (let leftMs = leftOf(oldest); leftMs > 0; leftMs = leftOf(oldest)) await wait(leftMs);
    leaves.push(now());
  }
  const leftOf = (oldest: number | undefined): number => (oldest === undefined ? 0 : oldest + WINDOW_MS - now());

  return async (url, init) => {
    if (!COUNTED_APART.test(url)) {
      last = last.then(turn);
      await last;
    }
    return make(url, init);
  };
}
