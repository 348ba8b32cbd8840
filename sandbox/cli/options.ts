import { readFile } from "node:fs/promises";
import { type Latency, latencySchema } from "../faults/settings.ts";
import type { SandboxOptions } from "../index.ts";
import type { LimitSettings } from "../limits/observed.ts";
import { NO_LIMITS } from "../limits/settings.ts";
import { readWorldFile } from "../world-file/read.ts";
import { CommandLineError } from "./command-line-error.ts";
import { findFile, givenFolders } from "./find-file.ts";
import { readLimits } from "./limits-file.ts";

/** What the command line was given, as text. */
export interface CommandLine {
  readonly port: string;
  readonly host: string;
  readonly token?: string;
  readonly world?: string;
  readonly limits?: string;
  readonly restLatency?: string;
  readonly gatewayLatency?: string;
}

/** The sandbox that a command line asks for; its files are looked for in `folders`, in turn. @throws CommandLineError, WorldFileError */
export async function optionsOf({ port, host, token, world, limits, restLatency, gatewayLatency }: CommandLine, folders = givenFolders()): Promise<SandboxOptions> {
  const number = Number(port);
  if (!/^\d{1,5}$/.test(port) || number > 65_535) throw new CommandLineError(`--port must be a number from 0 to 65535, not "${port}".`);
  return {
    port: number,
    host,
    ...(token === undefined ? {} : { token }),
    ...(world === undefined ? {} : { world: await readFrom(findFile(world, folders), "--world", readWorldFile) }),
    ...(limits === undefined ? {} : { limits: await limitsOf(limits, folders) }),
    faults: { restLatency: latencyOf(restLatency, "--rest-latency"), gatewayLatency: latencyOf(gatewayLatency, "--gateway-latency") },
  };
}

async function limitsOf(given: string, folders: readonly string[]): Promise<LimitSettings> {
  return given === "off" ? NO_LIMITS : readFrom(findFile(given, folders), "--limits", readLimits);
}

/** `120` is always so many milliseconds, `120/300` varies: the median and the 95th percentile. */
function latencyOf(given: string | undefined, option: string): Latency | null {
  if (given === undefined) return null;
  const [, first, second] = /^(\d+(?:\.\d+)?)(?:\/(\d+(?:\.\d+)?))?$/.exec(given) ?? [];
  const result = latencySchema.safeParse(second === undefined ? { kind: "fixed", ms: Number(first) } : { kind: "lognormal", medianMs: Number(first), p95Ms: Number(second) });
  if (result.success) return result.data;
  throw new CommandLineError(`${option} must be milliseconds such as 120, or a median and a 95th percentile such as 120/300, not "${given}".`);
}

async function readFrom<T>(file: string, option: string, read: (text: string, file: string) => T): Promise<T> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    throw new CommandLineError(`${option}: ${file} cannot be read (${error instanceof Error && "code" in error ? String(error.code) : String(error)}).`);
  }
  return read(text, file);
}
