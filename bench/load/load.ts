/** `npm run load -- [options]`; `--help` tells them. */
import { CommanderError } from "commander";
import { writeFileSync } from "node:fs";
import { OperatorError } from "../../src/kernel/operator-error.ts";
import { comparisonOf } from "./compare/comparison.ts";
import { runRounds } from "./compare/rounds.ts";
import { type Asked, readOptions } from "./options.ts";
import { comparisonText } from "./report/comparison-text.ts";
import { machine } from "./report/machine.ts";
import { pageOf } from "./report/page.ts";
import { showProgress } from "./report/progress.ts";
import { summaryOf } from "./report/summary.ts";
import { loadText, runText } from "./report/text.ts";
import { runLoad } from "./run.ts";

async function run({ load, compare, rounds, jsonFile, htmlFile }: Asked): Promise<void> {
  const runs = compare.length > 0 ? await runRounds(load, compare, rounds, (name) => showProgress(process.stderr, name)) : [await runLoad(load, showProgress(process.stderr))];
  const comparison = compare.length > 0 ? comparisonOf(compare, runs) : null;
  process.stdout.write(`\n${comparison ? `${loadText(load, compare)}\n\n${comparisonText(comparison)}` : runs.map(runText).join("\n")}\n`);
  if (jsonFile !== null) writeFileSync(jsonFile, `${JSON.stringify({ machine: machine(), comparison, runs: runs.map((one) => ({ summary: summaryOf(one), ...one })) })}\n`);
  if (htmlFile !== null) writeFileSync(htmlFile, pageOf(machine(), runs, comparison));
  if (runs.some(({ check }) => check.faults.length > 0)) process.exitCode = 1;
}

try {
  await run(readOptions(process.argv.slice(2)));
} catch (cause) {
  if (cause instanceof CommanderError) process.exitCode = cause.exitCode;
  else if (cause instanceof OperatorError) {
    process.stderr.write(`${cause.message}\n`);
    process.exitCode = 1;
  } else throw cause;
}
