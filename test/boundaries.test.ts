import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const CRUISER = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

/** Imports that the rules forbid: the rule that must find it, the file, what it imports. At least one a rule. */
const PLANTS: readonly (readonly [rule: string, file: string, imported: string])[] = [
  ["sandbox-apart", "sandbox/planted.ts", "../src/kernel/result.ts"],
  ["bot-apart", "src/discord/planted-sandbox.ts", "../../sandbox/protocol.ts"],
  ["discord-js-at-the-edge", "src/features/queue/planted-discord.ts", "discord.js"],
  ["engines-in-one-folder", "src/features/queue/planted-engine.ts", "pg"],
  ["only-the-root-composes", "src/outbox/planted-root.ts", "../main.ts"],
  ["no-test-code-in-product", "src/outbox/planted-test.ts", "../testing/call.ts"],
  ["contract-only-in-tests", "sandbox/planted-contract.ts", "./contract/watch.ts"],
  ["kernel-imports-nothing", "src/kernel/planted.ts", "../database/store.ts"],
  ["kernel-imports-nothing", "src/kernel/planted-package.ts", "zod"],
  ["database-below", "src/database/planted.ts", "../features/contract.ts"],
  ["database-below", "src/database/planted-log.ts", "../telemetry/log.ts"],
  ["telemetry-only-writes", "src/telemetry/planted.ts", "../features/queue/handlers.ts"],
  ["telemetry-is-told", "src/outbox/planted-telemetry.ts", "../telemetry/prometheus.ts"],
  ["charts-only-draw", "src/charts/planted.ts", "../features/contract.ts"],
  ["i18n-only-translates", "src/i18n/planted.ts", "../database/store.ts"],
  ["outbox-knows-no-room", "src/outbox/planted.ts", "../features/queue/handlers.ts"],
  ["outbox-knows-no-room", "src/outbox/planted-discord.ts", "../discord/router.ts"],
  ["cache-knows-no-room", "src/cache/planted.ts", "../features/contract.ts"],
  ["schedule-knows-no-room", "src/schedule/planted.ts", "../features/queue/handlers.ts"],
  ["discord-knows-no-room", "src/discord/planted.ts", "../features/queue/service.ts"],
  ["discord-knows-no-room", "src/discord/planted-database.ts", "../database/store.ts"],
  ["configuration-is-read-alone", "src/config.ts", "./features/queue/service.ts"],
  ["contract-below-rooms", "src/features/planted.ts", "./queue/service.ts"],
  ["rooms-keep-their-insides", "src/features/queue/planted.ts", "../characters/store.ts"],
  ["rooms-keep-their-insides", "src/features/queue/planted-service.ts", "../characters/service.ts"],
  ["models-are-pure", "src/features/queue/transition.ts", "../../database/store.ts"],
  ["models-are-pure", "src/features/queue/any-new-name.ts", "../../database/schema.ts"],
  ["models-are-pure", "src/features/queue/reason.ts", "./store.ts"],
  ["models-are-pure", "src/features/queue/policy.ts", "node:fs"],
  ["ids-are-keys", "src/features/queue/custom-ids.ts", "./store.ts"],
  ["texts-are-words", "src/features/queue/texts.ts", "./service.ts"],
  ["views-are-pure", "src/features/queue/queue-view.ts", "./store.ts"],
  ["views-are-pure", "src/features/queue/frame.ts", "../../database/schema.ts"],
  ["tables-are-shapes", "src/features/queue/tables.ts", "./service.ts"],
  ["stores-only-store", "src/features/queue/selection-store.ts", "./handlers.ts"],
  ["stores-only-store", "src/features/queue/read-model.ts", "./queue-view.ts"],
  ["services-answer-nobody", "src/features/queue/queue-service.ts", "./details-view.ts"],
  ["services-answer-nobody", "src/features/queue/rewrite.ts", "../../database/store.ts"],
  ["services-answer-nobody", "src/features/queue/subscriptions.ts", "../../outbox/outbox.ts"],
  ["handlers-ask-services", "src/features/queue/handlers-list.ts", "./store.ts"],
  ["handlers-ask-services", "src/features/queue/flow.ts", "../../discord/router.ts"],
  ["features-wire-their-room", "src/features/queue/feature.ts", "../../discord/router.ts"],
  ["features-wire-their-room", "src/features/queue/queue-topic.ts", "../../database/schema.ts"],
  ["loaders-read-files", "src/features/recipes/load-pack.ts", "../../database/store.ts"],
];
/** Imports that the rules allow: they must not be so narrow that they find everything. */
const ALLOWED: readonly (readonly [file: string, imported: string])[] = [
  ["src/kernel/allowed.ts", "node:crypto"],
  ["src/outbox/allowed.ts", "../features/contract.ts"],
  ["src/features/characters/allowed.ts", "../../kernel/result.ts"],
  ["src/features/characters/details-view.ts", "./allowed.ts"],
  ["src/features/characters/character-service.ts", "./store.ts"],
  ["src/features/characters/handlers.ts", "./character-service.ts"],
  ["src/features/characters/feature.ts", "./handlers.ts"],
  ["src/features/characters/read-model.ts", "../../database/schema.ts"],
  ["src/main.ts", "./database/store.ts"],
];
/** What is imported and not planted. */
const TARGETS = [
  "src/kernel/result.ts", "src/database/store.ts", "src/database/schema.ts", "src/telemetry/log.ts", "src/telemetry/prometheus.ts", "src/outbox/outbox.ts", "src/discord/router.ts", "src/testing/call.ts", "sandbox/protocol.ts", "sandbox/contract/watch.ts",
  "src/features/contract.ts", "src/features/queue/service.ts", "src/features/queue/store.ts", "src/features/queue/handlers.ts", "src/features/queue/details-view.ts",
  "src/features/characters/service.ts", "src/features/characters/store.ts",
];

describe("the folder rules", () => {
  let folder: string;
  let found: readonly string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "guildsmith-boundaries-"));
    for (const file of TARGETS) plant(file, "export type Planted = 1;\n");
    // Types too: what only their shape is taken from cannot be changed either.
    for (const [file, imported] of [...ALLOWED, ...PLANTS.map(([, ...planted]) => planted)]) plant(file, `import type { Planted } from "${imported}";\nexport type { Planted };\n`);
    for (const file of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"]) cpSync(join(ROOT, file), join(folder, file));
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    found = await violationsIn(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function plant(file: string, text: string): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }

  it.each(PLANTS)("%s finds what is planted in %s: %s", (rule, file) => {
    expect(found).toContain(`${rule} ${file}`);
  });

  it("find nothing in what is allowed", () => {
    const planted = new Set(PLANTS.map(([, file]) => file));
    expect(found.filter((violation) => !planted.has(violation.split(" ")[1] ?? ""))).toEqual([]);
  });

  it("have a plant each, but for circles and dead ends", () => {
    const rules = [...readFileSync(join(ROOT, ".dependency-cruiser.cjs"), "utf8").matchAll(/\brule\(\s*"([a-z0-9-]+)"/g)].map(([, name]) => name);
    expect(new Set(rules.filter((name) => name !== "no-cycles" && name !== "no-dead-ends"))).toEqual(new Set(PLANTS.map(([rule]) => rule)));
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
