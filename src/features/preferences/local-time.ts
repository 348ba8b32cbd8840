const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** What the clock on the wall shows in a time zone, in minutes since midnight. @throws RangeError when there is no such zone */
export function minuteOfDay(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, hour: "numeric", minute: "numeric", hourCycle: "h23" }).formatToParts(at);
  const part = (type: "hour" | "minute"): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return part("hour") * 60 + part("minute");
}

/**
 * The first instant after `at` (milliseconds since 1970) at which the clock on the wall shows `minute`. Where the
 * clock is put forward over it, the first instant after that.
 */
export function nextAt(at: number, minute: number, timeZone: string): number {
  const shown = minuteOfDay(at, timeZone);
  const wait = (minute - shown + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;
  const guess = at - (at % MINUTE_MS) + wait * MINUTE_MS;
  // Between the two the clock may have been put forward or back, by at most half a day.
  const off = ((minuteOfDay(guess, timeZone) - minute + DAY_MINUTES * 1.5) % DAY_MINUTES) - DAY_MINUTES / 2;
  const corrected = guess - off * MINUTE_MS;
  return minuteOfDay(corrected, timeZone) === minute && corrected > at ? corrected : guess;
}

/** Whether the clock on the wall shows a time from `from` until before `to`, which may be past midnight. */
export function isBetween(at: number, from: number, to: number, timeZone: string): boolean {
  const shown = minuteOfDay(at, timeZone);
  return from <= to ? shown >= from && shown < to : shown >= from || shown < to;
}
