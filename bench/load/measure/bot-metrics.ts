import { METRICS } from "../../../src/telemetry/metric-table.ts";
import { countsBy, grownSince, readSamples, type Sample, type Spread, spreadsBy } from "./prometheus-text.ts";

/** What the bot says of itself, of the time of the run; seconds. */
export interface BotMetrics {
  /** From the gateway's event until the first call for it leaves. */
  readonly own: Spread | null;
  readonly eventLoopDelay: Spread | null;
  readonly transactions: Readonly<Record<string, Spread>>;
  readonly operations: Readonly<Record<string, Spread>>;
  readonly permissionChecks: Readonly<Record<string, Spread>>;
  readonly outboxLag: Readonly<Record<string, Spread>>;
  /** By cache, the share of questions that it answered. */
  readonly cacheHits: Readonly<Record<string, number>>;
  /** 429s by scope, as the bot has counted them. */
  readonly rateLimited: Readonly<Record<string, number>>;
  /** Calls that waited for a limit before they left, by its scope. */
  readonly waitedForLimits: Readonly<Record<string, number>>;
}

/** Asks a bot's /metrics. @throws when it does not answer */
export async function askMetrics(address: string): Promise<readonly Sample[]> {
  const response = await fetch(`http://${address}/metrics`);
  if (!response.ok) throw new Error(`/metrics answered ${response.status}`);
  return readSamples(await response.text());
}

/** What happened while people came; of the outbox, until what they led to was sent. */
export function metricsBetween(before: readonly Sample[], ended: readonly Sample[], settled: readonly Sample[]): BotMetrics {
  const grown = grownSince(before, ended);
  const all = (metric: { readonly name: string }): Spread | null => spreadsBy(grown, metric.name, null)[""] ?? null;
  const by = (metric: { readonly name: string }, label: string) => spreadsBy(grown, metric.name, label);
  return {
    own: all(METRICS.interactionOwn),
    eventLoopDelay: all(METRICS.eventLoopDelay),
    transactions: by(METRICS.databaseTransaction, "outcome"),
    operations: by(METRICS.databaseOperation, "operation"),
    permissionChecks: by(METRICS.permissionCheck, "source"),
    outboxLag: spreadsBy(grownSince(before, settled), METRICS.outboxLag.name, "topic"),
    cacheHits: hitShares(grown),
    rateLimited: countsBy(grown, METRICS.rateLimited.name, "scope"),
    waitedForLimits: countsBy(grown, METRICS.restWait.name, "scope"),
  };
}

function hitShares(samples: readonly Sample[]): Readonly<Record<string, number>> {
  const { name } = METRICS.cacheReads;
  const reads = countsBy(samples, name, "cache");
  const hits = countsBy(samples.filter(({ labels }) => labels["result"] === "hit"), name, "cache");
  return Object.fromEntries(Object.entries(reads).flatMap(([cache, count]) => (count > 0 ? [[cache, (hits[cache] ?? 0) / count]] : [])));
}
