/** Time as the sandbox knows it; tests bring their own ({@link ManualClock} in `manual-clock.ts`). */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `act` once, so many milliseconds of this clock from now. Gives the way to call it off. */
  after(ms: number, act: () => void): () => void;
}

/** The machine's time. What it waits for does not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms).unref();
    return () => clearTimeout(timer);
  },
};
