import { closeSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { arch, cpus, loadavg, platform, release } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import type { DataStore } from "../../src/database/store.ts";
import { Times } from "../measuring/times.ts";

const WRITES = 200;
const PAGE = Buffer.alloc(4096, 1);
/** statfs(2)'s number for a file system in memory, where nothing is durable. */
const TMPFS = 0x01021994;
const LEVELS = ["off", "normal", "full", "extra"];

/** What the figures depend on: runtime, processors, SQLite's settings, and what one durable write costs on this disk. */
export async function machineFacts(store: DataStore, folder: string): Promise<readonly string[]> {
  const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(store.migrationTarget);
  const synchronous = await sql<{ synchronous: number }>`pragma synchronous`.execute(store.migrationTarget);
  const { rows } = await sql<{ version: string }>`select sqlite_version() as version`.execute(store.read);
  const isInMemory = statfsSync(folder).type === TMPFS;
  return [
    `  node ${process.version}, ${platform()} ${release()} ${arch()}, ${cpus().length} x ${cpus()[0]?.model.trim() ?? "unknown processor"}; load average of the minute before: ${loadavg()[0]?.toFixed(1)}`,
    `  SQLite ${rows[0]?.version ?? "?"}, journal_mode ${journal.rows[0]?.journal_mode ?? "?"}, synchronous ${LEVELS[synchronous.rows[0]?.synchronous ?? -1] ?? "?"}, in ${folder}${isInMemory ? " (IN MEMORY: durable times mean nothing here)" : ""}`,
    `  one 4 KiB write with fsync  ${await fsyncTimes(folder)}`,
  ];
}

async function fsyncTimes(folder: string): Promise<string> {
  const file = join(folder, "fsync");
  const handle = openSync(file, "w");
  const times = new Times();
  for (let n = 0; n < WRITES; n++)
    await times.time(() => {
      writeSync(handle, PAGE);
      fsyncSync(handle);
      return Promise.resolve();
    });
  closeSync(handle);
  rmSync(file);
  return times.summary();
}
