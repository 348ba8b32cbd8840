import type { Metric } from "../../src/telemetry/metric.ts";
import { METRIC_KEYS, METRICS } from "../../src/telemetry/metric-table.ts";
import type { Exported } from "../../src/telemetry/prometheus.ts";
import { KEPT_FOR_MS, MINUTES_FOR_MS } from "../../src/telemetry/windows/thin.ts";
import { HOUR_MS } from "../../src/telemetry/windows/window.ts";
import { LABEL_VALUES, type LabelValues } from "./label-values.ts";

/** docs/metrics.md: everything that is measured, with `ofProcess`, what prom-client adds. */
export function metricsPage(ofProcess: readonly Exported[]): string {
  return [
    "# Metrics",
    "`npm run metrics-page` makes this page of [the table](../src/telemetry/metric-table.ts); a test holds both to what a running bot exports. [operating.md](operating.md) says how to read them, and what to do when an alert comes.",
    ...SERVING,
    "\n## What is measured",
    "A histogram is also exported as `_bucket`, `_sum` and `_count`. No label ever has the id or the name of a person, a server, a channel or a message.",
    "",
    "| name | kind | unit | labels | what |",
    "| --- | --- | --- | --- | --- |",
    ...METRIC_KEYS.map((key) => metricRow(METRICS[key])),
    "\n## What labels may be",
    "| label | of | values |",
    "| --- | --- | --- |",
    ...labelRows(),
    "\n## Bounds of the histograms",
    "| bounds | of |",
    "| --- | --- |",
    ...boundRows(),
    "\n## Of the process",
    "Node's own, as [prom-client](https://github.com/siimon/prom-client) counts them. Those of open files and of virtual and heap memory are there on Linux alone.",
    "",
    "| name | kind | labels | what |",
    "| --- | --- | --- | --- |",
    ...ofProcess.map(({ name, kind, labels, about }) => `| \`${name}\` | ${kind} | ${names(labels)} | ${about} |`),
    ...KEEPING,
    "",
  ].join("\n");
}

const SERVING = [
  "\n## How they are served",
  "`GET /metrics`, in Prometheus's text format, at the address in `GUILDSMITH_METRICS`:",
  "",
  "| `GUILDSMITH_METRICS` | serves them |",
  "| --- | --- |",
  "| not set | at `127.0.0.1:9464`, to this machine alone. Where another program has that port, the log says so and the bot runs without |",
  "| `host:port`, or a port | there; a port alone is one of `127.0.0.1`. Where it is taken, the bot says so and does not start |",
  "| `off` | nowhere |",
  "",
  "With `GUILDSMITH_METRICS_TOKEN`, a word of at least 16 characters, who asks has to send it as `Authorization: Bearer …`, and is answered 401 otherwise. An address that others than this machine can reach needs one: without it the bot does not start. It is sent as it is, so beyond a network that you trust put a proxy with TLS before it.",
];

const hours = (ms: number): number => ms / HOUR_MS;

const KEEPING = [
  "\n## What stays when the bot restarts",
  "What Prometheus reads begins at zero with every start. Guildsmith also keeps histograms and counters itself, in its database: a window for each minute, metric, guild, flow, surface, cohort and set of the other labels, with the count and, of a histogram, a sketch from which any quantile can be read to within 0.5 %, also of many windows together. Gauges are not kept.",
  `A window is written when its minute is over, and at the end of the process; one that is killed loses the minute it was in. After ${hours(MINUTES_FOR_MS)} hours minutes become hours, and after ${hours(KEPT_FOR_MS) / 24} days they go. What cannot be written, because the database is away, waits in memory and is counted by \`${METRICS.windowsWritten.name}\` when it is too much.`,
];

const KINDS: Readonly<Record<Metric["kind"], string>> = { distribution: "histogram", counter: "counter", gauge: "gauge" };

/** A gauge's and a counter's unit is in its name, as Prometheus has it. */
const unitOf = (metric: Metric): string => (metric.kind === "distribution" ? metric.unit : (/_(seconds|bytes)(?:_total)?$/.exec(metric.name)?.[1] ?? "count"));

const names = (labels: readonly string[]): string => labels.map((label) => `\`${label}\``).join(", ");

const metricRow = (metric: Metric): string => `| \`${metric.name}\` | ${KINDS[metric.kind]} | ${unitOf(metric)} | ${names(metric.labels)} | ${metric.about} |`;

const inWords = (values: LabelValues): string => ("are" in values ? values.are : values.map((value) => (value === "" ? "empty where it came to no room" : `\`${value}\``)).join(", "));

/** Metrics whose label means the same stand in one row. */
function labelRows(): readonly string[] {
  const pairs = METRIC_KEYS.flatMap((key) => Object.entries<LabelValues>(LABEL_VALUES[key]).map(([label, values]) => ({ label, words: inWords(values), name: METRICS[key].name })));
  return [...Map.groupBy(pairs, ({ label, words }) => `${label}\n${words}`).values()].map((same) => `| \`${same[0]?.label ?? ""}\` | ${names(same.map(({ name }) => name))} | ${same[0]?.words ?? ""} |`);
}

function boundRows(): readonly string[] {
  const distributions = METRIC_KEYS.map((key): Metric => METRICS[key]).filter((metric) => metric.kind === "distribution");
  return [...Map.groupBy(distributions, ({ buckets }) => buckets.join(", "))].map(([bounds, of]) => `| ${bounds} | ${names(of.map(({ name }) => name))} |`);
}
