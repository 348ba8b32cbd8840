import { startBot } from "../main.ts";
import { createLog } from "../telemetry/log.ts";
import { configHere } from "./environment.ts";
import { run } from "./run.ts";
import { sandboxData } from "./sandbox-data.ts";
import { openSandbox } from "./sandbox-process.ts";
import { runUntilStopped, stopSignal } from "./shutdown.ts";

/**
 * `guildsmith start`: with a token the bot on Discord; without one the sandbox, set up as a guild whose
 * officers have chosen roles and channels, and the bot in it. @throws ConfigError, StoreError, LoginError, SandboxError
 */
export async function start(options: { port: number }): Promise<void> {
  const config = await configHere();
  if (config.token !== null) return run();
  const stop = stopSignal();
  console.log("No DISCORD_TOKEN is set: opening the sandbox, a Discord of your own on this machine.");
  const sandbox = await openSandbox(options.port);
  const inSandbox = {
    ...config,
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    ...sandboxData(config),
  };
  const log = createLog(process.env["LOG_LEVEL"] ? config.logLevel : "warn");
  try {
    await runUntilStopped(stop, async () => {
      const bot = await startBot(inSandbox, log, sandbox.firstSettings, stop);
      console.log(`
  Guildsmith is ready: ${sandbox.url}

  Open it in a browser, choose who you are, and press "Create request" in #crafting-desk.
  Open it in a second tab to be somebody else at the same time. Ctrl+C ends it.
`);
      return { ...bot, lost: Promise.race([bot.lost, sandbox.ended]) };
    });
  } finally {
    await sandbox.close();
  }
}
