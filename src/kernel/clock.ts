/** Milliseconds since 1970. Everything that needs the time asks one of these, so that tests own it. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
