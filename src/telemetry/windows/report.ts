import type { KeptKey, Window } from "./window.ts";
import { type Merged, Merging } from "./merge.ts";

/** How a distribution is told, in the metric's unit; null without any value. */
export interface Summary {
  readonly count: number;
  readonly mean: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly max: number | null;
}

export const GROUPINGS = ["flow", "surface", "cohort"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What people of one flow, surface or cohort experienced. Times in seconds. */
export interface GroupReport {
  readonly name: string;
  readonly interactions: number;
  /** Of them, those that ended in an error or whose answer Discord did not take. */
  readonly failed: number;
  readonly ownTime: Summary;
  readonly acknowledged: Summary;
  readonly shown: Summary;
  readonly flows: number;
  /** Of them, those that came to their end; what is only looked at has none. */
  readonly completedFlows: number;
  /** Of those that came to their end, or of all where none has one. */
  readonly flowWait: Summary;
  readonly flowSteps: Summary;
  readonly flowCalls: Summary;
  readonly visits: Summary;
}

/** Everything that windows tell of a time. */
export interface Report {
  readonly by: Grouping;
  readonly groups: readonly GroupReport[];
  readonly rest: { readonly calls: Summary; readonly routes: readonly Named[]; readonly rateLimited: readonly Counted[]; readonly invalid: number; readonly waits: number };
  readonly database: { readonly transactions: Summary; readonly operations: readonly Named[] };
  readonly caches: readonly { readonly name: string; readonly hits: number; readonly misses: number }[];
  readonly permissionChecks: readonly Named[];
  readonly outboxLag: Summary;
  readonly confirmations: readonly Named[];
  readonly eventLoopDelay: Summary;
  readonly memoryBytes: Summary;
}

export interface Named {
  readonly name: string;
  readonly summary: Summary;
}

export interface Counted {
  readonly name: string;
  readonly count: number;
}

/** Adds up windows into what a person reads. */
export function reportOf(windows: readonly Window[], by: Grouping): Report {
  const ask = new Asked(windows);
  const names = [...new Set(windows.flatMap(({ series }) => (series.metric === "interactions" ? [series[by]] : [])))].toSorted();
  return {
    by,
    groups: names.map((name) => groupReport(new Asked(windows.filter(({ series }) => series[by] === name)), name)),
    rest: {
      calls: ask.summary("restCall"),
      routes: ask.named("restCall", ({ method = "", route = "" }) => `${method} ${route}`),
      rateLimited: ask.counted("rateLimited", ({ scope = "" }) => scope),
      invalid: ask.count("invalidRequests"),
      waits: ask.count("restWait"),
    },
    database: { transactions: ask.summary("databaseTransaction"), operations: ask.named("databaseOperation", ({ operation = "" }) => operation) },
    caches: cachesOf(ask),
    permissionChecks: ask.named("permissionCheck", ({ source = "" }) => source),
    outboxLag: ask.summary("outboxLag"),
    confirmations: ask.named("confirmationShown", ({ stay = "" }) => stay),
    eventLoopDelay: ask.summary("eventLoopDelay"),
    memoryBytes: ask.summary("memory"),
  };
}

const completed = ({ outcome }: Readonly<Record<string, string>>): boolean => outcome === "completed";

function groupReport(ask: Asked, name: string): GroupReport {
  const completedFlows = ask.summary("flowWait", completed).count;
  const told = completedFlows > 0 ? completed : undefined;
  return {
    name: name === "" ? "none" : name,
    interactions: ask.count("interactions"),
    failed: ask.count("interactions", ({ outcome }) => outcome === "failed" || outcome === "undelivered"),
    ownTime: ask.summary("interactionOwn"),
    acknowledged: ask.summary("interactionAcknowledged"),
    shown: ask.summary("interactionShown"),
    flows: ask.summary("flowWait").count,
    completedFlows,
    flowWait: ask.summary("flowWait", told),
    flowSteps: ask.summary("flowSteps", told),
    flowCalls: ask.summary("flowCalls", told),
    visits: ask.summary("visit"),
  };
}

function cachesOf(ask: Asked): Report["caches"] {
  const hits = new Map(ask.counted("cacheReads", ({ cache = "", result }) => (result === "hit" ? cache : null)).map(({ name, count }) => [name, count]));
  const misses = new Map(ask.counted("cacheReads", ({ cache = "", result }) => (result === "miss" ? cache : null)).map(({ name, count }) => [name, count]));
  return [...new Set([...hits.keys(), ...misses.keys()])].toSorted().map((name) => ({ name, hits: hits.get(name) ?? 0, misses: misses.get(name) ?? 0 }));
}

type Labels = Readonly<Record<string, string>>;

/** Windows, to be asked about their metrics. */
class Asked {
  readonly #windows: ReadonlyMap<KeptKey, readonly Window[]>;

  constructor(windows: readonly Window[]) {
    this.#windows = Map.groupBy(windows, ({ series }) => series.metric);
  }

  summary(metric: KeptKey, isAsked: (labels: Labels) => boolean = () => true): Summary {
    return summaryOf(this.#merged(metric, (labels) => (isAsked(labels) ? "" : null)).get(""));
  }

  /** By name, the ones with most values first. */
  named(metric: KeptKey, nameOf: (labels: Labels) => string): readonly Named[] {
    const merged = this.#merged(metric, nameOf);
    return [...merged].map(([name, one]) => ({ name, summary: summaryOf(one) })).toSorted((a, b) => b.summary.count - a.summary.count || (a.name < b.name ? -1 : 1));
  }

  count(metric: KeptKey, isAsked: (labels: Labels) => boolean = () => true): number {
    return this.counted(metric, (labels) => (isAsked(labels) ? "" : null))[0]?.count ?? 0;
  }

  counted(metric: KeptKey, nameOf: (labels: Labels) => string | null): readonly Counted[] {
    return [...this.#merged(metric, nameOf)].map(([name, { count }]) => ({ name, count })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Windows of a metric by name; null leaves one out. */
  #merged(metric: KeptKey, nameOf: (labels: Labels) => string | null): ReadonlyMap<string, Merged> {
    const merging = new Merging(({ series }) => nameOf(labelsOf(series.detail)) ?? "");
    for (const window of this.#windows.get(metric) ?? []) if (nameOf(labelsOf(window.series.detail)) !== null) merging.add(window);
    return merging.all;
  }
}

const labelsOf = (detail: string): Labels => JSON.parse(detail) as Labels;

function summaryOf(merged: Merged | undefined): Summary {
  const sketch = merged?.sketch ?? null;
  return { count: merged?.count ?? 0, mean: sketch?.mean ?? null, p50: sketch?.quantile(0.5) ?? null, p95: sketch?.quantile(0.95) ?? null, p99: sketch?.quantile(0.99) ?? null, max: sketch?.max ?? null };
}
