import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { readLimits } from "./cli/limits-file.ts";
import { faultSettingsSchema } from "./faults/settings.ts";
import { readWorldFile } from "./world-file/read.ts";

const README = await readFile(new URL("README.md", import.meta.url), "utf8");

/** What stands in the README between these fences, under a heading. */
function example(heading: string, language: string): string {
  const section = README.slice(README.indexOf(`\n${heading}\n`));
  const [, code] = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s").exec(section) ?? [];
  if (code === undefined) throw new Error(`There is no ${language} under "${heading}".`);
  return code;
}

test("the test in it runs and passes", async () => {
  const code = example("## In tests", "ts").replaceAll('"guildsmith/sandbox', '"guildsmith-sandbox');
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module-typescript", "--eval", code], { cwd: import.meta.dirname });
  expect(stdout).toContain("a brewer");
  expect(stdout).toMatch(/pass 1\n/);
});

test("the limits, the world and the faults in it are taken", () => {
  const limits = readLimits(example("### Rate limits", "yaml"), "the README");
  expect(limits.routes).toMatchObject({ "POST /channels/:channelId/messages": { limit: 2 }, "DELETE /channels/:channelId": { bucket: "channels" }, "POST /guilds/:guildId/channels": { scope: "shared" } });
  expect(readWorldFile(example("## A world file", "yaml"), "the README").guilds[0]?.name).toBe("Home");
  const [, faults = ""] = /`PUT \/sandbox\/faults` \| [^`]*`(\{.*?\})`/.exec(README) ?? [];
  expect(faultSettingsSchema.parse(JSON.parse(faults)).restFailures[0]).toMatchObject({ answer: 503, times: 2 });
});
