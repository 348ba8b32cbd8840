import { randomBytes } from "node:crypto";
import type { Clock } from "./clock.ts";

/** Gives a new id at each call. */
export type NewId = () => string;

const TIME_DIGITS = 9;
const COUNT_DIGITS = 3;
const COUNT_LIMIT = 36 ** COUNT_DIGITS;
const RANDOM_DIGITS = 8;

/**
 * Ids that sort by the time they were made: 9 digits of milliseconds, 3 that count within one
 * millisecond, 8 random, in base 36. 20 characters, since they serve as Discord's message nonce
 * (at most 25: resources/message.mdx in Discord's documentation).
 */
export function createIds(clock: Clock, random: (size: number) => Uint8Array = randomBytes): NewId {
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
    const tail = Array.from(random(RANDOM_DIGITS), (byte) => (byte % 36).toString(36)).join("");
    return lastAt.toString(36).padStart(TIME_DIGITS, "0") + count.toString(36).padStart(COUNT_DIGITS, "0") + tail;
  };
}
