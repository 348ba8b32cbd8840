import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Chart } from "../../src/charts/chart.ts";
import { createCharts } from "../../src/charts/charts.ts";
import { PROFILE_NAMES } from "../load/options.ts";
import { FLOW_NAMES } from "../load/mix.ts";
import { mostServed } from "../profile-parts/served.ts";
import type { ProfileResults } from "../profiles.ts";

const FOLDER = join(import.meta.dirname, "../charts");

/** Draws what profiles.ts measured into bench/charts. */
export async function chartsOf(results: ProfileResults): Promise<readonly { readonly title: string; readonly file: string }[]> {
  const charts = createCharts();
  mkdirSync(FOLDER, { recursive: true });
  try {
    const drawn = [];
    for (const [name, chart] of Object.entries(chartsIn(results))) {
      writeFileSync(join(FOLDER, `${name}.png`), await charts.draw(chart));
      drawn.push({ title: chart.title, file: `charts/${name}.png` });
    }
    return drawn;
  } finally {
    await charts.close();
  }
}

function chartsIn({ comparison, cleanUp, bursts }: ProfileResults): Readonly<Record<string, Chart>> {
  const measured = (name: string): readonly number[] => comparison.measures.find((one) => one.name === name)?.values ?? [];
  const flows = FLOW_NAMES.filter((flow) => measured(`${flow}: waited in all, p95`).length > 0);
  const amounts = [...new Set(cleanUp.map(({ people, messages }) => `${messages} x ${people}`))];
  return {
    waiting: {
      title: "Waited for the bot in one flow, p95, milliseconds",
      labels: flows,
      series: PROFILE_NAMES.map((name, index) => ({ name, values: flows.map((flow) => Math.round(measured(`${flow}: waited in all, p95`)[index] ?? 0)) })),
    },
    calls: {
      title: "REST calls for one flow",
      labels: flows,
      series: PROFILE_NAMES.map((name, index) => ({ name, values: flows.map((flow) => Math.round((measured(`${flow}: calls`)[index] ?? 0) * 10) / 10) })),
    },
    "clean-up": {
      title: "Clean-up of messages x people, seconds",
      labels: amounts,
      series: PROFILE_NAMES.map((name) => ({ name, values: amounts.map((amount) => Math.round((cleanUp.find((one) => one.profile === name && `${one.messages} x ${one.people}` === amount)?.swept.ms ?? 0) / 100) / 10) })),
    },
    served: {
      title: "People who submit in the same instant, none of whom misses 3 s",
      labels: [...PROFILE_NAMES],
      series: [{ name: "people", values: PROFILE_NAMES.map((name) => mostServed(bursts[name])) }],
      isRanking: true,
    },
  };
}
