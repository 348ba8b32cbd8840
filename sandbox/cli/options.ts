import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { type Latency, latencySchema } from "../faults/settings.ts";
import type { SandboxOptions } from "../index.ts";
import type { LimitSettings } from "../limits/observed.ts";
import { limitSettingsSchema, NO_LIMITS, withObserved } from "../limits/settings.ts";
import { readWorldFile } from "../world-file/read.ts";

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

/** Something on the command line, or in a file that it names, cannot be used. The message says what to do. */
export class CommandLineError extends Error {}

/** The sandbox that a command line asks for. @throws CommandLineError, WorldFileError */
export async function optionsOf({ port, host, token, world, limits, restLatency, gatewayLatency }: CommandLine): Promise<SandboxOptions> {
  const number = Number(port);
  if (!/^\d{1,5}$/.test(port) || number > 65_535) throw new CommandLineError(`--port must be a number from 0 to 65535, not "${port}".`);
  return {
    port: number,
    host,
    ...(token === undefined ? {} : { token }),
    ...(world === undefined ? {} : { world: readWorldFile(await read(world, "--world"), world) }),
    ...(limits === undefined ? {} : { limits: await limitsOf(limits) }),
    faults: { restLatency: latencyOf(restLatency, "--rest-latency"), gatewayLatency: latencyOf(gatewayLatency, "--gateway-latency") },
  };
}

async function limitsOf(given: string): Promise<LimitSettings> {
  if (given === "off") return NO_LIMITS;
  const text = await read(given, "--limits");
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw new CommandLineError(`${given} is neither YAML nor JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const result = limitSettingsSchema.safeParse(content);
  if (result.success) return withObserved(result.data);
  throw new CommandLineError(`${given} cannot be used:\n${result.error.issues.map(({ path, message }) => `  ${path.join(".") || "the file"}: ${message}`).join("\n")}`);
}

/** `120` is always so many milliseconds, `120/300` varies: the median and the 95th percentile. */
function latencyOf(given: string | undefined, option: string): Latency | null {
  if (given === undefined) return null;
  const [, first, second] = /^(\d+(?:\.\d+)?)(?:\/(\d+(?:\.\d+)?))?$/.exec(given) ?? [];
  const result = latencySchema.safeParse(second === undefined ? { kind: "fixed", ms: Number(first) } : { kind: "lognormal", medianMs: Number(first), p95Ms: Number(second) });
  if (result.success) return result.data;
  throw new CommandLineError(`${option} must be milliseconds such as 120, or a median and a 95th percentile such as 120/300, not "${given}".`);
}

async function read(file: string, option: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new CommandLineError(`${option}: ${file} cannot be read (${error instanceof Error && "code" in error ? String(error.code) : String(error)}).`);
  }
}
