import { Command } from "commander";
import { existsSync } from "node:fs";
import { buildPage } from "./build-page.ts";
import { type CommandLine, optionsOf } from "./cli/options.ts";
import { CHANNELS, ROLES, type Sandbox, startSandbox } from "./index.ts";

const program = new Command("sandbox")
  .description("A Discord of your own, on this machine: open its address in a browser and be anyone in the guild.")
  .option("--port <number>", "where to listen; 0 takes a free port", "4400")
  .option("--host <address>", "which address to listen on", "127.0.0.1")
  .option("--token <token>", "the first bot's token, besides any that begins with sandbox-")
  .option("--world <file>", "a world file (YAML): servers, roles, channels, people, bots")
  .option("--limits <file>", "rate limits (YAML or JSON), or off")
  .option("--rest-latency <ms>", "added to every REST call: 120, or median/p95 such as 120/300")
  .option("--gateway-latency <ms>", "added to every gateway event, likewise")
  .parse();

const commandLine = program.opts<CommandLine>();

try {
  const options = await optionsOf(commandLine);
  await build();
  await holdToContract();
  const sandbox = await startSandbox(options);
  console.log(greetingOf(sandbox));
  tellParent(sandbox);
  endWithParent(sandbox);
} catch (error) {
  const message = sentenceFor(error);
  process.exitCode = 1;
  if (process.send) process.send({ type: "failed", message }, () => process.disconnect());
  else console.error(message);
}

function sentenceFor(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return `The sandbox did not start: port ${commandLine.port} is already in use. Choose another one with --port, or end what uses it.`;
  return `The sandbox did not start: ${error instanceof Error ? error.message : String(error)}`;
}

/** For the tests of a clone: the package comes without them, and so without what holds a sandbox to Discord's contract. */
async function holdToContract(): Promise<void> {
  const { SANDBOX_VIOLATIONS: report } = process.env;
  // Not by a name that the compiler follows: it would be part of the package.
  const reporter = new URL("contract/report-violations.ts", import.meta.url);
  if (report === undefined || !existsSync(reporter)) return;
  const { reportViolations } = (await import(reporter.href)) as { readonly reportViolations: (file: string) => Promise<void> };
  await reportViolations(report);
}

/** Without its page the sandbox still serves bots, and its address says how to build the page. */
async function build(): Promise<void> {
  try {
    await buildPage();
  } catch (error) {
    console.error("The sandbox's page could not be built:", error);
  }
}

/** What `guildsmith sandbox` says too. */
function greetingOf({ url, apiUrl, token }: Sandbox): string {
  return `The sandbox is open: ${url}

To connect a bot to it, give it
  DISCORD_TOKEN=${token}
  DISCORD_API_URL=${apiUrl}`;
}

function tellParent({ url, apiUrl, gatewayUrl, token, applicationId, guildId }: Sandbox): void {
  const guild = { id: guildId, roles: ROLES, channels: CHANNELS };
  process.send?.({ type: "ready", url, apiUrl, gatewayUrl, token, applicationId, guild });
}

/**
 * As a child it lives exactly as long as its parent holds on to it. Ctrl+C reaches both at once, and the
 * parent still needs it: its bot leaves in order, and one that loses its gateway meanwhile reconnects.
 */
function endWithParent(sandbox: Sandbox): void {
  let isEnding = false;
  const end = async (): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    await sandbox.close();
    process.exit(0);
  };
  process.once("disconnect", () => void end());
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
      if (!process.connected) void end();
    });
  }
}
