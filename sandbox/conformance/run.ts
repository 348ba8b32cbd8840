import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { whyNoDocument } from "../contract/discord-document.ts";
import { inWords } from "../contract/violation.ts";
import { Watch } from "../contract/watch.ts";
import { Lab } from "./lab.ts";
import type { Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";
import { rulesPage, sourceOf, withCounts } from "./table.ts";

const CONFORMANCE = join(import.meta.dirname, "../CONFORMANCE.md");
const README = join(import.meta.dirname, "../README.md");
if (process.argv.includes("--write")) {
  writeFileSync(CONFORMANCE, rulesPage(RULES));
  writeFileSync(README, withCounts(readFileSync(README, "utf8"), RULES));
}

/** Checks every rule, and meanwhile the contract, and prints the table of them. Ends with 1 when something does not hold. */
const watch = new Watch();
const violations: string[] = [];
const results: { area: string; rule: Rule; failure: string | null }[] = [];
for (const [area, rules] of Object.entries(RULES)) {
  for (const rule of rules) {
    results.push({ area, rule, failure: await failureOf(rule) });
    violations.push(...(await watch.violations()).map(inWords));
  }
}

async function failureOf(rule: Rule): Promise<string | null> {
  const lab = new Lab();
  try {
    await rule.check(lab);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  } finally {
    await lab[Symbol.asyncDispose]();
  }
}

console.log("| rule | source | holds |");
console.log("| --- | --- | --- |");
for (const [area, rows] of Map.groupBy(results, ({ area }) => area)) {
  console.log(`| **${area}** | | |`);
  for (const { rule, failure } of rows) console.log(`| ${rule.says} | ${sourceOf(rule)} | ${failure === null ? "yes" : `NO: ${failure}`} |`);
}
const failed = results.filter(({ failure }) => failure !== null).length;
const fromDocuments = results.filter(({ rule }) => "document" in rule.source).length;
console.log(`\n${results.length} rules, ${fromDocuments} from documents, ${results.length - fromDocuments} assumed; ${results.length - failed} hold, ${failed} fail`);

const { calls, frames, violated } = (await watch.contract()).tally;
const why = whyNoDocument();
const callsInWords = why === null ? `${calls} REST calls held to Discord's OpenAPI document` : `REST calls not held to Discord's OpenAPI document, as ${why}`;
console.log(`\nContract: ${callsInWords}; ${frames} gateway frames held to discord-api-types; ${violated} violated`);
for (const violation of new Set(violations)) console.log(`- ${violation}`);
process.exitCode = failed + violated > 0 ? 1 : 0;
