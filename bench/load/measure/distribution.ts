/** What so many values come to. The nearest rank: the smallest value that at least that part does not exceed. */
export interface Distribution {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** NaN where there are no values. */
export function distributionOf(values: readonly number[]): Distribution {
  const sorted = values.toSorted((a, b) => a - b);
  return { count: sorted.length, p50: atPart(sorted, 0.5), p95: atPart(sorted, 0.95), p99: atPart(sorted, 0.99), max: atPart(sorted, 1) };
}

/** Of values in ascending order; NaN where there are none. */
export const atPart = (sorted: readonly number[], part: number): number => sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
