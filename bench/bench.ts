/** `npm run bench`: all benches, `-- --full` for figures to quote; `npm run bench -- <name> [args]`: one. Each file beside this one that is not it exports `run(args)`. */
import { readdirSync } from "node:fs";
import { runAll } from "./results/run-all.ts";

interface Bench {
  run(args: string[]): Promise<void>;
}

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== "bench.ts")
  .map((file) => file.slice(0, -".ts".length))
  .toSorted();
const USAGE = `npm run bench                 all of them, a quick look; writes bench/RESULTS.md
npm run bench -- --full       all of them, for figures to quote; writes bench/RESULTS.md
npm run bench -- <name> …     one of: ${names.join(", ")}\n`;

const [name = "--quick", ...args] = process.argv.slice(2);
if (name === "--quick" || name === "--full") process.exitCode = (await runAll(name === "--full" ? "full" : "quick")) === 0 ? 0 : 1;
else if (names.includes(name)) {
  const bench = (await import(`./${name}.ts`)) as Bench;
  await bench.run(args);
} else {
  const isHelp = name === "--help" || name === "-h";
  if (!isHelp) process.stderr.write(`There is no benchmark "${name}".\n`);
  process.stdout.write(USAGE);
  process.exitCode = isHelp ? 0 : 1;
}
