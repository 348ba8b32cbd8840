import { ConfigError } from "../config.ts";
import { startBot } from "../main.ts";
import { createLog } from "../telemetry/log.ts";
import { configHere } from "./environment.ts";
import { runUntilStopped, stopSignal } from "./shutdown.ts";

/** `guildsmith run`: the bot alone, until it is told to stop. @throws ConfigError, StoreError, LoginError */
export async function run(): Promise<void> {
  const config = await configHere();
  const { token } = config;
  if (token === null)
    throw new ConfigError([{ where: "environment variable DISCORD_TOKEN", problem: `is not set. Copy the token from the Bot page of your application at https://discord.com/developers/applications, or try everything without one: guildsmith start` }]);
  const stop = stopSignal();
  await runUntilStopped(stop, () => startBot({ ...config, token }, createLog(config.logLevel), new Map(), stop));
}
