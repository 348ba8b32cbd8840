import { imageSize } from "image-size";
import { afterAll, expect, it } from "vitest";
import { CHART_SIZE } from "./chart.ts";
import { createCharts } from "./charts.ts";

const charts = createCharts();
afterAll(() => charts.close());

const chart = { title: "Crafts", labels: ["Mon", "Tue", "Wed"], series: [{ name: "Requested", values: [1, 5, 2] }, { name: "Completed", values: [0, 3, 4] }] };

it("draws a picture of its size, another one for other figures, and each once", async () => {
  const picture = await charts.draw(chart);
  expect(imageSize(picture)).toMatchObject({ type: "png", ...CHART_SIZE });
  expect(picture.length).toBeGreaterThan(5_000);
  expect(await charts.draw({ ...chart })).toBe(picture);
  const other = await charts.draw({ ...chart, isRanking: true });
  expect(Buffer.compare(picture, other)).not.toBe(0);
});

it("has letters: a title changes the picture", async () => {
  expect(Buffer.compare(await charts.draw(chart), await charts.draw({ ...chart, title: "Größenwahn ß" }))).not.toBe(0);
});
