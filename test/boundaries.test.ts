import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const CRUISER = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

/** Imports that the rules forbid, each with the rule that must find it. */
const PLANTS: Readonly<Record<string, readonly [file: string, imported: string]>> = {
  "kernel-imports-nothing": ["src/kernel/planted.ts", "../database/store.ts"],
  "sandbox-apart": ["sandbox/planted.ts", "../src/kernel/result.ts"],
  "bot-apart": ["src/discord/planted-sandbox.ts", "../../sandbox/protocol.ts"],
  "discord-js-at-the-edge": ["src/features/queue/planted-discord.ts", "discord.js"],
  "discord-knows-no-room": ["src/discord/planted.ts", "../features/queue/service.ts"],
  "database-below": ["src/database/planted.ts", "../features/contract.ts"],
  "engines-in-one-folder": ["src/features/queue/planted-engine.ts", "pg"],
  "rooms-keep-their-insides": ["src/features/queue/planted.ts", "../characters/store.ts"],
  "models-are-pure": ["src/features/queue/transition.ts", "../../database/store.ts"],
  "views-are-pure": ["src/features/queue/queue-view.ts", "./store.ts"],
  "contract-below-rooms": ["src/features/planted.ts", "./queue/service.ts"],
  "only-the-root-composes": ["src/outbox/planted.ts", "../main.ts"],
  "no-test-code-in-product": ["src/outbox/planted-test.ts", "../testing/call.ts"],
};
const TARGETS = ["src/kernel/result.ts", "src/database/store.ts", "src/features/contract.ts", "src/features/queue/service.ts", "src/features/queue/store.ts", "src/features/characters/store.ts", "src/main.ts", "src/testing/call.ts", "sandbox/protocol.ts"];

describe("the folder rules", () => {
  let folder: string;
  let found: readonly string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "guildsmith-boundaries-"));
    for (const file of TARGETS) plant(file, "export type Planted = 1;\n");
    for (const [file, imported] of Object.values(PLANTS)) plant(file, `import type { Planted } from "${imported}";\nexport type Mine = Planted;\n`);
    for (const file of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"]) cpSync(join(ROOT, file), join(folder, file));
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    found = await violationsIn(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function plant(file: string, text: string): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }

  it.each(Object.entries(PLANTS))("%s finds a planted import", (rule, [file]) => {
    expect(found).toContain(`${rule} ${file}`);
  });

  it("have a plant each, but for circles and dead ends", () => {
    const rules = [...readFileSync(join(ROOT, ".dependency-cruiser.cjs"), "utf8").matchAll(/name: "([a-z-]+)"/g)].map(([, name]) => name);
    expect(new Set(rules.filter((name) => name !== "no-cycles" && name !== "no-dead-ends"))).toEqual(new Set(Object.keys(PLANTS)));
  });

  it("hold for the page too, whose JSX the checker does not read", () => {
    const client = join(ROOT, "sandbox/client/src");
    const outside = readdirSync(client, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) => [...readFileSync(join(client, file), "utf8").matchAll(/from "(\.[^"]+)"/g)].map(([, imported = ""]) => resolve(dirname(join(client, file)), imported)))
      .filter((target) => !target.startsWith(client) && target !== join(ROOT, "sandbox/protocol.ts"));
    expect(outside).toEqual([]);
  });
});

/** `rule file` of everything that is found in a folder. */
function violationsIn(folder: string): Promise<readonly string[]> {
  return new Promise((done, fail) => {
    execFile(process.execPath, [CRUISER, "--config", ".dependency-cruiser.cjs", "--output-type", "json", "src", "sandbox"], { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (stdout === "") return fail(new Error(stderr, { cause: error }));
      const { summary }: { summary: { violations: { rule: { name: string }; from: string }[] } } = JSON.parse(stdout);
      return done(summary.violations.map(({ rule, from }) => `${rule.name} ${from}`));
    });
  });
}
