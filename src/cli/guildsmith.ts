import { readFileSync } from "node:fs";
import { Command } from "commander";
import { z } from "zod";
import { OperatorError } from "../kernel/operator-error.ts";
import { metrics, type MetricsOptions } from "./metrics.ts";
import { run } from "./run.ts";
import { sandbox } from "./sandbox.ts";
import { start } from "./start.ts";

const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")));

const program = new Command("guildsmith")
  .description("The crafting desk for game guilds on Discord.")
  .version(version)
  .addHelpText(
    "after",
    `
Environment (also read from a file named .env):
  DISCORD_TOKEN              the bot's token; without it "start" opens the sandbox
  DISCORD_API_URL            base of the REST API (default: https://discord.com/api)
  GUILDSMITH_DATA            folder of the database file (default: data)
  DATABASE_URL               postgres://… to keep everything in PostgreSQL instead
  GUILDSMITH_CONFIG          file with guilds set up as code (default: guildsmith.yaml, if it is there)
  GUILDSMITH_PACKS           folder with further recipe packs; changes are taken up while the bot runs
  GUILDSMITH_METRICS         address for Prometheus (default: 127.0.0.1:9464), or "off"
  GUILDSMITH_METRICS_TOKEN   what Prometheus must send, where others than this machine can ask
  GUILDSMITH_MEMBERS_INTENT  auto (default): ask for the Server Members intent, do without where it is refused; off: do not ask
  LOG_LEVEL                  fatal, error, warn, info (default), debug or silent`,
  );

program
  .command("start", { isDefault: true })
  .description("with DISCORD_TOKEN: run the bot on Discord; without: open the sandbox and run the bot in it")
  .option("--port <number>", "where the sandbox's page is served", port, 4400)
  .action((options: { port: number }) => start(options));
program.command("run").description("run the bot alone, as the environment says").action(() => run());
program
  .command("sandbox")
  .description("open the sandbox alone: a local Discord for any bot")
  .option("--port <number>", "where it listens", port, 4400)
  .action((options: { port: number }) => sandbox(options));

program
  .command("metrics")
  .description("print what was measured: what people waited for, Discord, the database, the process")
  .option("--since <time>", "from when on: 30m, 6h, 7d, or a date such as 2026-11-25T18:00 (UTC)", "1h")
  .option("--until <time>", "until when (default: now)")
  .option("--by <what>", "what people's waits are grouped by: flow, surface or cohort", "flow")
  .option("--guild <id>", "one server alone")
  .option("--json", "as JSON, times in seconds")
  .option("--sandbox", "of the sandbox's database; it is also used without a token where there is no other")
  .action((options: MetricsOptions) => metrics(options));

/** Reads a port; anything else ends the command with a sentence. */
function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) program.error(`error: "${text}" is not a port; give a number from 0 to 65535`);
  return number;
}

// Commander would take it for an argument of the default command.
const [word = ""] = process.argv.slice(2);
const known = [...program.commands.map((command) => command.name()), "help"];
if (word !== "" && !word.startsWith("-") && !known.includes(word)) program.error(`error: there is no command "${word}"; there are: ${known.join(", ")}`);

try {
  await program.parseAsync();
} catch (cause) {
  if (!(cause instanceof OperatorError)) throw cause;
  console.error(cause.message);
  process.exitCode = 1;
}
