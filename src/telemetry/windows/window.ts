import type { Metric } from "../metric.ts";
import { METRICS, type MetricKey } from "../metric-table.ts";
import type { Sketch } from "./sketch.ts";

/** What was measured of one series in one span of time. */
export interface Window {
  readonly series: Series;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly spanMs: number;
  readonly count: number;
  /** Null of a counter. */
  readonly sketch: Sketch | null;
}

/** A metric with values for its labels, in one guild. */
export interface Series {
  readonly metric: KeptKey;
  /** Empty: of no guild. */
  readonly guildId: string;
  readonly flow: string;
  readonly surface: string;
  readonly cohort: string;
  /** The other labels, as JSON with sorted keys. */
  readonly detail: string;
}

/** Distributions and counters are kept; a gauge says only what is now. */
export type KeptKey = { [K in MetricKey]: (typeof METRICS)[K] extends { readonly kind: "gauge" } ? never : K }[MetricKey];

/** Whether a stored name is of a metric that this version knows and keeps. */
export function isKept(key: string): key is KeptKey {
  if (!Object.hasOwn(METRICS, key)) return false;
  const metric: Metric = METRICS[key as MetricKey];
  return metric.kind !== "gauge";
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

/** When the span began that `now` is in. */
export const spanStart = (now: number, spanMs: number): number => now - (now % spanMs);

/** A metric's labels as a series: those that every report asks for apart. */
export function seriesOf(metric: KeptKey, labels: Readonly<Record<string, string>>, guildId = ""): Series {
  const { flow = "", surface = "", cohort = "", ...others } = labels;
  return { metric, guildId, flow, surface, cohort, detail: detailOf(others) };
}

const detailOf = (labels: Readonly<Record<string, string>>): string => {
  const names = Object.keys(labels);
  return names.length === 0 ? "{}" : JSON.stringify(Object.fromEntries(names.toSorted().map((name) => [name, labels[name]])));
};

/** One text for equal series. */
export const keyOf = ({ metric, guildId, flow, surface, cohort, detail }: Series): string => [metric, guildId, flow, surface, cohort, detail].join("\n");
