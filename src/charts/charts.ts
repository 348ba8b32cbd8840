import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { Chart } from "./chart.ts";

export interface Charts {
  /** The chart as a PNG. The same chart is drawn once as long as it is remembered. @throws when it cannot be drawn */
  draw(chart: Chart): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** So many pictures are remembered, of some 20 KB each. */
const KEPT = 50;

/** Draws in a worker that is started with the first chart. */
export function createCharts(): Charts {
  const kept = new Map<string, Promise<Uint8Array>>();
  let pool: Piscina<Chart, Uint8Array> | null = null;
  // The published package has it as JavaScript.
  const filename = fileURLToPath(new URL(`./draw${extname(import.meta.url)}`, import.meta.url));
  return {
    draw(chart) {
      const key = JSON.stringify(chart);
      const known = kept.get(key);
      if (known) return known;
      pool ??= new Piscina<Chart, Uint8Array>({ filename, minThreads: 0, maxThreads: 1, idleTimeout: 60_000 });
      const drawing = pool.run(chart);
      kept.set(key, drawing);
      drawing.catch(() => kept.delete(key));
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return drawing;
    },
    async close() {
      await pool?.destroy();
    },
  };
}
