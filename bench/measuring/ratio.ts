import { type Interval, quantile, ratioInterval } from "../load/compare/ratio-interval.ts";
import { seeded } from "./times.ts";

const MEDIAN = quantile(0.5);
const RESAMPLES = 2_000;

/** How many times as much `after` is as `before`: the middle of the rounds' own ratios, so that what a whole round met counts for both, with its 95 % interval; the same in every run. */
export function pairedRatio(before: readonly number[], after: readonly number[]): Interval {
  if (before.length !== after.length || before.length === 0) throw new RangeError("rounds must come in pairs");
  return ratioInterval(before.map((value, round) => ({ base: [1], other: [(after[round] ?? Number.NaN) / value] })), MEDIAN, seeded(1), RESAMPLES);
}

export const medianOf = (values: readonly number[]): number => MEDIAN(Float64Array.from(values).toSorted());
