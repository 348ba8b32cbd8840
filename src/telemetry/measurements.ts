import type { Clock } from "../kernel/clock.ts";
import type { Metric } from "./metric.ts";
import { METRIC_KEYS, type MetricKey, METRICS } from "./metric-table.ts";
import type { Telemetry } from "./telemetry.ts";
import { Sketch } from "./windows/sketch.ts";
import { isKept, MINUTE_MS, seriesOf, spanStart, type Window } from "./windows/window.ts";

/** A series since the process began, all guilds together. */
export interface Total {
  readonly labels: Readonly<Record<string, string>>;
  /** How many values there were, or what a counter rose to. */
  count: number;
  /** Of a distribution; what a gauge is. */
  sum: number;
  /** How many values were in each of a distribution's buckets, and above the last one. */
  readonly buckets: number[];
}

/** A series in one guild, in the minute that is not over. */
interface Growing {
  readonly total: Total;
  readonly guildId: string;
  readonly sketch: Sketch | null;
  count: number;
}

/** Everything that was measured: totals since the process began, and windows by the minute. */
export interface Measurements extends Telemetry {
  totals(key: MetricKey): readonly Total[];
  /** What was gathered since it was last taken, as of the minute in which that began. Who wants minutes takes at each one's end. */
  take(): readonly Window[];
}

/** One metric. Its methods are called for each statement of the database: what they do is as little as can be. */
class Meter {
  readonly key: MetricKey;
  readonly totals = new Map<string, Total>();
  growing = new Map<string, Growing>();
  readonly #metric: Metric;
  readonly #isKept: boolean;
  readonly #bounds: readonly number[];

  constructor(key: MetricKey) {
    this.key = key;
    this.#metric = METRICS[key];
    this.#isKept = isKept(key);
    this.#bounds = this.#metric.kind === "distribution" ? this.#metric.buckets : [];
  }

  /** A series in a guild, found by one look. */
  grown(labels: Readonly<Record<string, string>>, guildId: string): Growing {
    const name = this.#nameOf(labels);
    const own = name + guildId;
    let growing = this.growing.get(own);
    if (!growing) {
      const metric = this.#metric;
      this.growing.set(own, (growing = { total: this.total(labels, name), guildId, sketch: metric.kind === "distribution" ? new Sketch(metric.unit) : null, count: 0 }));
    }
    return growing;
  }

  total(labels: Readonly<Record<string, string>>, name = this.#nameOf(labels)): Total {
    let total = this.totals.get(name);
    if (!total) this.totals.set(name, (total = { labels, count: 0, sum: 0, buckets: this.#bounds.map(() => 0).concat(0) }));
    return total;
  }

  observe(growing: Growing, value: number): void {
    const { total, sketch } = growing;
    const bounds = this.#bounds;
    let at = 0;
    while (at < bounds.length && value > (bounds[at] ?? 0)) at += 1;
    total.buckets[at] = (total.buckets[at] ?? 0) + 1;
    total.count += 1;
    total.sum += value;
    growing.count += 1;
    sketch?.record(value);
  }

  /** What has grown as windows; from then on it grows anew. */
  take(startedAt: number): readonly Window[] {
    const { key } = this;
    if (!this.#isKept || !isKept(key)) return [];
    const taken = this.growing;
    this.growing = new Map();
    return [...taken.values()].map(({ total, guildId, sketch, count }) => ({ series: seriesOf(key, total.labels, guildId), startedAt, spanMs: MINUTE_MS, count, sketch }));
  }

  #nameOf(labels: Readonly<Record<string, string>>): string {
    let name = "";
    for (const label of this.#metric.labels) name += `${labels[label] ?? ""}\n`;
    return name;
  }
}

export function createMeasurements(clock: Clock): Measurements {
  const meters = new Map(METRIC_KEYS.map((key) => [key, new Meter(key)]));
  const meterOf = (key: MetricKey): Meter => {
    const meter = meters.get(key);
    if (!meter) throw new Error(`there is no metric ${key}`);
    return meter;
  };
  let since = clock.now();
  return {
    observe(key, labels, value, guildId = "") {
      const meter = meterOf(key);
      meter.observe(meter.grown(labels, guildId), value);
    },
    count(key, labels, by = 1, guildId = "") {
      const growing = meterOf(key).grown(labels, guildId);
      growing.total.count += by;
      growing.count += by;
    },
    set(key, labels, value) {
      meterOf(key).total(labels).sum = value;
    },
    meter(key, labels) {
      const meter = meterOf(key);
      let [of, growing] = [meter.growing, meter.grown(labels, "")];
      return (value) => {
        if (of !== meter.growing) [of, growing] = [meter.growing, meter.grown(labels, "")];
        meter.observe(growing, value);
      };
    },
    totals: (key) => [...meterOf(key).totals.values()],
    take() {
      const startedAt = spanStart(since, MINUTE_MS);
      since = clock.now();
      return [...meters.values()].flatMap((meter) => meter.take(startedAt));
    },
  };
}
