import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DOCUMENT_VARIABLE } from "../../sandbox/contract/discord-document.ts";
import { REPORT_VARIABLE } from "../../sandbox/contract/report.ts";

export const BIN = resolve(import.meta.dirname, "../../bin/guildsmith.js");

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Command {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Gives what was printed once it contains a text. @throws when the command ends without it */
  printed(text: string): Promise<string>;
}

/** The command line, that of this clone or another, in an empty folder of its own. */
export interface CommandLine {
  readonly folder: string;
  /** Starts a command with nothing but this environment, as its user would. */
  start(args: readonly string[], env?: Readonly<Record<string, string>>, nodeArgs?: readonly string[]): Command;
  run(args: readonly string[], env?: Readonly<Record<string, string>>, nodeArgs?: readonly string[]): Promise<Ended>;
  remove(): void;
}

/** So that a sandbox that this clone opens is held to Discord's contract; an installed package has no tests with it. */
const contract = (bin: string) => Object.fromEntries([DOCUMENT_VARIABLE, REPORT_VARIABLE].flatMap((name) => (bin !== BIN || process.env[name] === undefined ? [] : [[name, process.env[name]]])));

export function openCommandLine(bin = BIN): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), "guildsmith-cli-"));
  const start: CommandLine["start"] = (args, env = {}, nodeArgs = []) => command(spawn(process.execPath, [...nodeArgs, bin, ...args], { cwd: folder, env: { PATH: process.env["PATH"] ?? "", ...contract(bin), ...env }, stdio: ["ignore", "pipe", "pipe"] }));
  return { folder, start, run: (args, env, nodeArgs) => start(args, env, nodeArgs).ended, remove: () => rmSync(folder, { recursive: true }) };
}

function command(child: ChildProcess): Command {
  let out = "";
  let err = "";
  const listeners = new Set<() => void>();
  child.stdout?.on("data", (data: Buffer) => {
    out += data.toString();
    for (const listener of listeners) listener();
  });
  child.stderr?.on("data", (data: Buffer) => (err += data.toString()));
  const ended = new Promise<Ended>((done) => child.once("close", (code) => done({ code, out, err })));
  const printed = (text: string): Promise<string> =>
    Promise.race([
      new Promise<string>((done) => {
        const look = (): void => void (out.includes(text) && done(out));
        listeners.add(look);
        look();
      }),
      ended.then(() => {
        throw new Error(`it ended without "${text}":\n${out}${err}`);
      }),
    ]);
  return { child, ended, printed };
}
