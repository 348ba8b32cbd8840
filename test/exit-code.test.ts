import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");

/** Runs one test with the set-up of all runs; gives what the shell sees. */
function exitCodeOf(body: string): number | null {
  const folder = mkdtempSync(join(tmpdir(), "guildsmith-run-"));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
  writeFileSync(join(folder, "vitest.config.mjs"), `export default { test: { globalSetup: [${JSON.stringify(join(ROOT, "test/postgres.ts"))}] } };`);
  writeFileSync(join(folder, "one.test.mjs"), `import { it } from "vitest"; it("one", () => { ${body} });`);
  // No server is started for it.
  const env = { ...process.env, DATABASE_URL_TEST: "postgres://nobody@127.0.0.1:9/none" };
  const { status } = spawnSync(process.execPath, [join(ROOT, "node_modules/vitest/vitest.mjs"), "run"], { cwd: folder, env });
  rmSync(folder, { recursive: true });
  return status;
}

it("a run ends with 1 when a test failed, else with 0", { timeout: 60_000 }, () => {
  expect([exitCodeOf("throw new Error('as it should')"), exitCodeOf("")]).toEqual([1, 0]);
});
