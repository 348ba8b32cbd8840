import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { pairedRatio, medianOf, ratioText } from "./measuring/ratio.ts";
import { table } from "./measuring/table.ts";
import { withCallers } from "./measuring/times.ts";
import { type MeasuredDesk, openMeasuredDesk } from "./telemetry-parts/desk.ts";

/** What measuring costs: whole submissions through router, rooms, store and discord.js's REST over sockets, with it on and off by turns. `--rounds`, `--flows` in each. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { rounds: { type: "string", default: "30" }, flows: { type: "string", default: "300" } } });
  const [rounds, flows] = [Number(values.rounds), Number(values.flows)];
  const folder = mkdtempSync(join(tmpdir(), "guildsmith-bench-"));
  const discord = fork(new URL("telemetry-parts/answering-server.ts", import.meta.url));
  const api = `http://127.0.0.1:${await new Promise<number>((resolve) => discord.once("message", (port) => resolve(Number(port))))}/api`;
  const [off, on] = [await openMeasuredDesk(join(folder, "off.db"), api, false), await openMeasuredDesk(join(folder, "on.db"), api, true)];
  try {
    for (const desk of [off, on]) await round(desk, flows, 0);
    const took: Record<"off" | "on", { cpu: number[]; wall: number[] }> = { off: { cpu: [], wall: [] }, on: { cpu: [], wall: [] } };
    for (let at = 1; at <= rounds; at += 1) {
      const order = at % 2 === 0 ? (["off", "on"] as const) : (["on", "off"] as const);
      for (const which of order) {
        const { cpuMs, wallMs } = await round(which === "on" ? on : off, flows, at);
        took[which].cpu.push(cpuMs / flows);
        took[which].wall.push(wallMs / flows);
      }
    }
    process.stdout.write(`telemetry: a whole submission (two interactions, both answers, the transaction), ${rounds} rounds of ${flows}, on and off by turns\n${table(["measuring", "processor each", "time each"], [row("off", took.off), row("on", took.on)])}\n`);
    process.stdout.write(`  on / off: processor ${ratioText(pairedRatio(took.off.cpu, took.on.cpu))}, time ${ratioText(pairedRatio(took.off.wall, took.on.wall))}\n`);
  } finally {
    await off.close();
    await on.close();
    discord.disconnect();
    rmSync(folder, { recursive: true });
  }
}

const row = (name: string, { cpu, wall }: { readonly cpu: readonly number[]; readonly wall: readonly number[] }): readonly string[] => [name, `${medianOf(cpu).toFixed(3)} ms`, `${medianOf(wall).toFixed(3)} ms`];

/** So many people submit at once, and share the disk's writes: what is left is the processor's work. */
const CALLERS = 64;

async function round(desk: MeasuredDesk, flows: number, at: number): Promise<{ readonly cpuMs: number; readonly wallMs: number }> {
  const [cpu, from] = [process.threadCpuUsage(), performance.now()];
  await withCallers(CALLERS, flows, (flow) => desk.submit(at * flows + flow));
  const { user, system } = process.threadCpuUsage(cpu);
  return { cpuMs: (user + system) / 1_000, wallMs: performance.now() - from };
}
