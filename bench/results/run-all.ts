import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProfileResults } from "../profiles.ts";
import { chartsOf } from "./charts.ts";
import { machineText } from "./machine.ts";
import { PLAN, type Planned } from "./plan.ts";
import { resultsPage, type Section } from "./page.ts";

const BENCH = join(import.meta.dirname, "../bench.ts");
const PAGE = join(import.meta.dirname, "../RESULTS.md");

/** Runs every bench, each in a process of its own, one after the other, and writes bench/RESULTS.md with what they print. Gives how many could not be run. */
export async function runAll(mode: "quick" | "full"): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "guildsmith-bench-"));
  const profilesFile = join(folder, "profiles.json");
  const machine = machineText();
  const from = performance.now();
  const sections: Section[] = [];
  let charts: Awaited<ReturnType<typeof chartsOf>> = [];
  try {
    for (const planned of PLAN) {
      const args = planned.name === "profiles" ? [...planned[mode], "--json", profilesFile] : planned[mode];
      process.stderr.write(`${planned.name} … `);
      const section = await runOne(planned, args, planned[mode]);
      sections.push(section);
      process.stderr.write(`${section.failure ?? `${Math.round(section.seconds)} s`}\n`);
      process.stdout.write(section.failure === null ? `\n${section.output}\n` : "");
      // Written by profiles.ts, whose type it is.
      if (planned.name === "profiles" && section.failure === null) charts = await chartsOf(JSON.parse(readFileSync(profilesFile, "utf8")) as ProfileResults);
      // After each, so that a run that is broken off leaves what it has.
      writeFileSync(PAGE, resultsPage({ mode, machine, minutes: (performance.now() - from) / 60_000, sections, charts }));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return sections.filter(({ failure }) => failure !== null).length;
}

async function runOne({ name, shows, needs }: Planned, args: readonly string[], shown: readonly string[]): Promise<Section> {
  const command = `npm run bench -- ${[name, ...shown].join(" ")}`;
  const from = performance.now();
  const done = (output: string, failure: string | null): Section => ({ name, shows, command, output: output.trimEnd(), failure, seconds: (performance.now() - from) / 1_000 });
  if (needs !== undefined && !process.env[needs]) return done("", `was not run: ${needs} is not set`);
  const child = spawn(process.execPath, [BENCH, name, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let [output, errors] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return done(output, code === 0 ? null : `failed with exit code ${code}: ${errors.trim().split("\n").slice(-3).join(" ")}`);
}
