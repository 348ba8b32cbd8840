import { randomFillSync } from "node:crypto";
import type { Clock } from "./clock.ts";

/** Gives a new id at each call. */
export type NewId = () => string;

const TIME_DIGITS = 9;
const COUNT_DIGITS = 3;
const COUNT_LIMIT = 36 ** COUNT_DIGITS;
const RANDOM_DIGITS = 8;
const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
const DRAWN_BYTES = 4_096;

/**
 * Ids that sort by the time they were made: 9 digits of milliseconds, 3 that count within one
 * millisecond, 8 random, in base 36. 20 characters, since they serve as Discord's message nonce
 * (at most 25: resources/message.mdx in Discord's documentation).
 */
export function createIds(clock: Clock, random: (size: number) => Uint8Array = drawnAhead()): NewId {
  let lastAt = 0;
  let count = 0;
  return () => {
    const now = clock.now();
    // A clock that stands still or steps back must not break the order.
    if (now > lastAt) {
      lastAt = now;
      count = 0;
    } else if (++count === COUNT_LIMIT) {
      lastAt += 1;
      count = 0;
    }
    let id = lastAt.toString(36).padStart(TIME_DIGITS, "0") + count.toString(36).padStart(COUNT_DIGITS, "0");
    for (const byte of random(RANDOM_DIGITS)) id += DIGITS[byte % DIGITS.length] ?? "";
    return id;
  };
}

/** Random bytes, each given once. The system is asked for many at a time: asking costs much more than a few bytes do. */
function drawnAhead(): (size: number) => Uint8Array {
  const drawn = new Uint8Array(DRAWN_BYTES);
  let next = DRAWN_BYTES;
  return (size) => {
    if (next + size > DRAWN_BYTES) {
      randomFillSync(drawn);
      next = 0;
    }
    next += size;
    return drawn.subarray(next - size, next);
  };
}
