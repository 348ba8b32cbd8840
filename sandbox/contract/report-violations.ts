import type { Tally } from "./contract.ts";
import { writeReport } from "./report.ts";
import { inWords } from "./violation.ts";
import { Watch } from "./watch.ts";

/** Holds the sandboxes of this process to the contract as they go, and reports to a file, until the process has ended. */
export async function reportViolations(file: string): Promise<void> {
  let isWaiting = false;
  const watch = new Watch(() => {
    if (isWaiting) return;
    isWaiting = true;
    // What comes of a frame, such as a refusal, comes in the same turn.
    setImmediate(() => {
      isWaiting = false;
      report(false);
    });
  });
  const contract = await watch.contract();
  let told: Tally = { calls: 0, frames: 0, violated: 0 };
  const report = (isLast: boolean): void => {
    const sentences = watch.take(contract).map(inWords);
    const { calls, frames, violated } = contract.tally;
    if (sentences.length === 0 && !isLast) return;
    writeReport(file, { calls: calls - told.calls, frames: frames - told.frames, violated: violated - told.violated, sentences });
    told = { ...contract.tally };
  };
  // Also where somebody calls process.exit in the very turn in which something went wrong.
  process.once("exit", () => report(true));
}
