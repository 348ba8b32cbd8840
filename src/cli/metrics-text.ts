/** A report of measurements as a terminal shows it. */
import type { Counted, GroupReport, Named, Report, Summary } from "../telemetry/windows/report.ts";
import { table } from "./text-table.ts";

const NOTHING = "-";
/** So many routes and statements; what comes after is rare. */
const LISTED = 12;

/** Seconds as people read them: `1.34 s`, `87 ms`, `0.31 ms`. */
export function time(seconds: number | null): string {
  if (seconds === null) return NOTHING;
  if (seconds >= 1) return `${seconds.toFixed(2)} s`;
  const ms = seconds * 1_000;
  return `${ms >= 10 ? ms.toFixed(0) : ms.toFixed(2)} ms`;
}

const number = (value: number | null): string => (value === null ? NOTHING : Number.isInteger(value) ? String(value) : value.toFixed(1));
const share = (part: number, whole: number): string => (whole === 0 ? NOTHING : `${((part / whole) * 100).toFixed(part === 0 ? 0 : 1)} %`);
const times = ({ p50, p95, p99, max }: Summary): readonly string[] => [p50, p95, p99, max].map(time);

/** Everything in a report, section by section; what nobody did is left out. */
export function reportText(report: Report): string {
  const { by, groups, rest, database, caches, permissionChecks, outboxLag, confirmations, eventLoopDelay, memoryBytes } = report;
  const sections: (string | null)[] = [
    groups.length === 0
      ? "Nobody did anything in this time."
      : [
          `What people waited for, by ${by}`,
          table([by, "interactions", "failed", "own p99", "acknowledged p50", "p95", "p99", "max", "shown p50", "p95", "p99"], groups.map(waits)),
          "",
          `Flows, by ${by}; what they took is of those that came to their end, or of all where none has one`,
          table([by, "flows", "completed", "waited in all p50", "p95", "p99", "steps", "calls", "visits", "visit p50"], groups.map(flows)),
        ].join("\n"),
    rest.calls.count === 0 ? null : ["Calls to Discord", ofCalls(rest), table(["route", "calls", "p50", "p95", "p99", "max"], listed(rest.routes))].join("\n"),
    database.operations.length === 0 ? null : ["Database", table(["operation", "count", "p50", "p95", "p99", "max"], [["transactions", database.transactions.count, ...times(database.transactions)], ...listed(database.operations)])].join("\n"),
    caches.length === 0 ? null : ["Caches", table(["cache", "reads", "hit rate"], caches.map(({ name, hits, misses }) => [name, hits + misses, share(hits, hits + misses)]))].join("\n"),
    permissionChecks.length === 0 ? null : ["Permission checks", table(["source", "count", "p50", "p95", "p99", "max"], listed(permissionChecks))].join("\n"),
    confirmations.length === 0 ? null : ["Messages that were cleaned up stood for", table(["kind", "count", "p50", "p95", "p99", "max"], listed(confirmations))].join("\n"),
    [
      "The process",
      table(
        ["", "count", "p50", "p95", "p99", "max"],
        [
          ["news sent after", outboxLag.count, ...times(outboxLag)],
          ["event loop late by", eventLoopDelay.count, ...times(eventLoopDelay)],
          ["memory", memoryBytes.count, ...[memoryBytes.p50, memoryBytes.p95, memoryBytes.p99, memoryBytes.max].map(mebibytes)],
        ],
      ),
    ].join("\n"),
  ];
  return sections.filter((section) => section !== null).join("\n\n");
}

const waits = ({ name, interactions, failed, ownTime, acknowledged, shown }: GroupReport): readonly (string | number)[] => [name, interactions, failed, time(ownTime.p99), ...times(acknowledged), time(shown.p50), time(shown.p95), time(shown.p99)];
const flows = ({ name, flows: all, completedFlows, flowWait, flowSteps, flowCalls, visits }: GroupReport): readonly (string | number)[] => [name, all, completedFlows, time(flowWait.p50), time(flowWait.p95), time(flowWait.p99), number(flowSteps.mean), number(flowCalls.mean), visits.count, time(visits.p50)];
const listed = (named: readonly Named[]): readonly (readonly (string | number)[])[] => named.slice(0, LISTED).map(({ name, summary }) => [name, summary.count, ...times(summary)]);
const mebibytes = (bytes: number | null): string => (bytes === null ? NOTHING : `${Math.round(bytes / 1_048_576)} MiB`);

function ofCalls({ calls, rateLimited, invalid, waits: waited }: Report["rest"]): string {
  const sum = rateLimited.reduce((all, { count }) => all + count, 0);
  const scopes = rateLimited.map(({ name, count }: Counted) => `${count} ${name}`).join(", ");
  return `${calls.count} calls; ${waited} waited for a limit first; ${sum} answered with 429${scopes === "" ? "" : ` (${scopes})`}; ${invalid} count as invalid`;
}
