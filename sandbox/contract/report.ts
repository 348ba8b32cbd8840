import { appendFileSync, readFileSync } from "node:fs";
import type { Tally } from "./contract.ts";

/** Names a file: a sandbox that is a process of its own appends there what was checked and what was wrong. For tests. */
export const REPORT_VARIABLE = "SANDBOX_VIOLATIONS";

/** What was held to the contract, and what was wrong, in sentences. */
export interface Report extends Readonly<Tally> {
  readonly sentences: readonly string[];
}

export const NOTHING: Report = { calls: 0, frames: 0, violated: 0, sentences: [] };

/** Appends a line, at once: whoever reports may be about to end. */
export const writeReport = (file: string, report: Report): void => appendFileSync(file, `${JSON.stringify(report)}\n`);

/** All that was reported in a file; nothing when nobody did. */
export function readReports(file: string): Report {
  let text = "";
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return NOTHING;
  }
  // A process that was killed may have left half a line.
  const lines = text.split("\n").slice(0, -1);
  return sumOf(lines.map((line) => JSON.parse(line) as Report));
}

export const sumOf = (reports: readonly Report[]): Report =>
  reports.reduce((sum, { calls, frames, violated, sentences }) => ({ calls: sum.calls + calls, frames: sum.frames + frames, violated: sum.violated + violated, sentences: [...sum.sentences, ...sentences] }), NOTHING);
