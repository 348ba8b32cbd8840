import { setTimeout as wait } from "node:timers/promises";

/** Lets works begin one after the other, at least so far apart, however many wait. */
export function createPace(apartMs: number): () => Promise<void> {
  let nextAt = 0;
  return async () => {
    const now = performance.now();
    const at = Math.max(now, nextAt);
    nextAt = at + apartMs;
    if (at > now) await wait(at - now);
  };
}
