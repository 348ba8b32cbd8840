import { parseArgs } from "node:util";
import { type Bot, crowdAtOnce } from "./floor-parts/crowd-at-once.ts";
import { distributionOf } from "./load/measure/distribution.ts";
import { ratioText } from "./load/report/comparison-text.ts";
import { pairedRatio } from "./measuring/ratio.ts";
import { table } from "./measuring/table.ts";

/** How often everybody submits in a round: one person alone says little of a latency that varies. */
const ALONE = 30;
const TOGETHER = 3;
const BOTS: readonly Bot[] = ["floor", "guildsmith"];

/** How long people wait to submit a request, against the least that a bot on discord.js can do: a bare form, then a bare reply. All of them in the same instant. `--people 1,50,200,1000`, `--rounds 3`, by turns. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { people: { type: "string", default: "1,50,200,1000" }, rounds: { type: "string", default: "3" }, rest: { type: "string", default: "120" }, gateway: { type: "string", default: "40" } } });
  const rows: (string | number)[][] = [];
  for (const people of values.people.split(",").map(Number)) {
    const rounds = Number(values.rounds);
    const waited: Record<Bot, number[][]> = { floor: [], guildsmith: [] };
    const missed: Record<Bot, number> = { floor: 0, guildsmith: 0 };
    for (let round = 0; round < rounds; round += 1) {
      for (const bot of round % 2 === 0 ? BOTS : BOTS.toReversed()) {
        const report = await crowdAtOnce(bot, { people, times: people === 1 ? ALONE : TOGETHER, restMs: Number(values.rest), gatewayMs: Number(values.gateway), seed: `round ${round}` });
        waited[bot].push([...report.waitedMs]);
        missed[bot] += report.missed;
      }
    }
    const p95 = (bot: Bot): readonly number[] => waited[bot].map((times) => distributionOf(times).p95);
    const ratio = ratioText(pairedRatio(p95("floor"), p95("guildsmith")));
    for (const bot of BOTS) {
      const { p50, p95: high, p99, max } = distributionOf(waited[bot].flat());
      rows.push([people, bot, ...[p50, high, p99, max].map((ms) => `${(ms / 1_000).toFixed(2)} s`), missed[bot], bot === "floor" ? "" : ratio]);
    }
  }
  process.stdout.write(`floor: waiting for form and reply together, everybody in the same instant, with a bot that is warm; REST ${values.rest} ms, gateway ${values.gateway} ms (medians)\n${table(["people", "bot", "p50", "p95", "p99", "max", "missed", "p95 against the floor"], rows)}\n`);
}
