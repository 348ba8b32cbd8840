import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../../bin/guildsmith.js", import.meta.url));

/** How long a bot may take to end by itself. */
const END_WITHIN_MS = 15_000;

/** The bot as operators run it, in a process of its own. */
export interface BotChild {
  readonly pid: number;
  /** Warnings and errors that it has logged, a line each. */
  readonly log: readonly string[];
  /** What `work` gives. @throws when the bot ends by itself before that, with what it said */
  during<T>(work: Promise<T>): Promise<T>;
  /** Ends it as an operator does; gives false when it had to be killed. */
  close(): Promise<boolean>;
}

/** `env`: besides what a process needs on every machine. Its folder is `folder`, so that no .env of this machine is read. `program`: another bot than ours. */
export function startBotChild(folder: string, env: Readonly<Record<string, string>>, program: readonly string[] = [PROGRAM, "run"]): BotChild {
  const log: string[] = [];
  const child = spawn(process.execPath, program, { cwd: folder, env: { PATH: process.env["PATH"], LOG_LEVEL: "warn", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => log.push(...text.split("\n").filter((line) => line !== "")));
  const ended = once(child, "exit");
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  const brokenOff = ended.then(() => {
    throw new Error(`the bot ended by itself; it said:\n${log.slice(-20).join("\n")}`);
  });
  // Whoever does not wait for the bot now hears of it later.
  brokenOff.catch(() => {});
  return {
    pid: child.pid ?? 0,
    log,
    during: (work) => Promise.race([work, brokenOff]),
    async close() {
      if (!isRunning()) return true;
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), END_WITHIN_MS);
      await ended;
      clearTimeout(timer);
      return child.signalCode !== "SIGKILL";
    },
  };
}
