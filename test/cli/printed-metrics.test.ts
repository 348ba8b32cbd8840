import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "../../src/database/migrator.ts";
import { openDataStore } from "../../src/database/open.ts";
import { createIds } from "../../src/kernel/id.ts";
import { createMeasurements } from "../../src/telemetry/measurements.ts";
import { windowMigrations } from "../../src/telemetry/windows/tables.ts";
import { addWindows } from "../../src/telemetry/windows/window-store.ts";
import { type CommandLine, openCommandLine } from "./command-line.ts";

const HOUR_MS = 3_600_000;
let folder: string;
let line: CommandLine;

/** A database in which a fast hour followed a slow one. */
beforeAll(async () => {
  line = openCommandLine();
  folder = mkdtempSync(join(tmpdir(), "guildsmith-test-"));
  const store = openDataStore({ engine: "sqlite", file: join(folder, "guildsmith.db") });
  await migrate(store, [windowMigrations]);
  let now = Date.now() - 1.5 * HOUR_MS;
  const clock = { now: () => now };
  const measurements = createMeasurements(clock);
  for (const [cohort, seconds] of [["baseline", 2], ["recommended", 0.25]] as const) {
    const who = { flow: "request", surface: "ephemeral", cohort };
    for (let index = 0; index < 4; index += 1) {
      measurements.count("interactions", { ...who, route: "/request", outcome: index === 0 ? "failed" : "answered" }, 1, "700000000000000001");
      measurements.observe("interactionAcknowledged", { ...who, route: "/request" }, seconds, "700000000000000001");
    }
    measurements.count("rateLimited", { route: "POST /x", scope: "user" });
    measurements.observe("restCall", { method: "POST", route: "/x", status: "4xx" }, 0.1);
    now += HOUR_MS;
    await store.inTransaction((db) => addWindows(db, measurements.take(), createIds(clock)));
  }
  await store.close();
});
afterAll(() => {
  line.remove();
  rmSync(folder, { recursive: true });
});

const metrics = (...given: string[]) => line.run(["metrics", ...given], { GUILDSMITH_DATA: folder, DISCORD_TOKEN: "x" });

describe("guildsmith metrics", () => {
  it("prints the past hour by flow", async () => {
    const { out, code } = await metrics();
    expect(code).toBe(0);
    expect(out).toContain("What people waited for, by flow");
    expect(out).toMatch(/^request +4 +1 /m);
    expect(out).toContain("1 answered with 429 (1 user)");
    expect(out).toMatch(/250 ms|251 ms/);
    expect(out).not.toContain("2.00 s");
  });

  it("prints any time, by cohort, side by side", async () => {
    const { out } = await metrics("--since", "3h", "--by", "cohort");
    expect(out).toMatch(/^baseline +4 +1 .* 2\.0\d s/m);
    expect(out).toMatch(/^recommended +4 +1 .* 25\d ms/m);
    expect((await metrics("--since", "3h", "--until", new Date(Date.now() - HOUR_MS).toISOString().slice(0, 19) + "Z", "--by", "cohort")).out).not.toContain("recommended");
  });

  it("prints JSON with times in seconds", async () => {
    const report: unknown = JSON.parse((await metrics("--since", "3h", "--by", "cohort", "--json")).out);
    expect(report).toMatchObject({ by: "cohort", guild: null, groups: [{ name: "baseline", interactions: 4, failed: 1, acknowledged: { count: 4 } }, { name: "recommended" }], rest: { rateLimited: [{ name: "user", count: 2 }] } });
  });

  it("prints one server's, where others have none", async () => {
    expect((await metrics("--guild", "700000000000000002")).out).toContain("Nobody did anything in this time.");
    expect((await metrics("--guild", "700000000000000001")).out).toMatch(/^request +4/m);
  });

  it.each([
    [["--by", "colour"], 'There is no "colour" to go by; there are: flow, surface, cohort.'],
    [["--since", "yesterday"], '"yesterday" is no time: write how long ago it was (30m, 6h, 7d), or a date (2026-11-25, 2026-11-25T18:00).'],
    [["--guild", "abc"], '"abc" is no server\'s id: 17 to 20 digits, which Discord\'s app copies in its developer mode.'],
    [["--since", "1h", "--until", "2h"], "The time begins after it ends."],
  ])("says what is wrong with %j", async (given, sentence) => {
    const { err, code } = await metrics(...given);
    expect([err.trim(), code]).toEqual([sentence, 1]);
  });

  it("says where it looked for a database, and makes none", async () => {
    const { err, code } = await line.run(["metrics"], { GUILDSMITH_DATA: join(folder, "elsewhere"), DISCORD_TOKEN: "x" });
    expect(err).toContain(`There is no database at ${join(folder, "elsewhere", "guildsmith.db")}`);
    expect(code).toBe(1);
    expect((await line.run(["metrics"], { GUILDSMITH_DATA: join(folder, "elsewhere"), DISCORD_TOKEN: "x" })).err).toContain("There is no database");
  });
});
