/**
 * What `npm pack` publishes, in `dist/`: Node strips no types under node_modules, so it is JavaScript, of what
 * the two programs reach and no more. It is laid out as the clone is, so that every path between files holds.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildPage } from "../sandbox/build-page.ts";

const ROOT = resolve(import.meta.dirname, "..");
const DIST = join(ROOT, "dist");
const TSC = join(ROOT, "node_modules/typescript/bin/tsc");
/** What the sandbox reads from beside its sources: its page, and the world that it begins with. */
const SANDBOX_DATA = ["sandbox/client/dist", "sandbox/worlds"];

rmSync(DIST, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [TSC, "-p", join(ROOT, "packaging")], { stdio: "inherit" });
if (status !== 0) throw new Error("The sources could not be compiled.");

await buildPage();
for (const data of SANDBOX_DATA) cpSync(join(ROOT, data), join(DIST, data), { recursive: true });

mkdirSync(join(DIST, "packs"));
for (const name of readdirSync(join(ROOT, "packs"))) {
  if (name === "SOURCES.md" || existsSync(join(ROOT, "packs", name, "pack.yaml"))) cpSync(join(ROOT, "packs", name), join(DIST, "packs", name), { recursive: true });
}
// For the version, and that these are modules.
cpSync(join(ROOT, "package.json"), join(DIST, "package.json"));
