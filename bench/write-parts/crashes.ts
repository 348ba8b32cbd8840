import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { table } from "../measuring/table.ts";
import { type DatabaseAddress, openDataStore } from "../../src/database/open.ts";
import type { Db } from "../../src/database/schema.ts";
import { inAll, type LeftBehind, leftBehind } from "./left-behind.ts";
import { readStored } from "./read-stored.ts";
import { type Way, WAYS } from "./ways.ts";
import type { WritingTask } from "./writing-process.ts";

const CALLERS = [1, 16];
/** Killed within this long of its first submission. */
const KILLED_WITHIN_MS = 250;

interface Crash extends LeftBehind {
  readonly submissions: number;
}

/** Kills a process that writes in each way, so many times at random moments, the ways in turns, and counts what is then in the store in part only. */
export async function crashWays(address: DatabaseAddress, kills: number): Promise<string> {
  const sides = CALLERS.flatMap((callers) => WAYS.map((way) => ({ way, callers, crashes: [] as Crash[] })));
  for (let n = 0; n < kills; n++)
    for (const { way, callers, crashes } of sides) crashes.push(await crash({ address, way, callers, guildId: `crash ${n} of ${callers}, ${way}` }));
  return table(
    ["callers", "written", "kills", "submissions", "without audit", "without statistics", "audit without request", "statistics without request", "kills that left something", "most by one kill"],
    sides.map(({ way, callers, crashes }) => rowOf(way, callers, crashes)),
  );
}

async function crash(task: WritingTask): Promise<Crash> {
  const child = fork(new URL("writing-process.ts", import.meta.url), [JSON.stringify(task)]);
  const ended = once(child, "exit");
  const began = await Promise.race([once(child, "message"), ended.then(() => null)]);
  if (began) await sleep(Math.random() * KILLED_WITHIN_MS);
  if (!child.kill("SIGKILL")) throw new Error(`the process that wrote ${task.way} ended by itself`);
  await ended;
  return lookInto(task);
}

async function lookInto({ address, guildId }: WritingTask): Promise<Crash> {
  const store = openDataStore(address);
  try {
    if (address.engine === "postgres") await othersGone(store.read);
    const stored = await readStored(store.read, guildId);
    return { submissions: stored.requests.length, ...leftBehind(stored) };
  } finally {
    await store.close();
  }
}

/** The server may still finish what it was told last by who is dead. */
async function othersGone(db: Db): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`.execute(db);
    if (rows[0]?.n === 0) return;
    await sleep(20);
  }
}

function rowOf(way: Way, callers: number, crashes: readonly Crash[]): readonly (string | number)[] {
  const sum = (of: (one: Crash) => number): number => crashes.reduce((all, one) => all + of(one), 0);
  return [
    callers,
    way,
    crashes.length,
    sum((one) => one.submissions),
    sum((one) => one.withoutAudit),
    sum((one) => one.withoutStatistics),
    sum((one) => one.auditWithoutRequest),
    sum((one) => one.statisticsWithoutRequest),
    crashes.filter((one) => inAll(one) > 0).length,
    Math.max(...crashes.map(inAll)),
  ];
}
