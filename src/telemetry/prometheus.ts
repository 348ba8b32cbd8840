import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Measurements, Total } from "./measurements.ts";
import type { Distribution, Metric } from "./metric.ts";
import { METRIC_KEYS, METRICS } from "./metric-table.ts";

/** The measurements as Prometheus reads them: totals since the process began, with Node's own metrics of the process. */
export interface Prometheus {
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

export function createPrometheus(measurements: Pick<Measurements, "totals">): Prometheus {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const ofProcess = registry.getMetricsAsArray().map((metric): Exported => ({ name: metric.name, about: metric.help, kind: String(metric.type), labels: labelsOf(metric) }));
  for (const key of METRIC_KEYS) register(registry, METRICS[key], () => measurements.totals(key));
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    ofProcess: () => ofProcess,
    close: () => registry.clear(),
  };
}

type Totals = () => readonly Total[];

/** Its values are read when somebody asks: whoever measures does not pay for it. */
function register(registry: Registry, metric: Metric, totals: Totals): void {
  const described = { name: metric.name, help: metric.about, labelNames: [...metric.labels], registers: [] };
  if (metric.kind === "distribution") return registry.registerMetric(new ReadHistogram(metric, totals));
  if (metric.kind === "counter")
    return registry.registerMetric(
      new Counter({
        ...described,
        collect() {
          this.reset();
          for (const { labels, count } of totals()) this.inc(labels, count);
        },
      }),
    );
  return registry.registerMetric(
    new Gauge({
      ...described,
      collect() {
        this.reset();
        for (const { labels, sum } of totals()) this.set(labels, sum);
      },
    }),
  );
}

/** A histogram whose buckets somebody else counts: prom-client's own finds its series anew for each value. */
class ReadHistogram extends Histogram {
  readonly #metric: Distribution;
  readonly #totals: Totals;

  constructor(metric: Distribution, totals: Totals) {
    super({ name: metric.name, help: metric.about, labelNames: [...metric.labels], buckets: [...metric.buckets], registers: [] });
    this.#metric = metric;
    this.#totals = totals;
  }

  /** What prom-client itself reads when it writes a histogram as text or JSON. */
  getForPromString(): Promise<object> {
    const { name, about: help, buckets } = this.#metric;
    const value = (suffix: string, labels: object, of: number): object => ({ metricName: `${name}_${suffix}`, labels, sharedLabels: {}, value: of });
    const values = this.#totals().flatMap(({ labels, count, sum, buckets: counts }) => {
      let upTo = 0;
      const bounded = buckets.map((le, at) => value("bucket", { le, ...labels }, (upTo += counts[at] ?? 0)));
      return [...bounded, value("bucket", { le: "+Inf", ...labels }, count), value("sum", { ...labels }, sum), value("count", { ...labels }, count)];
    });
    return Promise.resolve({ name, help, type: "histogram", values, aggregator: "sum" });
  }
}

/** prom-client has them, its types do not. */
const labelsOf = (metric: object): readonly string[] => ("labelNames" in metric && Array.isArray(metric.labelNames) ? metric.labelNames.map(String) : []);
