import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Reporter, TestModule } from "vitest/node";
import { readReports, type Report, sumOf } from "../sandbox/contract/report.ts";
import { reportsFolder } from "./reports-folder.ts";

/** Ends the run with how much was held to Discord's contract, and with one line that people and scripts read alike: `N passed, N failed, N skipped`. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      // A file that fails before its first test would otherwise count as nothing.
      if (module.state() === "failed" && module.errors().length > 0) count.failed += 1;
      for (const test of module.children.allTests()) count[test.result().state] += 1;
    }
    const { calls, frames, violated, sentences } = takeReports();
    // Of processes that outlived the test file that started them: it could not fail for these.
    if (sentences.length > 0) {
      count.failed += 1;
      process.exitCode = 1;
    }
    // The default reporter prints its own summary first.
    setImmediate(() => {
      for (const sentence of new Set(sentences)) console.log(`Discord's contract was violated after its test: ${sentence}`);
      console.log(`Contract: ${calls} REST calls and ${frames} gateway frames checked, ${violated} violated`);
      console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped`);
    });
  }
}

/** All that the test files counted, and what was reported after they ended. */
function takeReports(): Report {
  const folder = reportsFolder();
  // Not there when no test ran.
  const files = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const all = sumOf(files.map(readReports));
  for (const file of files) rmSync(file);
  return all;
}
