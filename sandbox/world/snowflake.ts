import type { Clock } from "./clock.ts";

/** Discord counts its ids' milliseconds from 2015-01-01. */
const EPOCH_MS = 1_420_070_400_000;
const TIME_SHIFT = 22n;

/** The instant in an id, milliseconds since 1970. */
export function createdAtOf(id: string): number {
  return Number(BigInt(id) >> TIME_SHIFT) + EPOCH_MS;
}

/** Hands out ids that carry the time and always grow, even when the clock stands still. */
export class Snowflakes {
  readonly #clock: Clock;
  #last = 0n;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  next(): string {
    const wanted = BigInt(this.#clock.now() - EPOCH_MS) << TIME_SHIFT;
    this.#last = wanted > this.#last ? wanted : this.#last + 1n;
    return String(this.#last);
  }
}

/** Orders ids by age, oldest first. */
export function byAge(first: string, second: string): number {
  // Numbers of as many digits are in the order of their text, which is a lot faster to find.
  if (first.length === second.length) return first < second ? -1 : first > second ? 1 : 0;
  const difference = BigInt(first) - BigInt(second);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
