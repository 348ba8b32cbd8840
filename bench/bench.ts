/** `npm run bench -- <name> [args]`. Each file beside this one that is not it exports `run(args)`. */
import { readdirSync } from "node:fs";

interface Bench {
  run(args: string[]): Promise<void>;
}

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== "bench.ts")
  .map((file) => file.slice(0, -".ts".length))
  .toSorted();

const [name, ...args] = process.argv.slice(2);
if (name !== undefined && names.includes(name)) {
  const bench = (await import(`./${name}.ts`)) as Bench;
  await bench.run(args);
} else {
  if (name !== undefined) process.stderr.write(`There is no benchmark "${name}".\n`);
  process.stdout.write(`npm run bench -- <name>, where <name> is one of: ${names.join(", ")}\n`);
  process.exitCode = name === undefined ? 0 : 1;
}
