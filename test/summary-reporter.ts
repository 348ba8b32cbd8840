import type { Reporter, TestModule } from "vitest/node";

/** Ends the run with one line that people and scripts read alike: `N passed, N failed, N skipped`. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      // A file that fails before its first test would otherwise count as nothing.
      if (module.state() === "failed" && module.errors().length > 0) count.failed += 1;
      for (const test of module.children.allTests()) count[test.result().state] += 1;
    }
    // The default reporter prints its own summary first.
    setImmediate(() => console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped`));
  }
}
