/** Draws charts, in a worker: making a picture takes a while, and people wait for other things meanwhile. */
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type Chart, CHART_SIZE } from "./chart.ts";

use([BarChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

const FONT = "DejaVu Sans";
const INK = "#f2f3f5";
const FAINT = "#80848e";
/** Apart in lightness as well as in hue, so that they are told apart without colours. */
const COLOURS = ["#949cf7", "#43b581", "#f0b132"];

const { resolve } = createRequire(import.meta.url);
const [fonts] = await Promise.all([
  Promise.all(["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map(async (file) => new Uint8Array(await readFile(resolve(`dejavu-fonts-ttf/ttf/${file}`))))),
  initWasm(await readFile(resolve("@resvg/resvg-wasm/index_bg.wasm"))),
]);

/** Gives the chart as a PNG. */
export default function draw(chart: Chart): Uint8Array {
  const picture = new Resvg(svgOf(chart), { font: { fontBuffers: fonts, defaultFontFamily: FONT, sansSerifFamily: FONT } });
  return picture.render().asPng();
}

function svgOf({ title, labels, series, isRanking = false }: Chart): string {
  const drawing = init(null, null, { renderer: "svg", ssr: true, ...CHART_SIZE });
  const names = { type: "category" as const, data: [...labels], axisLabel: { color: INK, fontSize: 14, hideOverlap: true }, axisLine: { lineStyle: { color: FAINT } }, inverse: isRanking };
  const numbers = { type: "value" as const, minInterval: 1, axisLabel: { color: INK, fontSize: 14 }, splitLine: { lineStyle: { color: FAINT, opacity: 0.35 } } };
  drawing.setOption({
    animation: false,
    backgroundColor: "#2b2d31",
    color: COLOURS,
    textStyle: { fontFamily: FONT },
    title: { text: title, left: 24, top: 16, textStyle: { color: INK, fontSize: 20, fontFamily: FONT } },
    legend: { show: series.length > 1, bottom: 12, textStyle: { color: INK, fontSize: 14 } },
    grid: { left: 24, right: 40, top: 68, bottom: series.length > 1 ? 52 : 24, outerBounds: { left: 24, right: 24, top: 60, bottom: series.length > 1 ? 44 : 16 } },
    xAxis: isRanking ? numbers : names,
    yAxis: isRanking ? names : numbers,
    series: series.map(({ name, values }) => ({ type: "bar" as const, name, data: [...values], barMaxWidth: 40, label: { show: isRanking, position: "right" as const, color: INK, fontSize: 14 } })),
  });
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return svg;
}
