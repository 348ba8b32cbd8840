import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readOptions } from "./load/options.ts";
import { startBotChild } from "./load/processes/bot-child.ts";
import { startDiscord } from "./load/processes/discord-child.ts";
import { guildFileOf } from "./load/world/guild-file.ts";
import { table } from "./measuring/table.ts";

const PROGRAM = fileURLToPath(new URL("../bin/guildsmith.js", import.meta.url));
/** As package.json starts it, and as Node does by itself. */
const WAYS = { "npm start": ["--max-semi-space-size=4"], "node alone": [] } as const;
const PARTS = { "VmRSS": "resident", "RssAnon": "of it its own", "RssFile": "of it files, which processes share" } as const;

/** What a bot takes of memory that has nothing to do, on Linux: `--members` of one server, `--seconds` after its start. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { members: { type: "string", default: "500" }, seconds: { type: "string", default: "45" } } });
  const { load } = readOptions(["--people", values.members]);
  const rows: string[][] = [];
  for (const [way, flags] of Object.entries(WAYS)) {
    const folder = mkdtempSync(join(tmpdir(), "guildsmith-idle-"));
    try {
      await using discord = await startDiscord(load);
      const config = join(folder, "guildsmith.yaml");
      writeFileSync(config, guildFileOf(discord.ready.guilds, {}));
      const bot = startBotChild(folder, { DISCORD_TOKEN: discord.ready.token, DISCORD_API_URL: discord.ready.apiUrl, GUILDSMITH_DATA: folder, GUILDSMITH_CONFIG: config, GUILDSMITH_METRICS: "off" }, [...flags, PROGRAM, "run"]);
      await bot.during(discord.untilBotRests());
      await sleep(Number(values.seconds) * 1_000);
      const status = readFileSync(`/proc/${bot.pid}/status`, "utf8");
      rows.push([way, ...Object.keys(PARTS).map((part) => `${Math.round(Number(new RegExp(`^${part}:\\s+(\\d+)`, "m").exec(status)?.[1]) / 1_024)} MiB`)]);
      await bot.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  process.stdout.write(`idle: memory of a bot with nothing to do, ${values.members} members kept in memory, ${values.seconds} s after its start\n${table(["started by", ...Object.values(PARTS)], rows)}\n`);
}
