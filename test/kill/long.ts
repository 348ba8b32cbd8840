/** `npm run test:long`: a hundred kills, or as many as KILLS says. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const vitest = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", import.meta.url));
const { status } = spawnSync(process.execPath, [vitest, "run", "test/kill/kill.test.ts"], { cwd: root, stdio: "inherit", env: { ...process.env, KILLS: process.env["KILLS"] ?? "100" } });
process.exitCode = status ?? 1;
