import { dayOf } from "./statistics-port.ts";

export const PERIODS = ["week", "month", "all"] as const;
export type Period = (typeof PERIODS)[number];
export const OF = ["me", "guild", "leaderboard"] as const;
export type Of = (typeof OF)[number];

const DAY_MS = 24 * 60 * 60_000;
const DAYS: Readonly<Record<Exclude<Period, "all">, number>> = { week: 7, month: 30 };
/** Before the first day that anybody counted. */
const BEGINNING = "2000-01-01";

/** The days of a period in UTC, both included. */
export const daysOf = (period: Period, now: number): { readonly from: string; readonly to: string } => ({
  from: period === "all" ? BEGINNING : dayOf(now - (DAYS[period] - 1) * DAY_MS),
  to: dayOf(now),
});

/** So many bars stand side by side on a phone. */
const MOST_BARS = 30;

/** The bars of a chart: each day of a week or month, each month of all time, the last {@link MOST_BARS}. */
export function barsOf(period: Period, now: number, days: readonly string[]): readonly string[] {
  if (period !== "all") return Array.from({ length: DAYS[period] }, (_, index) => dayOf(now - (DAYS[period] - 1 - index) * DAY_MS));
  return [...new Set(days.map((day) => day.slice(0, 7)))].toSorted().slice(-MOST_BARS);
}
