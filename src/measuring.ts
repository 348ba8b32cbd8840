/** What the root ties to the measurements: the store's, the queues', and where they are served. */
import type { MetricsConfig } from "./config.ts";
import type { StoreMeasures } from "./database/measured.ts";
import type { DataStore } from "./database/store.ts";
import { countOpen } from "./features/requests/workload-store.ts";
import type { Clock } from "./kernel/clock.ts";
import { readBacklog } from "./outbox/backlog.ts";
import type { Log } from "./telemetry/log.ts";
import type { OpenTelemetry } from "./telemetry/open-telemetry.ts";
import type { Telemetry } from "./telemetry/telemetry.ts";

export function storeMeasures(telemetry: Telemetry): StoreMeasures {
  const transaction = { committed: telemetry.meter("databaseTransaction", { outcome: "committed" }), undone: telemetry.meter("databaseTransaction", { outcome: "undone" }) };
  return {
    statements: (operation) => telemetry.meter("databaseOperation", { operation }),
    transaction: (outcome, seconds) => transaction[outcome](seconds),
  };
}

/** Counts what waits to be sent, and to be crafted in these guilds; `absent`: those that the bot is not in. */
export async function readGauges(store: DataStore, { guildIds, absent }: { readonly guildIds: readonly string[]; readonly absent: readonly string[] }, telemetry: Telemetry, clock: Clock): Promise<void> {
  const { waiting, oldestDueAt } = await readBacklog(store.read, clock.now(), absent);
  telemetry.set("outboxWaiting", {}, waiting);
  telemetry.set("outboxOldest", {}, oldestDueAt === null ? 0 : Math.max(0, clock.now() - oldestDueAt) / 1_000);
  for (const [state, count] of await countOpen(store.read, guildIds)) telemetry.set("openRequests", { state }, count);
}

/** Serves the metrics. An address that nobody chose may be taken, by another bot on this machine: then the log says so. @throws ExporterError when the operator chose it */
export async function serveMetrics(telemetry: OpenTelemetry, config: MetricsConfig, log: Log): Promise<void> {
  try {
    const { url } = await telemetry.serve(config);
    log.info({}, `metrics are served at ${url}`);
  } catch (cause) {
    if (config.isChosen) throw cause;
    log.warn({ err: cause }, "metrics are not served");
  }
}
