/** Seeded chance: the same seed makes the same choices, though not at the same instants. */
export interface Chance {
  /** From 0, below 1. */
  next(): number;
  /** True with this probability, 0 to 1. */
  happens(probability: number): boolean;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  /** One of them; undefined when there is none. */
  pick<T>(from: readonly T[]): T | undefined;
}

/** Mulberry32, started from a text. */
export function chance(seed: string): Chance {
  let state = 0;
  for (const letter of seed) state = (Math.imul(state, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    happens: (probability) => next() < probability,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (from) => from[Math.floor(next() * from.length)],
  };
}
