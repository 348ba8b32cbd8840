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

interface Call {
  readonly url: string;
  readonly method: string;
  readonly signal: { readonly aborted: boolean } | null | undefined;
}

const timers: Pause = { now: () => performance.now(), wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };

/**
 * Lets calls leave so that Discord never has more of them in a second than it takes, whenever its second
 * begins. discord.js counts by seconds of its own, of which two halves may lie in one of Discord's. `heldUp` hears of
 * each call that has to wait.
 */
export function withinGlobalLimit(make: MakeRequest, heldUp: (url: string, method: string) => void = () => undefined, { now, wait }: Pause = timers): MakeRequest {
  /** When the last ones left. */
  const leaves: number[] = [];
  let last = Promise.resolve();

  /** One after the other, and by when they really leave: whatever held the process up, they do not leave in a heap afterwards. */
  async function turn({ url, method, signal }: Call): Promise<void> {
    // Nobody waits for it any more: it leaves its turn to the next one.
    if (signal?.aborted) return;
    const [oldest] = leaves.length < CALLS ? [] : leaves;
    if (leftOf(oldest) > 0) heldUp(url, method);
    for (let leftMs = leftOf(oldest); leftMs > 0; leftMs = leftOf(oldest)) await wait(leftMs);
    if (oldest !== undefined) leaves.shift();
    leaves.push(now());
  }
  const leftOf = (oldest: number | undefined): number => (oldest === undefined ? 0 : oldest + WINDOW_MS - now());

  return async (url, init) => {
    if (!COUNTED_APART.test(url)) {
      last = last.then(() => turn({ url, method: init.method ?? "GET", signal: init.signal }));
      await last;
    }
    return make(url, init);
  };
}
