import { seeded } from "./times.ts";

/** A ratio, and where it lies with 95 % certainty. */
export interface Ratio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2_000;

/**
 * How many times as much `after` is as `before`, by the medians of paired rounds; the interval by bootstrap over the
 * rounds (Efron and Tibshirani, An Introduction to the Bootstrap, chapter 13: percentiles), the same in every run.
 */
export function pairedRatio(before: readonly number[], after: readonly number[], seed = 1): Ratio {
  if (before.length !== after.length || before.length === 0) throw new RangeError("rounds must come in pairs");
  const random = seeded(seed);
  const ratios = Array.from({ length: RESAMPLES }, () => {
    const drawn = Array.from(before, () => Math.floor(random() * before.length));
    return medianOf(drawn.map((at) => after[at] ?? Number.NaN)) / medianOf(drawn.map((at) => before[at] ?? Number.NaN));
  }).toSorted((a, b) => a - b);
  const at = (part: number): number => ratios[Math.round(part * (RESAMPLES - 1))] ?? Number.NaN;
  return { ratio: medianOf(after) / medianOf(before), low: at(0.025), high: at(0.975) };
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  return Number.isInteger(middle) ? (at(middle - 1) + at(middle)) / 2 : at(Math.floor(middle));
}

/** `1.01x (0.99 to 1.03)`. */
export const ratioText = ({ ratio, low, high }: Ratio): string => `${ratio.toFixed(2)}x (${low.toFixed(2)} to ${high.toFixed(2)})`;
