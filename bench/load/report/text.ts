import { table } from "../../measuring/table.ts";
import type { Distribution } from "../measure/distribution.ts";
import { mixText } from "../mix.ts";
import type { LoadOptions } from "../options.ts";
import type { RunResult } from "../run.ts";
import { type FlowSummary, type Summary, summaryOf } from "./summary.ts";

/** Faults are told one by one up to so many. */
const FAULTS_SHOWN = 20;
const ROUTES_SHOWN = 12;
/** A machine of its own has a process wait less than this. */
const STARVED = 0.1;

/** A run as a terminal shows it. */
export function runText(run: RunResult): string {
  const summary = summaryOf(run);
  return [loadText(run.options, [run.options.profile]), tableOf(flowRows(summary)), tableOf(routeRows(run)), tableOf(insideRows(run)), endText(run, summary)].join("\n\n");
}

/** A table, for a terminal or a page. */
export interface Rows {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const tableOf = ({ head, rows }: Rows): string => table(head, rows);

/** `50 people in 1 guild, …`. */
export function loadText({ people, guilds, rate, seconds, mix, thinkSeconds, engine, restMs, gatewayMs, areStrangers, open, seed }: LoadOptions, profiles: readonly string[]): string {
  const coming = rate === null ? "all in the same instant" : `${round(rate)} arrivals a second for ${seconds} s`;
  return [
    `${people} people in ${guilds === 1 ? "1 guild" : `${guilds} guilds`}, ${coming}, ${thinkSeconds} s between steps; profile ${profiles.join(", ")}, ${engine}`,
    `${mixText(mix)}; REST ${restMs} ms, gateway ${gatewayMs} ms, Discord's limits as observed; ${open} requests open in each guild${areStrangers ? ", nobody's direct message known" : ""}; seed ${seed}`,
  ].join("\n");
}

const ENDS: readonly (keyof FlowSummary["ends"])[] = ["done", "nothing", "beaten", "gone", "missed", "unfinished", "unserved", "lost"];

/** What came of each flow. */
export function flowRows({ flows, all }: Summary): Rows {
  const ends = ENDS.filter((end) => end === "done" || (all.ends[end] ?? 0) > 0);
  const head = ["flow", "came", ...ends, "steps", "calls", "first answer p50", "p95", "p99", "waited in all p50", "p95", "p99", "max"];
  const row = (name: string, { came, ends: how, acknowledged, waited }: Summary["all"], steps: string, calls: string) => [name, came, ...ends.map((end) => how[end] ?? 0), steps, calls, ...times(acknowledged).slice(0, 3), ...times(waited)];
  const rows = flows.map((flow) => row(flow.flow, flow, round(flow.steps), round(flow.calls)));
  return { head, rows: [...rows, row("all", all, "", "")] };
}

const times = ({ p50, p95, p99, max }: Distribution): string[] => [p50, p95, p99, max].map((ms) => (Number.isNaN(ms) ? "" : `${Math.round(ms)} ms`));

/** The REST calls by route. */
export function routeRows({ traffic }: RunResult): Rows {
  const rows = traffic.routes.slice(0, ROUTES_SHOWN).map(({ route, calls, tookMs, fullest, emptied, refused }) => [
    route,
    calls,
    ...times(tookMs).slice(0, 2),
    fullest === null ? "" : `${Math.round(fullest * 100)}%`,
    emptied,
    Object.entries(refused).map(([what, count]) => `${count}x ${what}`).join(", "),
  ]);
  return { head: ["REST route", "calls", "p50", "p95", "fullest bucket", "emptied", "refused"], rows };
}

const OPERATIONS_SHOWN = 8;

/** What the bot says of itself. */
export function insideRows({ metrics }: RunResult): Rows {
  const { own, eventLoopDelay, transactions, operations, permissionChecks, outboxLag } = metrics;
  const longest = Object.entries(operations).toSorted(([, a], [, b]) => b.count * b.mean - a.count * a.mean).slice(0, OPERATIONS_SHOWN);
  const rows = [
    ...(own ? [["own time of an interaction", own] as const] : []),
    ...(eventLoopDelay ? [["event loop late by", eventLoopDelay] as const] : []),
    ...Object.entries(transactions).map(([outcome, spread]) => [`transaction, ${outcome}`, spread] as const),
    ...longest.map(([operation, spread]) => [`database: ${operation}`, spread] as const),
    ...Object.entries(permissionChecks).map(([source, spread]) => [`permission check by ${source}`, spread] as const),
    ...Object.entries(outboxLag).map(([topic, spread]) => [`sent late: ${topic}`, spread] as const),
  ].map(([name, { count, mean, p50, p95, p99 }]) => [name, count, ...[mean, p50, p95, p99].map((seconds) => `${round(seconds * 1_000)} ms`)]);
  return { head: ["inside the bot", "times", "mean", "p50", "p95", "p99"], rows };
}

/** All else, a sentence a line. */
export function endText(run: RunResult, { missed, rateLimited, mostInASecond, memoryMb, processors, processorMsPerAnswer, starved }: Summary): string {
  const { traffic, outbox, check, logged, ownLoopDelayP99Ms, hasEndedWell, metrics, loadBefore } = run;
  const shares = Object.entries(metrics.cacheHits).map(([cache, share]) => `${cache} ${Math.round(share * 100)}%`);
  const waits = Object.entries(metrics.waitedForLimits).filter(([, count]) => count > 0).map(([scope, count]) => `${count} for ${scope}`);
  const scopes = Object.entries(traffic.rateLimited).map(([scope, count]) => `${count} ${scope}`).join(", ");
  return [
    `answers that missed Discord's 3 s: ${missed}`,
    `429s: ${rateLimited}${scopes ? ` (${scopes})` : ""}; invalid requests: ${traffic.invalid} of 10,000; most calls in a second that share the global 50: ${mostInASecond}`,
    `still to be sent when the last flow ended: ${outbox.behind}; ${outbox.workedOffMs === null ? `${outbox.left} were left when it was waited for no longer` : `sent ${round(outbox.workedOffMs / 1_000)} s later`}`,
    ...(waits.length > 0 ? [`calls that waited for a limit before they left: ${waits.join(", ")}`] : []),
    ...(shares.length > 0 ? [`answered from caches: ${shares.join(", ")}`] : []),
    ...(memoryMb && processors ? [`memory: ${Math.round(memoryMb.first)} MB at first, at most ${Math.round(memoryMb.most)} MB; processors: ${round(processors.mean)} on average, at most ${round(processors.most)}; ${round(processorMsPerAnswer ?? Number.NaN)} ms of processor for each answer`] : []),
    ...(starved && starved.mean > STARVED ? [`THE MACHINE WAS BUSY with other things: the bot was ready to work and got no processor ${Math.round(starved.mean * 100)}% of the time (load average before the run: ${loadBefore.toFixed(1)}), so that times say little`] : []),
    `the measuring process itself: event loop late by ${round(ownLoopDelayP99Ms)} ms (p99)`,
    ...Object.entries(logged).map(([line, count]) => `the bot logged ${count}x: ${line}`),
    ...(hasEndedWell ? [] : ["the bot did not end when it was told to, and was killed"]),
    `told: ${check.submissions} requests and ${check.actions} actions, all held against the store's ${check.stored} requests: ${check.faults.length === 0 ? "nothing lost, nothing doubled" : `${check.faults.length} FAULTS`}`,
    ...check.faults.slice(0, FAULTS_SHOWN).map((fault) => `  ${fault}`),
  ].join("\n");
}

/** At most two places. */
const round = (value: number): string => (Number.isNaN(value) ? "" : String(Math.round(value * 100) / 100));
