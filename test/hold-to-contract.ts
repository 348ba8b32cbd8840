import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach } from "vitest";
import { readReports, REPORT_VARIABLE, sumOf, writeReport } from "../sandbox/contract/report.ts";
import { inWords } from "../sandbox/contract/violation.ts";
import { Watch } from "../sandbox/contract/watch.ts";
import { reportsFolder } from "./reports-folder.ts";

/** Fails every test whose sandbox said or took what Discord would not, also when it is a process of its own. */
const watch = new Watch();
mkdirSync(reportsFolder(), { recursive: true });
const reported = join(reportsFolder(), randomUUID());
process.env[REPORT_VARIABLE] = reported;

afterEach(async () => failFor((await watch.violations()).map(inWords)));

afterAll(async () => {
  const sentences = (await watch.violations()).map(inWords);
  const elsewhere = readReports(reported);
  // What comes later is found by the end of the run.
  rmSync(reported, { force: true });
  const here = watch.isIdle ? [] : [{ ...(await watch.contract()).tally, sentences }];
  const all = sumOf([...here, elsewhere]);
  // Only counted: this file fails for the sentences.
  writeReport(`${reported}-counted`, { ...all, sentences: [] });
  failFor(all.sentences);
});

function failFor(sentences: readonly string[]): void {
  const once = [...new Set(sentences)];
  if (once.length > 0) throw new Error(`Discord's contract was violated:\n${once.map((sentence) => `- ${sentence}`).join("\n")}`);
}
