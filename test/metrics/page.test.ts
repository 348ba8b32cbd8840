import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { metricsPage } from "../../packaging/metrics/page.ts";
import { METRICS } from "../../src/telemetry/metric-table.ts";
import { createPrometheus } from "../../src/telemetry/prometheus.ts";
import { documented } from "./documented.ts";
import { readExposition } from "./exposition.ts";

const prometheus = createPrometheus({ totals: () => [] });
afterAll(() => prometheus.close());

describe("docs/metrics.md", () => {
  // Elsewhere Node has fewer metrics of the process.
  it.runIf(process.platform === "linux")("is as `npm run metrics-page` writes it", () => {
    expect(readFileSync(join(import.meta.dirname, "../../docs/metrics.md"), "utf8")).toBe(metricsPage(prometheus.ofProcess()));
  });

  it("has every metric that is exported, with its kind and sentence, and no other", async () => {
    const exported = [...readExposition(await prometheus.text()).values()].map(({ name, type, help }) => ({ name, kind: type, about: help }));
    const written = documented().map(({ name, kind, about }) => ({ name, kind, about }));
    const elsewhere = process.platform === "linux" ? [] : written.filter(({ name }) => !exported.some((one) => one.name === name));
    expect(written.filter((one) => !elsewhere.includes(one)).toSorted(byName)).toEqual(exported.toSorted(byName));
    expect(elsewhere.filter(({ name }) => name.startsWith("guildsmith_"))).toEqual([]);
  });

  it("has the unit of every name in it", () => {
    const unlike = Object.values(METRICS).filter((metric) => metric.kind === "distribution" && metric.unit !== "count" && !metric.name.endsWith(`_${metric.unit}`));
    expect(unlike).toEqual([]);
    for (const metric of Object.values(METRICS)) expect([metric.name, metric.name.endsWith("_total")]).toEqual([metric.name, metric.kind === "counter"]);
  });
});

const byName = (one: { readonly name: string }, other: { readonly name: string }): number => one.name.localeCompare(other.name);
