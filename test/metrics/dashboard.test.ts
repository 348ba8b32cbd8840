import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { dashboard } from "../../packaging/dashboard/dashboard.ts";
import { METRICS } from "../../src/telemetry/metric-table.ts";
import { labelsIn, unknownIn } from "./known-labels.ts";
import { readExpression } from "./promql.ts";

const promtool = inject("promtool");
const text = readFileSync(join(import.meta.dirname, "../../deploy/grafana/guildsmith.json"), "utf8");

const place = z.object({ x: z.number().int().min(0), y: z.number().int().min(0), w: z.number().int().min(1), h: z.number().int().min(1) });
const panel = z.object({ id: z.number(), type: z.enum(["row", "timeseries"]), title: z.string().min(1), gridPos: place, targets: z.array(z.object({ refId: z.string(), expr: z.string(), legendFormat: z.string(), datasource: z.object({ uid: z.literal("${datasource}") }) })).default([]) });
const file = z.object({ schemaVersion: z.literal(42), templating: z.object({ list: z.array(z.object({ name: z.string(), type: z.string(), definition: z.string().optional() })) }), panels: z.array(panel) }).parse(JSON.parse(text));

const charts = file.panels.filter(({ type }) => type !== "row");
/** Grafana puts in what is chosen before it asks. */
const asked = (expr: string): string => expr.replaceAll("$__rate_interval", "5m").replaceAll(/\$(?:instance|cohort|flow)/g, ".*");
const questions = charts.flatMap(({ title, targets }) => targets.map(({ expr, legendFormat }) => ({ title, expr: asked(expr), legend: legendFormat })));

type Place = z.infer<typeof place>;
const overlap = (one: Place, other: Place): boolean => one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h;

describe("the dashboard", () => {
  it("is as `npm run dashboard` writes it", () => {
    expect(text).toBe(`${JSON.stringify(dashboard(), null, 2)}\n`);
  });

  it.each(questions.map((question) => [`${question.title}: ${question.legend}`, question] as const))("asks for nothing but what is exported: %s", (_, { expr, legend }) => {
    expect(unknownIn(expr)).toEqual([]);
    const inLegend = [...legend.matchAll(/\{\{(\w+)\}\}/g)].map(([, label = ""]) => label);
    expect(inLegend.filter((label) => !labelsIn(expr).includes(label))).toEqual([]);
  });

  it("shows every metric of the table", () => {
    const shown = new Set(questions.flatMap(({ expr }) => readExpression(expr).selectors.map(({ metric }) => metric.replace(/_(bucket|sum|count)$/, ""))));
    // Drawn as Prometheus counts them itself, of a counter and of the process's own; and what a bucket holds, which never changes.
    const elsewhere = new Set<string>([METRICS.invalidInWindow.name, METRICS.memory.name, METRICS.restLimit.name]);
    expect(Object.values(METRICS).map(({ name }) => name).filter((name) => !shown.has(name) && !elsewhere.has(name))).toEqual([]);
  });

  it("has a variable for the source, the bot, the cohort and the flow, and uses no other", () => {
    expect(file.templating.list.map(({ name, type }) => [name, type])).toEqual([["datasource", "datasource"], ["instance", "query"], ["cohort", "query"], ["flow", "query"]]);
    const used = new Set([...text.matchAll(/\$\{?(\w+)/g)].map(([, name = ""]) => name));
    expect([...used].toSorted()).toEqual(["__all", "__rate_interval", "cohort", "datasource", "flow", "instance"]);
    const lists = file.templating.list.flatMap(({ definition }) => (definition === undefined ? [] : [/^label_values\((.+), (\w+)\)$/.exec(definition)]));
    expect(lists.map((list) => [unknownIn(list?.[1] ?? ""), labelsIn(list?.[1] ?? "").includes(list?.[2] ?? "")])).toEqual([[[], true], [[], true], [[], true]]);
  });

  it("has ids of their own, and no two panels in one place, nor one beyond the grid", () => {
    const ids = file.panels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(file.panels.filter(({ gridPos }) => gridPos.x + gridPos.w > 24)).toEqual([]);
    const pairs = file.panels.flatMap((one, at) => file.panels.slice(at + 1).map((other) => [one, other] as const));
    expect(pairs.filter(([one, other]) => overlap(one.gridPos, other.gridPos)).map(([one, other]) => [one.title, other.title])).toEqual([]);
    for (const { targets } of charts) expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length);
  });

  it.skipIf(promtool === null)("is PromQL to promtool (skipped where there is none: set PROMTOOL_PATH)", () => {
    const folder = mkdtempSync(join(tmpdir(), "guildsmith-dashboard-"));
    const rules = { groups: [{ name: "dashboard", rules: questions.map(({ expr }, at) => ({ record: `question:${at}`, expr })) }] };
    writeFileSync(join(folder, "rules.yml"), JSON.stringify(rules));
    const said = execFileSync(promtool ?? "", ["check", "rules", "rules.yml"], { cwd: folder, encoding: "utf8", stdio: "pipe" });
    rmSync(folder, { recursive: true });
    expect(said).toContain(`SUCCESS: ${questions.length} rules found`);
  });
});
