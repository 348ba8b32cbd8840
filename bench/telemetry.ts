import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ratioText } from "./load/report/comparison-text.ts";
import { medianOf, pairedRatio } from "./measuring/ratio.ts";
import { table } from "./measuring/table.ts";
import type { Asked, Took } from "./telemetry-parts/side-process.ts";

type Side = "on" | "off";

/** What measuring costs: whole submissions through router, rooms, store and discord.js's REST over sockets, with it on and off by turns, each in a process of its own. `--rounds`, `--flows` in each. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { rounds: { type: "string", default: "40" }, flows: { type: "string", default: "400" } } });
  const [rounds, flows] = [Number(values.rounds), Number(values.flows)];
  const folder = mkdtempSync(join(tmpdir(), "guildsmith-bench-"));
  const discord = part("answering-server.ts");
  const api = `http://127.0.0.1:${await next<number>(discord)}/api`;
  const sides = { off: part("side-process.ts", join(folder, "off.db"), api, "off"), on: part("side-process.ts", join(folder, "on.db"), api, "on") };
  try {
    await Promise.all([next(sides.off), next(sides.on)]);
    const took: Record<Side, Took[]> = { off: [], on: [] };
    // The first two are not counted: what has just started is slower.
    for (let round = -2; round < rounds; round += 1) {
      const order: readonly Side[] = round % 2 === 0 ? ["off", "on"] : ["on", "off"];
      for (const side of order) {
        const measured = await ask(sides[side], { flows, first: (round + 2) * flows });
        if (round >= 0) took[side].push(measured);
      }
    }
    const each = (side: Side, of: keyof Took): readonly number[] => took[side].map((one) => one[of] / flows);
    const row = (side: Side): readonly string[] => [side, ...(["cpuMs", "wallMs"] as const).map((of) => `${medianOf(each(side, of)).toFixed(3)} ms`)];
    process.stdout.write(`telemetry: a whole submission (two interactions, both answers, the transaction), ${rounds} rounds of ${flows}, on and off by turns\n${table(["measuring", "processor each", "time each"], [row("off"), row("on")])}\n`);
    process.stdout.write(`  on / off: processor ${ratioText(pairedRatio(each("off", "cpuMs"), each("on", "cpuMs")))}, time ${ratioText(pairedRatio(each("off", "wallMs"), each("on", "wallMs")))}\n`);
  } finally {
    for (const child of [sides.off, sides.on]) await ended(child);
    await ended(discord);
    rmSync(folder, { recursive: true });
  }
}

const part = (file: string, ...args: readonly string[]): ChildProcess => fork(new URL(`telemetry-parts/${file}`, import.meta.url), [...args]);
function next<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (code: number | null): void => reject(new Error(`a part of the benchmark ended by itself (exit code ${code})`));
    child.once("exit", fail);
    child.once("message", (message) => {
      child.off("exit", fail);
      resolve(message as T);
    });
  });
}
const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => {
  child.once("exit", () => resolve());
  child.disconnect();
});

function ask(side: ChildProcess, asked: Asked): Promise<Took> {
  const answer = next<Took>(side);
  side.send(asked);
  return answer;
}
