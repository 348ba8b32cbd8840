import { readFileSync } from "node:fs";
import type { Comparison } from "../compare/comparison.ts";
import type { RunResult } from "../run.ts";
import { comparisonCharts } from "./comparison-charts.ts";
import { ratioText, valueText } from "./comparison-text.ts";
import type { Machine } from "./machine.ts";
import { runCharts } from "./run-charts.ts";
import { summaryOf, type Summary } from "./summary.ts";
import { escape } from "./svg.ts";
import { endText, flowRows, insideRows, loadText, routeRows, type Rows } from "./text.ts";

const STYLE = readFileSync(new URL("style.css", import.meta.url), "utf8");

/** A page that needs nothing but itself: what was measured of one run, or of several profiles side by side. */
export function pageOf(machine: Machine, runs: readonly RunResult[], comparison: Comparison | null): string {
  const [first] = runs;
  if (!first) throw new Error("nothing was run");
  const about = `${machine.processors} x ${machine.processor}, ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}; load average before: ${first.loadBefore.toFixed(1)}; ${first.startedAt}`;
  // Of a comparison, each profile's first run in full.
  const shown = comparison ? comparison.profiles.flatMap((profile) => runs.find(({ options }) => options.profile === profile) ?? []) : [first];
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
    `<title>Guildsmith under load</title><style>${STYLE}</style></head><body><main>`,
    `<h1>Guildsmith under load</h1>${loadText(first.options, shown.map(({ options }) => options.profile)).split("\n").map(paragraph).join("")}${paragraph(about)}`,
    ...(comparison ? [comparisonSection(comparison)] : []),
    ...shown.map((run) => runSection(run, comparison !== null)),
    "</main></body></html>\n",
  ].join("\n");
}

function comparisonSection(comparison: Comparison): string {
  const { profiles, rounds, measures, sums } = comparison;
  const [first = "", ...others] = profiles;
  return [
    `<h2>${profiles.map(escape).join(", ")}</h2>`,
    paragraph(`${rounds} rounds of each, in turns, the same people coming at the same times. Ratios with 95% bootstrap intervals; below 1 is less than ${first}. Who was never answered counts as having waited until then.`),
    ...comparisonCharts(comparison),
    htmlTable({ head: ["", ...profiles, ...others.map((name) => `${name} / ${first}`)], rows: measures.map((measure) => [measure.name, ...measure.values.map((value) => valueText(measure, value)), ...measure.ratios.map(ratioText)]) }),
    htmlTable({ head: ["in all rounds", ...profiles], rows: sums.map(({ name, values }) => [name, ...values]) }),
  ].join("\n");
}

function runSection(run: RunResult, isOneOfSeveral: boolean): string {
  const summary = summaryOf(run);
  return [
    ...(isOneOfSeveral ? [`<h2>${escape(run.options.profile)}, first round</h2>`] : []),
    tiles(run, summary),
    htmlTable(flowRows(summary)),
    ...runCharts(run, summary),
    htmlTable(routeRows(run)),
    htmlTable(insideRows(run)),
    ...endText(run, summary).split("\n").map(paragraph),
  ].join("\n");
}

function tiles({ check, flows }: RunResult, { missed, rateLimited, all, memoryMb }: Summary): string {
  return `<div class="tiles">${[
    tile(String(check.faults.length), "lost or doubled", check.faults.length === 0 ? "good" : "bad"),
    tile(String(missed), "answers that missed Discord's 3 s", missed === 0 ? "good" : "bad"),
    tile(String(rateLimited), "429s", rateLimited === 0 ? "good" : "bad"),
    tile(`${Math.round(all.acknowledged.p95)} ms`, "first answer, p95"),
    tile(`${Math.round(all.waited.p95)} ms`, "waited in a flow, p95"),
    tile(String(flows.length), "people came"),
    ...(memoryMb ? [tile(`${Math.round(memoryMb.most)} MB`, "the bot's memory at most")] : []),
  ].join("")}</div>`;
}

function htmlTable({ head, rows }: Rows): string {
  return `<div class="scroll"><table><thead>${line("th", head)}</thead><tbody>${rows.map((row) => line("td", row)).join("")}</tbody></table></div>`;
}

const paragraph = (text: string): string => `<p>${escape(text)}</p>`;

const tile = (value: string, what: string, look: "good" | "bad" | "" = ""): string => `<div class="tile ${look}"><b>${escape(value)}</b>${escape(what)}</div>`;

const line = (tag: "th" | "td", cells: readonly (string | number)[]): string => `<tr>${cells.map((cell) => `<${tag}>${escape(String(cell))}</${tag}>`).join("")}</tr>`;
