import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CHANNELS, GUILD_ID, ROLES, type Sandbox } from "../../sandbox/index.ts";

const PROGRAM = fileURLToPath(new URL("../../bin/guildsmith.js", import.meta.url));

/** The guild, set up as code. */
const GUILD_FILE = `guilds:
  "${GUILD_ID}":
    roles:
      officer: "${ROLES.officer}"
      member: "${ROLES.member}"
      core: "${ROLES.core}"
      professions: { enchanting: "${ROLES.enchanter}", tailoring: "${ROLES.tailor}", alchemy: "${ROLES.alchemist}" }
    panelChannel: "${CHANNELS.craftingDesk}"
    boardChannel: "${CHANNELS.craftingBoard}"
# A few people send what hundreds would.
defaults: { openRequestsPerPerson: 1000, submissionsPerMinute: 200 }
`;

/** The bot as operators run it, in a process that can be killed. */
export interface BotProcess {
  /** Its SQLite file. */
  readonly file: string;
  /** What it has logged in all its lives, a line each; errors only. */
  readonly log: readonly string[];
  /** @throws when it runs already */
  start(): void;
  /** Sends SIGKILL now: the process does nothing more. */
  kill(): void;
  /** Resolves when it is gone. @throws when it ended by itself, with what it said */
  gone(): Promise<void>;
  /** Ends it as an operator does, and removes its folder. */
  close(): Promise<void>;
}

export function botProcess(sandbox: Sandbox): BotProcess {
  const folder = mkdtempSync(join(tmpdir(), "guildsmith-kill-"));
  const config = join(folder, "guildsmith.yaml");
  writeFileSync(config, GUILD_FILE);
  const log: string[] = [];
  let child: ChildProcess | null = null;
  let isKilled = false;

  async function gone(): Promise<void> {
    const ending = child;
    if (!ending) return;
    if (ending.exitCode === null && ending.signalCode === null) await once(ending, "exit");
    child = null;
    if (!isKilled) throw new Error(`the bot ended by itself (${ending.exitCode ?? ending.signalCode}); it said:\n${log.slice(-20).join("\n")}`);
  }

  return {
    file: join(folder, "guildsmith.db"),
    log,
    start() {
      if (child) throw new Error("the bot runs already");
      isKilled = false;
      child = spawn(process.execPath, [PROGRAM, "run"], {
        // A folder of its own, so that no .env of this machine is read.
        cwd: folder,
        env: { PATH: process.env["PATH"], DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl, GUILDSMITH_DATA: folder, GUILDSMITH_CONFIG: config, LOG_LEVEL: "error" },
        stdio: ["ignore", "pipe", "pipe"],
      });
      for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text: string) => log.push(...text.split("\n").filter((line) => line !== "")));
    },
    kill() {
      isKilled = true;
      child?.kill("SIGKILL");
    },
    gone,
    async close() {
      isKilled = true;
      child?.kill("SIGTERM");
      await gone();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
