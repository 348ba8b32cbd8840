import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { unknownIn } from "./known-labels.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "deploy/prometheus");
const promtool = inject("promtool");

const read = (name: string): string => readFileSync(join(FOLDER, name), "utf8");
const rules = z.object({ groups: z.array(z.object({ rules: z.array(z.object({ alert: z.string(), expr: z.string(), labels: z.object({ severity: z.enum(["critical", "warning", "info"]) }), annotations: z.object({ summary: z.string(), description: z.string(), runbook_url: z.string() }) })) })) }).parse(parse(read("alerts.yml"))).groups.flatMap((group) => group.rules);

/** Gives what it printed. @throws with that when it is not content */
const ask = (...args: readonly string[]): string => execFileSync(promtool ?? "", args, { cwd: FOLDER, encoding: "utf8", stdio: "pipe" });

describe("the alert rules", () => {
  it.each(rules.map((rule) => [rule.alert, rule] as const))("%s asks for nothing but what is exported, and its runbook is there", (alert, { expr, annotations }) => {
    expect(unknownIn(expr)).toEqual([]);
    expect(annotations.runbook_url).toBe(`docs/operating.md#${alert.toLowerCase()}`);
    expect(readFileSync(join(ROOT, "docs/operating.md"), "utf8")).toContain(`\n### ${alert}\n`);
  });

  it("have names of their own, and each a test in which it fires and one in which it does not", () => {
    const names = rules.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
    const lines = read("alerts.test.yml").split("\n").filter((line) => line.includes("eval_time"));
    const tried = (alert: string, isFiring: boolean): boolean => lines.some((line) => line.includes(`alertname="${alert}"`) && line.includes("exp_samples: []") !== isFiring);
    expect(names.filter((alert) => !tried(alert, true) || !tried(alert, false))).toEqual([]);
  });

  it("have a runbook section each, and none is left over", () => {
    const sections = [...readFileSync(join(ROOT, "docs/operating.md"), "utf8").matchAll(/^### (Guildsmith\w+)$/gm)].map(([, name = ""]) => name);
    expect(sections.toSorted()).toEqual(rules.map(({ alert }) => alert).toSorted());
  });
});

describe.skipIf(promtool === null)("promtool (skipped where there is none: set PROMTOOL_PATH)", () => {
  it("takes the configuration and the rules", () => {
    expect(ask("check", "config", "prometheus.yml")).toContain("SUCCESS");
    expect(ask("check", "rules", "alerts.yml")).toContain(`SUCCESS: ${rules.length} rules found`);
  });

  it("sees each alert fire when it is to, and only then", { timeout: 120_000 }, () => {
    expect(ask("test", "rules", "alerts.test.yml")).toContain("SUCCESS");
  });
});
