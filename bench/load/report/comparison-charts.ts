import type { EChartsCoreOption } from "echarts/core";
import type { Comparison, Measure } from "../compare/comparison.ts";
import { axis, figure, INK, type Width } from "./svg.ts";

/** The charts of a comparison: a bar for each profile. */
export const comparisonCharts = (comparison: Comparison): readonly string[] => [
  figure("How long people waited in all, p50", (width) => barsOption(comparison, ": waited in all, p50", width, " ms")),
  figure("How long people waited in all, p95", (width) => barsOption(comparison, ": waited in all, p95", width, " ms")),
  figure("REST calls per flow", (width) => barsOption(comparison, ": calls", width, "")),
];

function barsOption({ profiles, measures }: Comparison, ending: string, width: Width, unit: string): EChartsCoreOption {
  const shown: readonly Measure[] = measures.filter(({ name }) => name.endsWith(ending));
  return {
    xAxis: axis({ type: "category", data: shown.map(({ name }) => name.slice(0, -ending.length)), axisLabel: { interval: 0, hideOverlap: false, fontSize: 11, rotate: 20 } }),
    yAxis: axis({ type: "value", axisLabel: { formatter: `{value}${unit}` } }),
    series: profiles.map((name, index) => ({
      type: "bar",
      name,
      barMaxWidth: 28,
      data: shown.map(({ values }) => rounded(values[index] ?? Number.NaN)),
      label: { show: width === "wide", position: "top", color: INK, fontSize: 10 },
    })),
  };
}

/** A gap where nothing was measured. */
const rounded = (value: number): number | "-" => (Number.isNaN(value) ? "-" : value >= 100 ? Math.round(value) : Math.round(value * 10) / 10);
