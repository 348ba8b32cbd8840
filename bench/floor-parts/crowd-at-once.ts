import { fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startBotChild } from "../load/processes/bot-child.ts";
import { guildFileOf } from "../load/world/guild-file.ts";
import type { FloorPlan, FloorReady, FloorReport } from "./messages.ts";

const FLOOR_BOT = fileURLToPath(new URL("floor-bot.ts", import.meta.url));

export type Bot = "floor" | "guildsmith";

/** Starts Discord with its people and one of the bots, and lets everybody submit in the same instant. */
export async function crowdAtOnce(bot: Bot, plan: FloorPlan): Promise<FloorReport> {
  const folder = mkdtempSync(join(tmpdir(), "guildsmith-floor-"));
  const discord = fork(new URL("discord-process.ts", import.meta.url), [JSON.stringify(plan)], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  try {
    const ended = new Promise<never>((_, reject) => {
      discord.once("exit", () => reject(new Error("the process of Discord ended by itself")));
    });
    ended.catch(() => undefined);
    const next = <T>(): Promise<T> => Promise.race([new Promise<T>((resolve) => discord.once("message", (message) => resolve(message as T))), ended]);
    const ready = await next<FloorReady>();
    const config = join(folder, "guildsmith.yaml");
    writeFileSync(config, guildFileOf(ready.guilds, { profile: "recommended" }));
    const env = { DISCORD_TOKEN: ready.token, DISCORD_API_URL: ready.apiUrl, GUILDSMITH_DATA: folder, GUILDSMITH_CONFIG: config, GUILDSMITH_METRICS: "off" };
    const reported = next<FloorReport>();
    const child = bot === "floor" ? startBotChild(folder, env, [FLOOR_BOT]) : startBotChild(folder, env);
    try {
      return await child.during(reported);
    } finally {
      await child.close();
    }
  } finally {
    discord.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}
