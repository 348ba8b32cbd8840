import type { EChartsCoreOption } from "echarts/core";
import { atPart } from "../measure/distribution.ts";
import { FLOW_NAMES } from "../mix.ts";
import type { ProcessSample } from "../processes/watch-process.ts";
import type { RunResult } from "../run.ts";
import { counts, type Summary } from "./summary.ts";
import { axis, BAD, figure, INK, type Width } from "./svg.ts";

/** How fine a line of a distribution is. */
const PARTS = [...Array.from({ length: 100 }, (_, part) => part / 100), 0.995, 1];
const SLICES = 40;

/** The charts of one run. */
export const runCharts = (run: RunResult, summary: Summary): readonly string[] => [
  figure("How long people waited for the bot in all", () => waitsOption(run), "Per flow, from when it was due: up to this many milliseconds waited this many percent of the people."),
  figure("Waiting over the run", () => overTimeOption(run), "Of those who came in the same part of the run; a line that climbs is a bot that falls behind."),
  figure("REST calls a second", () => callsOption(run), "Answers to interactions are outside Discord's global limit of 50 a second; all others share it."),
  figure("Calls per flow", () => perFlowOption(summary), "Steps are a person's interactions. On average, of those who got what they came for."),
  figure("How full buckets were", (width) => bucketsOption(run, width), "The fullest moment of each route's buckets. A full bucket is waited for; only a 429 is a fault."),
  ...(run.bot.length > 0
    ? [figure("Memory, MB", () => processOption(run, ({ memoryMb }) => Math.round(memoryMb))), figure("Processors", () => processOption(run, ({ processors }) => Math.round(processors * 100) / 100), "1 is one processor, wholly busy.")]
    : []),
];

/** Where the axis starts: Discord itself takes longer. */
const LEAST_MS = 50;

function waitsOption({ flows }: RunResult): EChartsCoreOption {
  const compared = flows.filter(counts);
  return {
    xAxis: axis({ type: "log", min: LEAST_MS, axisLabel: { formatter: "{value} ms" } }),
    yAxis: axis({ type: "value", max: 100, axisLabel: { formatter: "{value}%" } }),
    series: FLOW_NAMES.flatMap((name) => {
      const sorted = compared.filter(({ flow }) => flow === name).map(({ waitedMs }) => Math.max(LEAST_MS, waitedMs)).toSorted((a, b) => a - b);
      if (sorted.length === 0) return [];
      return { type: "line", name, symbol: "none", lineStyle: { width: 2 }, data: PARTS.map((part) => [Math.round(atPart(sorted, part)), part * 100]) };
    }),
  };
}

function overTimeOption({ flows }: RunResult): EChartsCoreOption {
  const lastMs = Math.max(1, ...flows.map(({ dueMs }) => dueMs));
  const slices = Array.from({ length: SLICES }, (_, slice) => flows.filter(({ dueMs }) => Math.min(SLICES - 1, Math.floor((dueMs / lastMs) * SLICES)) === slice));
  const line = (name: string, part: number) => ({
    type: "line",
    name,
    symbol: "none",
    connectNulls: true,
    data: slices.flatMap((same, slice) => {
      const sorted = same.filter(counts).map(({ waitedMs }) => waitedMs).toSorted((a, b) => a - b);
      return sorted.length === 0 ? [] : [[Math.round((((slice + 0.5) / SLICES) * lastMs) / 100) / 10, Math.round(atPart(sorted, part))]];
    }),
  });
  return { xAxis: seconds(), yAxis: axis({ type: "value", axisLabel: { formatter: "{value} ms" } }), series: [line("p50", 0.5), line("p95", 0.95)] };
}

function callsOption({ traffic }: RunResult): EChartsCoreOption {
  const line = (name: "answers" | "others", label: string) => ({ type: "line", name: label, symbol: "none", areaStyle: { opacity: 0.2 }, data: traffic.seconds.map((one, second) => [second, one[name]]) });
  const limit = { symbol: "none", silent: true, lineStyle: { color: BAD, type: "dashed" }, label: { color: INK, formatter: "global limit", position: "insideEndTop" }, data: [{ yAxis: 50 }] };
  return { xAxis: seconds(), yAxis: axis({ type: "value", minInterval: 1 }), series: [line("answers", "answers to interactions"), { ...line("others", "all others"), markLine: limit }] };
}

const seconds = (): Record<string, unknown> => axis({ type: "value", min: 0, axisLabel: { formatter: "{value} s" }, splitLine: { show: false } });

function perFlowOption({ flows }: Summary): EChartsCoreOption {
  const bars = (name: string, valueOf: (flow: Summary["flows"][number]) => number) => ({ type: "bar", name, barMaxWidth: 28, data: flows.map((flow) => Math.round(valueOf(flow) * 10) / 10), label: { show: true, position: "top", color: INK, fontSize: 11 } });
  return { xAxis: axis({ type: "category", data: flows.map(({ flow }) => flow), axisLabel: { interval: 0, hideOverlap: false, fontSize: 11, rotate: 20 } }), yAxis: axis({ type: "value" }), series: [bars("steps", ({ steps }) => steps), bars("REST calls", ({ calls }) => calls)] };
}

function bucketsOption({ traffic }: RunResult, width: Width): EChartsCoreOption {
  const used = traffic.routes.filter(({ fullest }) => fullest !== null).slice(0, 8);
  const shown = used.map(({ route }) => shortRoute(route, width));
  return {
    legend: { show: false },
    grid: { left: 8, right: 40, top: 8, bottom: 8, outerBounds: { left: 4, right: 36, top: 4, bottom: 4 } },
    xAxis: axis({ type: "value", max: 100, axisLabel: { formatter: "{value}%" } }),
    yAxis: axis({ type: "category", inverse: true, data: shown, axisLabel: { fontSize: width === "wide" ? 12 : 10 } }),
    series: [{ type: "bar", barMaxWidth: 20, data: used.map(({ fullest }) => Math.round((fullest ?? 0) * 100)), label: { show: true, position: "right", color: INK, formatter: "{c}%" } }],
  };
}

/** Without the parameters' names, which say nothing on a phone. */
const shortRoute = (route: string, width: Width): string => {
  const short = route.replaceAll(/:\w+/g, "…");
  return width === "wide" ? short : short.replace("/callback", "").replace("/channels/…", "/ch…").slice(0, 26);
};

function processOption({ bot, discord }: RunResult, valueOf: (sample: ProcessSample) => number): EChartsCoreOption {
  const line = (name: string, samples: readonly ProcessSample[]) => ({ type: "line", name, symbol: "none", data: samples.map((sample) => [Math.round(sample.atSeconds), valueOf(sample)]) });
  return { xAxis: seconds(), yAxis: axis({ type: "value" }), series: [line("the bot", bot), line("Discord and its people", discord)] };
}
