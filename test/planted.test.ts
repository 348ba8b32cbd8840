import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** Violations that are planted, each in a run of its own with the set-up of all runs, to see them fail it. */
const ROOT = resolve(import.meta.dirname, "..");
const at = (path: string): string => JSON.stringify(join(ROOT, path));
const SENTENCE = "TYPING_STOP, sent: the body must be one of Discord's payloads";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "planted-"));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
  writeFileSync(
    join(folder, "vitest.config.mjs"),
    `export default { test: { globalSetup: [${at("test/contract.ts")}], setupFiles: [${at("test/hold-to-contract.ts")}], reporters: ["default", ${at("test/summary-reporter.ts")}] } };`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** `two` is another file of the run, which lasts so long. */
function run(body: string, env: Readonly<Record<string, string>> = {}, twoTakesMs = 0) {
  writeFileSync(join(folder, "one.test.mjs"), `import { fork } from "node:child_process"; import { once } from "node:events"; import { it } from "vitest";\n${body}`);
  writeFileSync(join(folder, "two.test.mjs"), `import { it } from "vitest"; it("two", () => new Promise((done) => setTimeout(done, ${twoTakesMs})));`);
  const { CONTRACT_REPORTS: _reports, SANDBOX_VIOLATIONS: _violations, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "node_modules/vitest/vitest.mjs"), "run"], { cwd: folder, env: { ...inherited, NO_COLOR: "1", ...env }, encoding: "utf8" });
  const [contract = "", summary = ""] = stdout.trim().split("\n").slice(-2);
  return { status, said: stdout + stderr, contract, summary };
}

const SANDBOX = `import { startSandbox } from ${at("sandbox/index.ts")};`;
const CHILD = `const child = fork(${at("sandbox/cli.ts")}, ["--port", "0"], { execArgv: ["--import", ${at("sandbox/testing/plant.ts")}], stdio: ["ignore", "ignore", "inherit", "ipc"] }); await once(child, "message");`;
const LETS_GO = `const gone = once(child, "exit"); child.disconnect(); await gone;`;

const HONEST = `${SANDBOX} it("honest", async () => { const sandbox = await startSandbox(); await fetch(sandbox.apiUrl + "/gateway"); const socket = new WebSocket(sandbox.gatewayUrl + "?v=10&encoding=json"); await new Promise((done) => { socket.onmessage = done; }); socket.close(); await sandbox.close(); });`;

test("a run in which nothing was violated ends well, and says how much was checked", { timeout: 120_000 }, () => {
  const { status, contract, summary } = run(HONEST);
  expect(contract).toMatch(/^Contract: [01] REST calls and 1 gateway frames checked, 0 violated$/);
  expect([status, summary]).toEqual([0, "2 passed, 0 failed, 0 skipped"]);
});

test.each<[string, string, string]>([
  ["in the test's own process", `${SANDBOX} import ${at("sandbox/testing/plant.ts")}; it("one", async () => { const sandbox = await startSandbox(); await new Promise((done) => setTimeout(done, 50)); await sandbox.close(); });`, "start"],
  ["in a child that is killed later", `it("one", async () => { ${CHILD} await new Promise((done) => setTimeout(done, 1000)); const gone = once(child, "exit"); child.kill("SIGKILL"); await gone; });`, "start"],
  ["in a child, in its very last turn", `it("one", async () => { ${CHILD} ${LETS_GO} });`, "exit"],
])("a violation %s fails the run", { timeout: 120_000 }, (_where, body, when) => {
  const { status, said, contract, summary } = run(body, { PLANT: when });
  expect(said).toContain(SENTENCE);
  expect(contract).toMatch(/, 1 violated$/);
  expect(summary).toMatch(/, 1 failed, 0 skipped$/);
  expect(status).toBe(1);
});

test("a violation in a child that outlives its test file fails the run", { timeout: 120_000 }, () => {
  const { status, said, contract, summary } = run(`it("one", async () => { ${CHILD} child.unref(); child.channel.unref(); });`, { PLANT: "exit" }, 4_000);
  expect(said).toContain(`Discord's contract was violated after its test: ${SENTENCE}`);
  expect(contract).toMatch(/, 1 violated$/);
  expect([status, summary]).toEqual([1, "2 passed, 1 failed, 0 skipped"]);
});
