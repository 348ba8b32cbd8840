import { existsSync } from "node:fs";
import type { Config } from "../config.ts";
import { type DatabaseAddress, openDataStore } from "../database/open.ts";
import type { DataStore } from "../database/store.ts";
import { StoreError } from "../database/store-error.ts";
import { OperatorError } from "../kernel/operator-error.ts";
import { GROUPINGS, type Grouping, reportOf } from "../telemetry/windows/report.ts";
import { spanStart, MINUTE_MS, type Window } from "../telemetry/windows/window.ts";
import { listWindows } from "../telemetry/windows/window-store.ts";
import { configHere } from "./environment.ts";
import { reportText } from "./metrics-text.ts";
import { sandboxData } from "./sandbox-data.ts";
import { pastTime } from "./since.ts";

export interface MetricsOptions {
  readonly since: string;
  readonly until?: string;
  readonly by: string;
  readonly guild?: string;
  readonly json?: true;
  readonly sandbox?: true;
}

class MetricsError extends OperatorError {}

/** `guildsmith metrics`: prints what was measured in a time, from the database, whether or not the bot runs. @throws ConfigError, StoreError, OperatorError */
export async function metrics(options: MetricsOptions, now = Date.now()): Promise<void> {
  const by = GROUPINGS.find((one): one is Grouping => one === options.by);
  if (!by) throw new MetricsError(`There is no "${options.by}" to go by; there are: ${GROUPINGS.join(", ")}.`);
  if (options.guild !== undefined && !/^\d{17,20}$/.test(options.guild)) throw new MetricsError(`"${options.guild}" is no server's id: 17 to 20 digits, which Discord's app copies in its developer mode.`);
  const from = spanStart(pastTime(options.since, now), MINUTE_MS);
  const to = options.until === undefined ? now : pastTime(options.until, now);
  if (from >= to) throw new MetricsError("The time begins after it ends.");
  const address = chosenDatabase(await configHere(), options.sandbox === true);
  const windows = await readWindows(address, options, from, to);
  const report = reportOf(windows, by);
  const guild = options.guild ?? null;
  if (options.json) {
    console.log(JSON.stringify({ from: new Date(from).toISOString(), to: new Date(to).toISOString(), guild, ...report }, null, 2));
    return;
  }
  console.log(`Measured from ${shortTime(from)} to ${shortTime(to)} UTC, ${guild === null ? "in all servers" : `in server ${guild}`}. The minute that is not over is not in it. From ${address.engine === "sqlite" ? address.file : "the database in DATABASE_URL"}.\n`);
  console.log(reportText(report));
}

async function readWindows(address: DatabaseAddress, options: MetricsOptions, from: number, to: number): Promise<readonly Window[]> {
  const missing = missingFile(address);
  if (missing !== null) throw new StoreError(`There is no database at ${missing}. Start the bot first, or set GUILDSMITH_DATA to the folder of the one that you mean.`);
  const store = openDataStore(address);
  try {
    if (!(await isMeasured(store))) throw new StoreError("This database was not used by a version that measures. Start the bot with this one first.");
    return await listWindows(store.read, { from, to, ...(options.guild === undefined ? {} : { guildId: options.guild }) });
  } finally {
    await store.close();
  }
}

/** The sandbox's where it is asked for, or where there is no token and no other: what `guildsmith start` uses then. */
function chosenDatabase(config: Config, isSandbox: boolean): DatabaseAddress {
  return isSandbox || (config.token === null && missingFile(config.database) !== null) ? sandboxData(config).database : config.database;
}

/** The file of a SQLite database that is not there; null when it is, or where a server keeps it. */
const missingFile = (address: DatabaseAddress): string | null => (address.engine === "sqlite" && !existsSync(address.file) ? address.file : null);

async function isMeasured({ read }: DataStore): Promise<boolean> {
  return (await read.introspection.getTables()).some(({ name }) => name === "metric_windows");
}

const shortTime = (at: number): string => new Date(at).toISOString().slice(0, 16).replace("T", " ");
