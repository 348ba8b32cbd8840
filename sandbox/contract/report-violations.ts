import { appendFileSync } from "node:fs";
import { inWords } from "./violation.ts";
import { Watch } from "./watch.ts";

/** Names a file: a sandbox that is a process of its own appends there what was wrong, a line each. For tests. */
export const REPORT_VARIABLE = "SANDBOX_VIOLATIONS";

/** Holds the sandboxes of this process to the contract as they go, until it ends. */
export async function reportViolations(file: string): Promise<void> {
  let isWaiting = false;
  const watch = new Watch(() => {
    if (isWaiting) return;
    isWaiting = true;
    // What comes of a frame, such as a refusal, comes in the same turn.
    setImmediate(() => {
      isWaiting = false;
      void report();
    });
  });
  const report = async () => {
    for (const violation of await watch.violations()) appendFileSync(file, `${inWords(violation)}\n`);
  };
  await watch.contract();
}
