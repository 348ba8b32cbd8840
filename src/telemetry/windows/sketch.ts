import { build, decodeFromCompressedBase64, encodeIntoCompressedBase64, type Histogram } from "hdr-histogram-js";
import type { Unit } from "../metric.ts";

/** A histogram holds whole numbers: microseconds, KiB, or the count itself. */
const PER_UNIT: Readonly<Record<Unit, number>> = { seconds: 1_000_000, bytes: 1 / 1_024, count: 1 };

/** Two digits: a value read back is at most 0.8 % from the one that was recorded, however often sketches are merged. */
const DIGITS = 2;

/** The distribution of many values in little space; merged from parts it is what it would be of the whole. */
export class Sketch {
  readonly #unit: Unit;
  readonly #histogram: Histogram;

  constructor(unit: Unit, histogram: Histogram = build({ bitBucketSize: 32, autoResize: true, lowestDiscernibleValue: 1, highestTrackableValue: 2, numberOfSignificantValueDigits: DIGITS })) {
    this.#unit = unit;
    this.#histogram = histogram;
  }

  /** Reads what `encoded` gave. @throws when it is no such text */
  static decode(unit: Unit, text: string): Sketch {
    const histogram = decodeFromCompressedBase64(text, 32, false);
    histogram.autoResize = true;
    return new Sketch(unit, histogram);
  }

  get count(): number {
    return this.#histogram.totalCount;
  }

  /** `value` in the unit; below zero counts as zero. */
  record(value: number, times = 1): void {
    this.#histogram.recordValueWithCount(Math.max(0, Math.round(value * PER_UNIT[this.#unit])), times);
  }

  add(other: Sketch): void {
    this.#histogram.add(other.#histogram);
  }

  /** The value that `part` (0 to 1) of all values do not exceed; null without any. */
  quantile(part: number): number | null {
    return this.count === 0 ? null : this.#histogram.getValueAtPercentile(part * 100) / PER_UNIT[this.#unit];
  }

  get max(): number | null {
    return this.count === 0 ? null : this.#histogram.maxValue / PER_UNIT[this.#unit];
  }

  get mean(): number | null {
    return this.count === 0 ? null : this.#histogram.mean / PER_UNIT[this.#unit];
  }

  /** HdrHistogram's own compressed format, version 2, in Base64. */
  encoded(): string {
    return encodeIntoCompressedBase64(this.#histogram);
  }
}
