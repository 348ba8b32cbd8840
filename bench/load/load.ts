/** `npm run load -- [options]`; `--help` tells them. */
import { CommanderError } from "commander";
import { writeFileSync } from "node:fs";
import { OperatorError } from "../../src/kernel/operator-error.ts";
import { readOptions } from "./options.ts";
import { machine } from "./report/machine.ts";
import { showProgress } from "./report/progress.ts";
import { summaryOf } from "./report/summary.ts";
import { runText } from "./report/text.ts";
import { runLoad } from "./run.ts";

try {
  const { load, jsonFile } = readOptions(process.argv.slice(2));
  const run = await runLoad(load, showProgress(process.stderr));
  process.stdout.write(`\n${runText(run)}\n`);
  if (jsonFile !== null) writeFileSync(jsonFile, `${JSON.stringify({ machine: machine(), runs: [{ summary: summaryOf(run), ...run }] })}\n`);
  if (run.check.faults.length > 0) process.exitCode = 1;
} catch (cause) {
  if (cause instanceof CommanderError) process.exitCode = cause.exitCode;
  else if (cause instanceof OperatorError) {
    process.stderr.write(`${cause.message}\n`);
    process.exitCode = 1;
  } else throw cause;
}
