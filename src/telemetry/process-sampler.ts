import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Telemetry } from "./telemetry.ts";

const EVERY_MS = 10_000;
const RESOLUTION_MS = 10;
/** A histogram is told on as so many values: enough for a p99 of a minute. */
const STEPS = 200;

/** Samples what the process itself takes: how late its event loop is, and its memory. */
export function sampleProcess(telemetry: Telemetry): { stop(): void } {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const sample = (): void => {
    tellDelay(telemetry, delay);
    telemetry.observe("memory", {}, process.memoryUsage.rss());
  };
  const timer = setInterval(sample, EVERY_MS);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      sample();
      delay.disable();
    },
  };
}

/** Node's histogram cannot be merged into others; values at its quantiles can. It counts from one timer to the next, the resolution included. */
function tellDelay(telemetry: Telemetry, delay: ReturnType<typeof monitorEventLoopDelay>): void {
  if (delay.count > 0) {
    const values = Math.min(delay.count, STEPS);
    for (let at = 1; at <= values; at += 1) telemetry.observe("eventLoopDelay", {}, Math.max(0, delay.percentile((at * 100) / values) / 1e9 - RESOLUTION_MS / 1_000));
  }
  delay.reset();
}
