import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Prometheus's own tool for rules. Null: this machine has none; what needs it is reported as skipped. */
    promtool: string | null;
  }
}

/** Looks for promtool, once for the run. */
export default async function setup(project: TestProject): Promise<void> {
  const promtool = await findPromtool();
  if (promtool === null) console.warn("No promtool was found: the alert rules are not tried. Set PROMTOOL_PATH to one (it comes with Prometheus).");
  project.provide("promtool", promtool);
}

/** `PROMTOOL_PATH` when it is set, and no other; else the one that the machine has. Null when it does not run; `warn` is told why a named one does not. */
export async function findPromtool(given = process.env["PROMTOOL_PATH"], warn: (sentence: string) => void = console.warn): Promise<string | null> {
  const path = given || "promtool";
  try {
    await promisify(execFile)(path, ["--version"]);
    return path;
  } catch (cause) {
    if (given) warn(`${given} does not run: ${cause instanceof Error ? cause.message : String(cause)}`);
    return null;
  }
}
