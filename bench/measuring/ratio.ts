import { type Interval, quantile, ratioInterval } from "../load/compare/ratio-interval.ts";
import { seeded } from "./times.ts";

const MEDIAN = quantile(0.5);
const RESAMPLES = 2_000;

/** How many times as much `after` is as `before`, by the medians of paired rounds, with its 95 % interval; the same in every run. */
export function pairedRatio(before: readonly number[], after: readonly number[]): Interval {
  if (before.length !== after.length || before.length === 0) throw new RangeError("rounds must come in pairs");
  return ratioInterval(before.map((value, round) => ({ base: [value], other: [after[round] ?? Number.NaN] })), MEDIAN, seeded(1), RESAMPLES);
}

export const medianOf = (values: readonly number[]): number => MEDIAN(Float64Array.from(values).toSorted());
