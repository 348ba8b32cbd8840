import { type CounterKey, type DistributionKey, type GaugeKey, METRICS } from "../../src/telemetry/metric-table.ts";

/** A question to Prometheus, and how its lines are called; `{{label}}` is a label's value. */
export interface Query {
  readonly expr: string;
  readonly legend: string;
}

/** The bot that is chosen at the top of the dashboard. */
export const BOT = 'job="guildsmith", instance=~"$instance"';
/** Its people: those of the cohort and the flow that are chosen. */
export const PEOPLE = `${BOT}, cohort=~"$cohort", flow=~"$flow"`;

const OVER = "[$__rate_interval]";
const by = (labels: readonly string[]): string => (labels.length === 0 ? "" : ` by (${labels.join(", ")})`);
const legendOf = (labels: readonly string[]): string => labels.map((label) => `{{${label}}}`).join(" ");

/** One quantile of a distribution, for each set of these labels. */
export const quantile = (part: number, key: DistributionKey, labels: readonly string[], of: string): Query => ({
  expr: `histogram_quantile(${part}, sum by (${["le", ...labels].join(", ")}) (rate(${METRICS[key].name}_bucket{${of}}${OVER})))`,
  legend: `p${part * 100} ${legendOf(labels)}`.trim(),
});

/** p50, p95 and p99. */
export const quantiles = (key: DistributionKey, labels: readonly string[], of: string): readonly Query[] => [0.5, 0.95, 0.99].map((part) => quantile(part, key, labels, of));

/** The mean of a distribution. */
export const mean = (key: DistributionKey, labels: readonly string[], of: string): Query => ({
  expr: `sum${by(labels)} (rate(${METRICS[key].name}_sum{${of}}${OVER})) / sum${by(labels)} (rate(${METRICS[key].name}_count{${of}}${OVER}))`,
  legend: legendOf(labels) || "mean",
});

/** How many values of a distribution came a second. */
export const perSecond = (key: DistributionKey, labels: readonly string[], of: string): Query => ({ expr: `sum${by(labels)} (rate(${METRICS[key].name}_count{${of}}${OVER}))`, legend: legendOf(labels) || "all" });

/** How often a counter rises a second. */
export const rate = (key: CounterKey, labels: readonly string[], of: string): Query => ({ expr: `sum${by(labels)} (rate(${METRICS[key].name}{${of}}${OVER}))`, legend: legendOf(labels) || "all" });

/** How much a counter rose in what one point of the chart stands for. */
export const rise = (key: CounterKey, labels: readonly string[], of: string): Query => ({ expr: `sum${by(labels)} (increase(${METRICS[key].name}{${of}}${OVER}))`, legend: legendOf(labels) || "all" });

/** What a gauge says now. */
export const now = (key: GaugeKey, labels: readonly string[], of: string, sum: "sum" | "max" | "min" = "sum"): Query => ({ expr: `${sum}${by(labels)} (${METRICS[key].name}{${of}})`, legend: legendOf(labels) || "now" });
