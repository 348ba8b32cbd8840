/** What a metric is: its name for Prometheus, its labels, and whether it is kept in windows. */

export type Unit = "seconds" | "bytes" | "count";

interface Described<L extends string> {
  /** As Prometheus has it: unit and kind at the end. Never a user's or a guild's id among the labels. */
  readonly name: string;
  readonly about: string;
  readonly labels: readonly L[];
}

/** Values whose distribution counts: kept in windows as well. */
export interface Distribution<L extends string = string> extends Described<L> {
  readonly kind: "distribution";
  readonly unit: Unit;
  /** Upper bounds of Prometheus's buckets, in the unit. */
  readonly buckets: readonly number[];
}

/** How often something happened; `isKept`: in windows as well. */
export interface Counter<L extends string = string> extends Described<L> {
  readonly kind: "counter";
  readonly isKept: boolean;
}

/** How much there is now. */
export interface Gauge<L extends string = string> extends Described<L> {
  readonly kind: "gauge";
}

export type Metric<L extends string = string> = Distribution<L> | Counter<L> | Gauge<L>;

/** What a person waits for. */
const WAITS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3, 5, 10, 30];
const BUCKETS = {
  waits: WAITS,
  /** What the machine itself takes. */
  work: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
  /** What people take. */
  visits: [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1_800],
  few: [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 50],
  memory: [64, 96, 128, 192, 256, 384, 512, 1_024, 2_048].map((mebibytes) => mebibytes * 1_048_576),
} as const;

export const distribution = <const L extends string>(name: string, unit: Unit, buckets: keyof typeof BUCKETS, labels: readonly L[], about: string): Distribution<L> => ({ kind: "distribution", name, unit, buckets: BUCKETS[buckets], labels, about });
export const counter = <const L extends string>(name: string, labels: readonly L[], about: string): Counter<L> => ({ kind: "counter", isKept: true, name, labels, about });
export const gauge = <const L extends string>(name: string, labels: readonly L[], about: string): Gauge<L> => ({ kind: "gauge", name, labels, about });
