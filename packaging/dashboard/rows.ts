import { METRICS } from "../../src/telemetry/metric-table.ts";
import { BOT, mean, now, PEOPLE, perSecond, type Query, quantile, quantiles, rate, rise } from "./queries.ts";

/** One chart. */
export interface Panel {
  readonly title: string;
  readonly about: string;
  /** As Grafana names it: `s`, `bytes`, `ops`, `percentunit`, `short`. */
  readonly unit: string;
  readonly queries: readonly Query[];
  /** From where on a value is bad, in the unit. */
  readonly badFrom?: number;
}

export interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}

const { cacheReads, interactionAcknowledged, interactions } = METRICS;
const process = (name: string, legend: string): Query => ({ expr: `${name}{${BOT}}`, legend: `${legend} {{instance}}` });

/** What the dashboard shows, from what people feel to what the machine does. */
export const ROWS: readonly Row[] = [
  {
    title: "What people wait for",
    panels: [
      { title: "Until the whole answer is seen, by flow (p95)", about: METRICS.interactionShown.about, unit: "s", queries: [quantile(0.95, "interactionShown", ["flow"], PEOPLE)], badFrom: 3 },
      { title: "Until the whole answer is seen", about: METRICS.interactionShown.about, unit: "s", queries: quantiles("interactionShown", [], PEOPLE), badFrom: 3 },
      { title: "Until Discord has the first answer", about: METRICS.interactionAcknowledged.about, unit: "s", queries: quantiles("interactionAcknowledged", [], PEOPLE), badFrom: 3 },
      { title: "The bot's own time", about: METRICS.interactionOwn.about, unit: "s", queries: quantiles("interactionOwn", [], PEOPLE) },
      { title: "Choices while typing", about: METRICS.autocomplete.about, unit: "s", queries: quantiles("autocomplete", [], BOT) },
      { title: "By cohort (p95)", about: "Until the whole answer is seen, for guilds of each profile.", unit: "s", queries: [quantile(0.95, "interactionShown", ["cohort"], PEOPLE)] },
    ],
  },
  {
    title: "The 3 seconds, and errors",
    panels: [
      { title: "Missed answers", about: "Discord did not take them, or had them only after 3 s.", unit: "short", queries: [{ ...rise("interactions", ["route"], `${PEOPLE}, outcome="undelivered"`), legend: "not taken: {{route}}" }, { expr: `sum (increase(${interactionAcknowledged.name}_bucket{${PEOPLE}, le="+Inf"}[$__rate_interval])) - sum (increase(${interactionAcknowledged.name}_bucket{${PEOPLE}, le="3"}[$__rate_interval]))`, legend: "after 3 s" }], badFrom: 1 },
      { title: "Interactions by outcome", about: METRICS.interactions.about, unit: "ops", queries: [rate("interactions", ["outcome"], PEOPLE)] },
      { title: "Share that fails", about: "Each has a reference number in the log.", unit: "percentunit", queries: [{ expr: `sum (rate(${interactions.name}{${PEOPLE}, outcome="failed"}[$__rate_interval])) / sum (rate(${interactions.name}{${PEOPLE}}[$__rate_interval]))`, legend: "failed" }], badFrom: 0.02 },
    ],
  },
  {
    title: "Flows and visits",
    panels: [
      { title: "A person's wait in one flow (p95)", about: METRICS.flowWait.about, unit: "s", queries: [quantile(0.95, "flowWait", ["flow", "outcome"], PEOPLE)] },
      { title: "Steps of a flow (mean)", about: METRICS.flowSteps.about, unit: "short", queries: [mean("flowSteps", ["flow"], PEOPLE)] },
      { title: "REST calls of a flow (mean)", about: METRICS.flowCalls.about, unit: "short", queries: [mean("flowCalls", ["flow"], PEOPLE)] },
      { title: "Flows a second", about: "Completed ones, and those that were left.", unit: "ops", queries: [perSecond("flowWait", ["flow", "outcome"], PEOPLE)] },
      { title: "A visit", about: METRICS.visit.about, unit: "s", queries: quantiles("visit", [], `${BOT}, cohort=~"$cohort"`) },
      { title: "Open requests", about: METRICS.openRequests.about, unit: "short", queries: [now("openRequests", ["state"], BOT)] },
    ],
  },
  {
    title: "Discord's REST",
    panels: [
      { title: "Calls a second by route", about: "Each attempt counts.", unit: "ops", queries: [perSecond("restCall", ["method", "route"], BOT)] },
      { title: "Time of a call by route (p95)", about: METRICS.restCall.about, unit: "s", queries: [quantile(0.95, "restCall", ["method", "route"], BOT)] },
      { title: "Answers by status", about: "none: no answer came.", unit: "ops", queries: [perSecond("restCall", ["status"], BOT)] },
      { title: "Left of each bucket", about: METRICS.restRemaining.about, unit: "short", queries: [now("restRemaining", ["route", "bucket"], BOT, "min")] },
      { title: "Calls that waited for a limit", about: METRICS.restWait.about, unit: "short", queries: [rise("restWait", ["route", "scope"], BOT)] },
      { title: "429 answers", about: METRICS.rateLimited.about, unit: "short", queries: [rise("rateLimited", ["route", "scope"], BOT)], badFrom: 1 },
      { title: "Invalid requests in 10 minutes", about: METRICS.invalidRequests.about, unit: "short", queries: [{ expr: `sum by (status) (increase(${METRICS.invalidRequests.name}{${BOT}}[10m]))`, legend: "{{status}}" }], badFrom: 5_000 },
    ],
  },
  {
    title: "Database",
    panels: [
      { title: "Transactions", about: METRICS.databaseTransaction.about, unit: "s", queries: quantiles("databaseTransaction", [], BOT), badFrom: 0.25 },
      { title: "Statements by operation (p99)", about: METRICS.databaseOperation.about, unit: "s", queries: [quantile(0.99, "databaseOperation", ["operation"], BOT)] },
      { title: "Statements a second", about: "By what they do to which table.", unit: "ops", queries: [perSecond("databaseOperation", ["operation"], BOT)] },
    ],
  },
  {
    title: "What is kept in memory",
    panels: [
      { title: "Hit rate of the caches", about: METRICS.cacheReads.about, unit: "percentunit", queries: [{ expr: `1 - sum by (cache) (rate(${cacheReads.name}{${BOT}, result="miss"}[$__rate_interval])) / sum by (cache) (rate(${cacheReads.name}{${BOT}}[$__rate_interval]))`, legend: "{{cache}}" }] },
      { title: "Answers kept, and dropped a second", about: "What a cache holds, and how often something kept changed.", unit: "short", queries: [{ ...now("cacheEntries", ["cache"], BOT), legend: "kept: {{cache}}" }, { ...rate("cacheInvalidations", ["cache"], BOT), legend: "dropped a second: {{cache}}" }] },
      { title: "Permission checks by source", about: METRICS.permissionCheck.about, unit: "ops", queries: [perSecond("permissionCheck", ["source", "outcome"], BOT)] },
      { title: "Time of a permission check (p99)", about: METRICS.permissionCheck.about, unit: "s", queries: [quantile(0.99, "permissionCheck", ["source"], BOT)] },
      { title: "Members and guilds", about: METRICS.directoryGuilds.about, unit: "short", queries: [{ ...now("directoryMembers", [], BOT), legend: "members" }, { ...now("directoryGuilds", ["state"], BOT), legend: "guilds {{state}}" }] },
      { title: "Loading one guild's members", about: METRICS.directoryLoad.about, unit: "s", queries: [mean("directoryLoad", [], BOT)] },
    ],
  },
  {
    title: "Outbox and clean-up",
    panels: [
      { title: "How late messages come, by topic (p95)", about: METRICS.outboxLag.about, unit: "s", queries: [quantile(0.95, "outboxLag", ["topic"], BOT)], badFrom: 10 },
      { title: "Waiting, and the oldest", about: "Messages that are due; how many seconds the oldest has been.", unit: "short", queries: [{ ...now("outboxWaiting", [], BOT), legend: "waiting" }, { ...now("outboxOldest", [], BOT, "max"), legend: "oldest, s" }] },
      { title: "Attempts by outcome", about: METRICS.outboxDeliveries.about, unit: "ops", queries: [rate("outboxDeliveries", ["topic", "outcome"], BOT)] },
      { title: "Edits that were not needed", about: METRICS.editSkipped.about, unit: "ops", queries: [rate("editSkipped", ["topic"], BOT)] },
      { title: "Messages swept", about: METRICS.swept.about, unit: "ops", queries: [rate("swept", ["way"], BOT)] },
      { title: "How long messages stood (p95)", about: METRICS.confirmationShown.about, unit: "s", queries: [quantile(0.95, "confirmationShown", ["stay"], BOT)] },
    ],
  },
  {
    title: "The process",
    panels: [
      { title: "Event-loop delay", about: METRICS.eventLoopDelay.about, unit: "s", queries: quantiles("eventLoopDelay", [], BOT), badFrom: 0.1 },
      { title: "Memory", about: "Resident, and of it Node's heap and what is outside of it.", unit: "bytes", queries: [process("process_resident_memory_bytes", "resident"), process("nodejs_heap_size_used_bytes", "heap"), process("nodejs_external_memory_bytes", "external")], badFrom: 536_870_912 },
      { title: "Processor", about: "1 is one core.", unit: "percentunit", queries: [{ expr: `rate(process_cpu_seconds_total{${BOT}}[$__rate_interval])`, legend: "{{instance}}" }] },
      { title: "The last start, by phase", about: METRICS.startupPhase.about, unit: "s", queries: [now("startupPhase", ["phase"], BOT, "max")], badFrom: 10 },
      { title: "Too old when the desk opened", about: METRICS.lateInteractions.about, unit: "short", queries: [rise("lateInteractions", [], BOT)] },
      { title: "Windows written", about: METRICS.windowsWritten.about, unit: "short", queries: [rise("windowsWritten", ["outcome"], BOT)] },
    ],
  },
];
