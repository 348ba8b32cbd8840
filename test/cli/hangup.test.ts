import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type CommandLine, openCommandLine } from "./command-line.ts";

let cli: CommandLine;
beforeEach(() => {
  cli = openCommandLine();
});
afterEach(() => cli.remove());

it.skipIf(process.platform === "win32")("reads its packs again at SIGHUP, and runs on", async () => {
  const house = join(cli.folder, "packs", "house");
  mkdirSync(house, { recursive: true });
  writeFileSync(join(house, "pack.yaml"), `{ id: house, name: House, game: Any, version: "1", professions: [{ id: cooking, name: Cooking }], sources: [] }`);
  const { child, ended, printed } = cli.start(["start", "--port", "0"], { GUILDSMITH_PACKS: "packs", LOG_LEVEL: "debug" });
  await printed("Guildsmith is ready");
  child.kill("SIGHUP");
  const line = /the recipe packs were read again: 2 packs, \d+ recipes/;
  expect(await printed("the recipe packs were read again")).toMatch(line);
  child.kill("SIGTERM");
  expect(await ended).toMatchObject({ code: 0, err: "" });
}, 60_000);
