import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { countUnsent } from "./check/unsent.ts";
import { type Check, checkStore } from "./check/check.ts";
import type { DatabaseAddress } from "../../src/database/open.ts";
import type { LoadOptions } from "./options.ts";
import { askMetrics, type BotMetrics, metricsBetween } from "./measure/bot-metrics.ts";
import { startBotChild } from "./processes/bot-child.ts";
import { startDiscord } from "./processes/discord-child.ts";
import { freshDatabase } from "./processes/fresh-database.ts";
import { freePort } from "../../test/free-port.ts";
import type { CrowdReport } from "./processes/messages.ts";
import { type ProcessSample, watchProcess } from "./processes/watch-process.ts";
import { guildFileOf } from "./world/guild-file.ts";
import { prefill } from "./world/prefill.ts";

/** One run, and all that was measured. */
export interface RunResult extends Omit<CrowdReport, "type" | "told"> {
  readonly options: LoadOptions;
  readonly startedAt: string;
  /** The machine's load average of the minute before: above its processors, others were at work. */
  readonly loadBefore: number;
  readonly bot: readonly ProcessSample[];
  readonly discord: readonly ProcessSample[];
  readonly metrics: BotMetrics;
  readonly check: Check;
  /** What people's doings were still to be told to others. */
  readonly outbox: OutboxEnd;
  /** Warnings and errors of the bot's log, by what they say. */
  readonly logged: Readonly<Record<string, number>>;
  /** Whether the bot ended by itself, and well, when it was told to stop. */
  readonly hasEndedWell: boolean;
}

/** How the messages that are sent besides the answers came to an end. */
export interface OutboxEnd {
  /** Messages that were not sent when the last flow had ended. */
  readonly behind: number;
  /** How long it took to send them; null when that was waited for no longer. */
  readonly workedOffMs: number | null;
  /** Messages that were not sent even then. */
  readonly left: number;
}

export type Hear = (news: { readonly phase: "preparing" | "starting" | "running" | "settling" | "checking"; readonly ended: number; readonly all: number }) => void;

/** Starts Discord with its people and the bot, lets people come, ends both, and holds what people were told against the store. */
export async function runLoad(options: LoadOptions, hear: Hear = () => {}): Promise<RunResult> {
  const folder = mkdtempSync(join(tmpdir(), "guildsmith-load-"));
  const startedAt = new Date().toISOString();
  const [loadBefore = 0] = loadavg();
  try {
    await using database = await freshDatabase(options.engine, folder);
    const { address } = database;
    hear({ phase: "preparing", ended: 0, all: 0 });
    await using discord = await startDiscord(options);
    const { ready } = discord;
    const config = join(folder, "guildsmith.yaml");
    writeFileSync(config, guildFileOf(ready.guilds, { profile: options.profile }));
    await prefill(address, ready.people, options.open);
    hear({ phase: "starting", ended: 0, all: 0 });
    const metricsAddress = `127.0.0.1:${await freePort()}`;
    const bot = startBotChild(folder, { DISCORD_TOKEN: ready.token, DISCORD_API_URL: ready.apiUrl, GUILDSMITH_DATA: folder, GUILDSMITH_CONFIG: config, GUILDSMITH_METRICS: metricsAddress, ...database.env });
    try {
      await bot.during(discord.untilBotRests());
      const first = await askMetrics(metricsAddress);
      const watching = { bot: watchProcess(bot.pid), discord: watchProcess(discord.pid) };
      await bot.during(discord.letPeopleCome(({ ended, all }) => hear({ phase: "running", ended, all })));
      const busy = await askMetrics(metricsAddress);
      hear({ phase: "settling", ended: 0, all: 0 });
      const outbox = await bot.during(settle(address, options.settleSeconds * 1_000));
      const metrics = metricsBetween(first, busy, await askMetrics(metricsAddress));
      const samples = { bot: watching.bot.stop(), discord: watching.discord.stop() };
      const { type: _, told, ...measured } = await discord.report();
      hear({ phase: "checking", ended: 0, all: 0 });
      const hasEndedWell = await bot.close();
      return { ...measured, options, startedAt, loadBefore, ...samples, metrics, outbox, check: await checkStore(address, told), logged: countLines(bot.log), hasEndedWell };
    } finally {
      await bot.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits for what is still to be sent, at most so long: a board takes one message a second, however many there are. */
async function settle(address: DatabaseAddress, withinMs: number): Promise<OutboxEnd> {
  const from = performance.now();
  const behind = await countUnsent(address);
  for (let left = behind; ; left = await countUnsent(address)) {
    const tookMs = performance.now() - from;
    if (left === 0 || tookMs > withinMs) return { behind, workedOffMs: left === 0 ? tookMs : null, left };
    await sleep(250);
  }
}

/** By message; lines that are not the log's own as they are. */
function countLines(lines: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const line of lines) {
    const said = messageIn(line);
    counts[said] = (counts[said] ?? 0) + 1;
  }
  return counts;
}

function messageIn(line: string): string {
  try {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } };
    return `${msg ?? line}${err?.message ? `: ${err.message}` : ""}`;
  } catch {
    return line;
  }
}
