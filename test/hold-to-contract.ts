import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach } from "vitest";
import { REPORT_VARIABLE } from "../sandbox/contract/report-violations.ts";
import { inWords } from "../sandbox/contract/violation.ts";
import { Watch } from "../sandbox/contract/watch.ts";

/** Fails every test whose sandbox said or took what Discord would not, also when it is a process of its own. */
const watch = new Watch();
const reported = join(tmpdir(), `sandbox-violations-${crypto.randomUUID()}`);
process.env[REPORT_VARIABLE] = reported;

afterEach(async () => failFor((await watch.violations()).map(inWords)));

afterAll(async () => {
  const sentences = (await watch.violations()).map(inWords);
  failFor([...sentences, ...linesOf(reported)]);
});

function failFor(sentences: readonly string[]): void {
  const once = [...new Set(sentences)];
  if (once.length > 0) throw new Error(`Discord's contract was violated:\n${once.map((sentence) => `- ${sentence}`).join("\n")}`);
}

/** Nothing when nobody reported. */
function linesOf(file: string): string[] {
  try {
    return readFileSync(file, "utf8").trim().split("\n");
  } catch {
    return [];
  } finally {
    rmSync(file, { force: true });
  }
}
