import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Metric } from "./metric.ts";
import { METRIC_KEYS, type MetricKey, METRICS } from "./metric-table.ts";
import type { Telemetry } from "./telemetry.ts";

/** The measurements as Prometheus reads them. */
export interface Prometheus extends Telemetry {
  readonly contentType: string;
  /** Everything, in Prometheus's text format. */
  text(): Promise<string>;
  /** What it exports besides the metric table: Node's own metrics of the process. */
  ofProcess(): readonly Exported[];
  close(): void;
}

/** A metric as Prometheus knows it. */
export interface Exported {
  readonly name: string;
  readonly about: string;
  readonly kind: string;
  readonly labels: readonly string[];
}

/** Keeps totals since the process began, as Prometheus expects, with Node's own metrics of the process. */
export function createPrometheus(): Prometheus {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const ofProcess = registry.getMetricsAsArray().map((metric): Exported => ({ name: metric.name, about: metric.help, kind: String(metric.type), labels: labelsOf(metric) }));
  const registered = new Map(METRIC_KEYS.map((key) => [key, register(registry, METRICS[key])]));
  const of = <T>(key: MetricKey, kind: new (...given: never[]) => T): T => {
    const found = registered.get(key);
    if (!(found instanceof kind)) throw new Error(`the metric ${key} is of another kind`);
    return found;
  };
  return {
    observe: (key, labels, value) => of(key, Histogram).observe(labels, value),
    count: (key, labels, by = 1) => of(key, Counter).inc(labels, by),
    set: (key, labels, value) => of(key, Gauge).set(labels, value),
    contentType: registry.contentType,
    text: () => registry.metrics(),
    ofProcess: () => ofProcess,
    close: () => registry.clear(),
  };
}

function register(registry: Registry, metric: Metric): Histogram | Counter | Gauge {
  const described = { name: metric.name, help: metric.about, labelNames: [...metric.labels], registers: [registry] };
  if (metric.kind === "counter") return new Counter(described);
  if (metric.kind === "gauge") return new Gauge(described);
  return new Histogram({ ...described, buckets: [...metric.buckets] });
}

/** prom-client has them, its types do not. */
const labelsOf = (metric: object): readonly string[] => ("labelNames" in metric && Array.isArray(metric.labelNames) ? metric.labelNames.map(String) : []);
