import type { Latency } from "./settings.ts";

/** The 95th percentile of the standard normal distribution. */
const Z_95 = 1.6448536269514722;

/** One delay in milliseconds. `random` gives numbers from 0 to 1. */
export function sampleMs(latency: Latency | null, random: () => number): number {
  if (!latency) return 0;
  if (latency.kind === "fixed") return latency.ms;
  const spread = Math.log(latency.p95Ms / latency.medianMs) / Z_95;
  return latency.medianMs * Math.exp(spread * standardNormal(random));
}

/** By Box and Muller, 1958: two numbers of an even distribution make one of the normal one. */
function standardNormal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
