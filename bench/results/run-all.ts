import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProfileResults } from "../profiles.ts";
import { chartsOf } from "./charts.ts";
import { machineText } from "./machine.ts";
import { PLAN, type Planned, QUICK_MS, QUICK_ORDER } from "./plan.ts";
import { resultsPage, type Section } from "./page.ts";

/** Less is not worth the start of a bench. */
const SHORTEST_MS = 5_000;
const BENCH = join(import.meta.dirname, "../bench.ts");
const PAGE = join(import.meta.dirname, "../RESULTS.md");

/** How many benches run at once: a quick look is not for quoting, and most of what it runs waits most of the time. */
const AT_ONCE = { quick: 3, full: 1 } as const;

/** Runs every bench, each in a process of its own, and writes bench/RESULTS.md with what they print: for figures to quote one after the other, for a quick look some at once. Gives how many failed. */
export async function runAll(mode: "quick" | "full"): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "guildsmith-bench-"));
  const profilesFile = join(folder, "profiles.json");
  const machine = machineText();
  const from = performance.now();
  const endAt = mode === "quick" ? from + QUICK_MS : Number.POSITIVE_INFINITY;
  const sections = new Map<string, Section>();
  let charts: Awaited<ReturnType<typeof chartsOf>> = [];
  try {
    const waiting = mode === "quick" ? [...inQuickOrder(PLAN)] : [...PLAN];
    const work = async (): Promise<void> => {
      for (let planned = waiting.shift(); planned; planned = waiting.shift()) {
        const { name, [mode]: shown } = planned;
        const section = await runOne(planned, name === "profiles" ? [...shown, "--json", profilesFile] : shown, shown, endAt - performance.now());
        sections.set(name, section);
        process.stderr.write(`${name}: ${section.failure ?? `${Math.round(section.seconds)} s`}\n`);
        process.stdout.write(section.failure === null ? `\n${section.output}\n` : "");
        // Written by profiles.ts, whose type it is.
        if (name === "profiles" && section.failure === null) charts = await chartsOf(JSON.parse(readFileSync(profilesFile, "utf8")) as ProfileResults);
        // After each, so that a run that is broken off leaves what it has.
        const inPlanOrder = PLAN.flatMap((one) => sections.get(one.name) ?? []);
        writeFileSync(PAGE, resultsPage({ mode, machine, minutes: (performance.now() - from) / 60_000, sections: inPlanOrder, charts }));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE[mode] }, work));
  } finally {
    rmSync(folder, { recursive: true });
  }
  return [...sections.values()].filter(({ failure }) => failure?.startsWith("failed")).length;
}

const inQuickOrder = (plan: readonly Planned[]): readonly Planned[] => plan.toSorted((a, b) => QUICK_ORDER.indexOf(a.name) - QUICK_ORDER.indexOf(b.name));

/** `leftMs`: after so long it is broken off. */
async function runOne({ name, shows, needs }: Planned, args: readonly string[], shown: readonly string[], leftMs: number): Promise<Section> {
  const command = `npm run bench -- ${[name, ...shown].join(" ")}`;
  const from = performance.now();
  const done = (output: string, failure: string | null): Section => ({ name, shows, command, output: output.trimEnd(), failure, seconds: (performance.now() - from) / 1_000 });
  if (needs !== undefined && !process.env[needs]) return done("", `was not run: ${needs} is not set`);
  if (leftMs < SHORTEST_MS) return done("", "was not run: the quick look's three minutes were over");
  const child = spawn(process.execPath, [BENCH, name, ...args], { stdio: ["ignore", "pipe", "pipe"], detached: true });
  // With all that it has started itself, which is its group.
  let isBrokenOff = false;
  const breakOff = (): void => {
    isBrokenOff = true;
    if (child.pid !== undefined) process.kill(-child.pid);
  };
  process.once("SIGINT", breakOff);
  let [output, errors] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const timer = Number.isFinite(leftMs) ? setTimeout(breakOff, leftMs) : undefined;
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  clearTimeout(timer);
  process.off("SIGINT", breakOff);
  if (isBrokenOff) return done("", "was broken off: the quick look's three minutes were over");
  return done(output, code === 0 ? null : `failed with exit code ${code}: ${errors.trim().split("\n").slice(-3).join(" ")}`);
}
