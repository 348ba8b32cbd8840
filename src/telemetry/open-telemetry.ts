import type { DataStore } from "../database/store.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Exporter, type MetricsAddress, serveMetrics } from "./exporter.ts";
import type { Log } from "./log.ts";
import { createMeasurements } from "./measurements.ts";
import { sampleProcess } from "./process-sampler.ts";
import { createPrometheus } from "./prometheus.ts";
import type { Telemetry } from "./telemetry.ts";
import { createWindowKeeper } from "./windows/keeper.ts";

/** Everything that measures, from before there is a store until after the last answer. */
export interface OpenTelemetry extends Telemetry {
  /** Serves the metrics. @throws ExporterError */
  serve(address: MetricsAddress): Promise<Exporter>;
  /** From now on what was measured is kept in the store, which has its tables. */
  keepIn(store: DataStore, tools: { readonly newId: () => string; readonly log: Log }): void;
  /** Keeps what was measured so far, and stops. */
  close(): Promise<void>;
}

export function openTelemetry(clock: Clock): OpenTelemetry {
  const measurements = createMeasurements(clock);
  const prometheus = createPrometheus(measurements);
  const sampler = sampleProcess(measurements);
  const closing: (() => Promise<void>)[] = [];
  return {
    ...measurements,
    async serve(address) {
      const exporter = await serveMetrics(prometheus, address);
      closing.push(() => exporter.close());
      return exporter;
    },
    keepIn(store, { newId, log }) {
      const keeper = createWindowKeeper({ store, measurements, clock, newId, log });
      closing.push(() => keeper.stop());
      keeper.start();
    },
    async close() {
      sampler.stop();
      for (const step of closing.splice(0)) await step();
      prometheus.close();
    },
  };
}
