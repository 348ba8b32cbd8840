/** A ratio, and between which it lies with 95% confidence. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What one round measured of two ways; of the first, which the other is held against, and of the other. */
export interface Round {
  readonly base: readonly number[];
  readonly other: readonly number[];
}

/** Of values in ascending order. */
export type Statistic = (sorted: Float64Array) => number;

const CONFIDENCE = 0.95;

/**
 * How many times the statistic of the base the other's is, over all rounds, with its percentile bootstrap
 * interval: rounds are drawn anew as pairs, and values within them, so that both what differs between rounds
 * and what differs within them counts. Rounds in which either has no values are left out; NaN where none is left. `random` from 0 to 1.
 */
export function ratioInterval(all: readonly Round[], statistic: Statistic, random: () => number, resamples = 1_000): Interval {
  // Where one of the two has nothing, there is no pair.
  const rounds = all.filter(({ base, other }) => base.length > 0 && other.length > 0);
  const pick = (below: number): number => Math.floor(random() * below);
  const value = ratioOf(rounds, statistic);
  if (!Number.isFinite(value)) return { value, low: value, high: value };
  const ratios = new Float64Array(resamples);
  for (let n = 0; n < resamples; n++) {
    const drawn = rounds.map(() => rounds[pick(rounds.length)] ?? { base: [], other: [] }).map(({ base, other }) => ({ base: drawAnew(base, pick), other: drawAnew(other, pick) }));
    ratios[n] = ratioOf(drawn, statistic);
  }
  ratios.sort();
  const at = (part: number): number => ratios[Math.min(resamples - 1, Math.floor(part * resamples))] ?? Number.NaN;
  return { value, low: at((1 - CONFIDENCE) / 2), high: at((1 + CONFIDENCE) / 2) };
}

const ratioOf = (rounds: readonly Round[], statistic: Statistic): number => statistic(pooled(rounds.map(({ other }) => other))) / statistic(pooled(rounds.map(({ base }) => base)));

const pooled = (parts: readonly (readonly number[])[]): Float64Array => Float64Array.from(parts.flat()).toSorted();

const drawAnew = (values: readonly number[], pick: (below: number) => number): readonly number[] => values.map(() => values[pick(values.length)] ?? Number.NaN);

/** The nearest rank. */
export const quantile =
  (part: number): Statistic =>
  (sorted) =>
    sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;

export const mean: Statistic = (values) => (values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length);
