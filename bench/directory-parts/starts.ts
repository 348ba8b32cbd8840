import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Config } from "../../src/config.ts";
import { startBot } from "../../src/main.ts";
import type { Log } from "../../src/telemetry/log.ts";
import type { BenchSandbox } from "../sandbox-parts/open.ts";

const SETTLE_MS = 1_000;

const complain = (facts: object, sentence: string): void => console.error(sentence, facts);

/** One start of the whole bot on an empty store. */
export interface Start {
  /** Until the desk was open, without what Discord took of it. */
  readonly openMs: number;
  readonly discordMs: number;
  /** What it took of the processor, until the members were there and the commands registered. */
  readonly cpuMs: number;
  /** From then on until all members were there; null with the cache off. */
  readonly loadedAfterMs: number | null;
}

export async function timeStart(sandbox: BenchSandbox, memberCache: boolean): Promise<Start> {
  const folder = mkdtempSync(join(tmpdir(), "guildsmith-bench-"));
  let startMs: Readonly<Record<string, number>> = {};
  const loaded = Promise.withResolvers<void>();
  const hear = (facts: object, sentence: string): void => {
    if (sentence === "the desk is open") startMs = (facts as { startMs: Readonly<Record<string, number>> }).startMs;
    if (sentence === "a server's members are loaded") loaded.resolve();
  };
  const log: Log = { debug: () => undefined, info: hear, warn: complain, error: complain };
  const config: Config & { token: string } = { token: sandbox.token, apiUrl: `${sandbox.url}/api`, database: { engine: "sqlite", file: join(folder, "guildsmith.db") }, dataFolder: "", logLevel: "error", membersIntent: "auto", packFolders: [], guilds: new Map(), defaults: { memberCache }, named: [], metrics: null };
  const cpu = process.cpuUsage();
  const bot = await startBot(config, log);
  try {
    const from = performance.now();
    if (memberCache) await loaded.promise;
    const loadedAfterMs = memberCache ? performance.now() - from : null;
    const discordMs = startMs["discord"] ?? Number.NaN;
    // What the start does besides is let come to its end.
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const { user, system } = process.cpuUsage(cpu);
    return { cpuMs: (user + system) / 1_000, openMs: (startMs["total"] ?? Number.NaN) - discordMs, discordMs, loadedAfterMs };
  } finally {
    await bot.close();
    rmSync(folder, { recursive: true });
  }
}
