import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, SVGRenderer]);

/** Colours that the page's styles put in place of these, so that a chart is read in the light and in the dark. */
const STANDS_FOR = { ink: "#010203", faint: "#040506", c1: "#070801", c2: "#070802", c3: "#070803", c4: "#070804", c5: "#070805", c6: "#070806", bad: "#070807" } as const;
export const INK: string = STANDS_FOR.ink;
export const FAINT: string = STANDS_FOR.faint;
export const BAD: string = STANDS_FOR.bad;
const COLOURS = [STANDS_FOR.c1, STANDS_FOR.c2, STANDS_FOR.c3, STANDS_FOR.c4, STANDS_FOR.c5, STANDS_FOR.c6];

const SIZES = { wide: { width: 1020, height: 320 }, narrow: { width: 340, height: 300 } } as const;
export type Width = keyof typeof SIZES;

/** A chart twice, for a desk and for a phone; the page shows the one that fits. `option` is asked for each. */
export const figure = (title: string, option: (width: Width) => EChartsCoreOption, note = ""): string =>
  `<figure><figcaption>${escape(title)}${note === "" ? "" : `<small>${escape(note)}</small>`}</figcaption>${(["wide", "narrow"] as const).map((width) => `<div class="${width}">${svgOf(option(width), width, title)}</div>`).join("")}</figure>`;

function svgOf(option: EChartsCoreOption, width: Width, title: string): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, ...SIZES[width] });
  chart.setOption({
    animation: false,
    color: COLOURS,
    textStyle: { fontFamily: "system-ui, sans-serif", color: INK },
    legend: { bottom: 0, textStyle: { color: INK, fontSize: 12 }, itemWidth: 14, itemHeight: 10 },
    grid: { left: 8, right: 16, top: 28, bottom: 64, outerBounds: { left: 4, right: 8, top: 8, bottom: width === "wide" ? 32 : 52 } },
    ...option,
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  const named = Object.entries(STANDS_FOR).reduce((text, [name, colour]) => text.replaceAll(colour, `var(--${name})`), svg);
  return named.replace("<svg ", `<svg role="img" aria-label="${escape(title)}" `);
}

/** An axis as all charts have it. */
export const axis = (more: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  axisLabel: { color: INK, fontSize: 12, hideOverlap: true, ...(more["axisLabel"] as object | undefined) },
  axisLine: { lineStyle: { color: FAINT } },
  axisTick: { lineStyle: { color: FAINT } },
  splitLine: { lineStyle: { color: FAINT, opacity: 0.35 } },
  nameTextStyle: { color: INK, fontSize: 12 },
  ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== "axisLabel")),
});

/** Text that stands for itself in HTML. */
export const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
