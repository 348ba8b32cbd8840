/** Does something once nobody waits for it. */
export type Later = (work: () => Promise<unknown>) => void;

/** So that the answer has left: what is read meanwhile would hold it up. */
const AFTER_MS = 50;

export interface LaterWork {
  readonly later: Later;
  /** Drops what has not begun, and resolves when the rest is done. */
  stop(): Promise<void>;
}

/** `failed` is told of what was thrown. */
export function createLater(failed: (cause: unknown) => void): LaterWork {
  const waiting = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  let isStopped = false;
  function begin(work: () => Promise<unknown>): void {
    const done = work().then(() => undefined, failed);
    running.add(done);
    void done.finally(() => running.delete(done));
  }
  return {
    later(work) {
      if (isStopped) return;
      const timer = setTimeout(() => {
        waiting.delete(timer);
        begin(work);
      }, AFTER_MS);
      waiting.add(timer);
    },
    async stop() {
      isStopped = true;
      for (const timer of waiting) clearTimeout(timer);
      waiting.clear();
      await Promise.all(running);
    },
  };
}
