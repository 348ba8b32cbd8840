import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { DatabaseAddress } from "../src/database/open.ts";
import { NO_TELEMETRY, type Telemetry } from "../src/telemetry/telemetry.ts";
import { type Measured, nothingMeasured, readAndWrite, type Way, WAYS } from "./list-parts/reading.ts";
import { table } from "./measuring/table.ts";
import { openBenchDesk } from "./store-parts/desk.ts";
import { fill } from "./store-parts/fill.ts";

const SIZES = "1000,10000,100000";
const ROUNDS = "5";
const READS = "400";
/** Reads a write: a usual evening, and a rush. */
const MIXES = [20, 2];

/**
 * The queue and `/status` with their lists read anew, kept for a time, dropped when something in them changes, and read
 * ahead: `--rows` requests in one guild, in turns of `--reads` reads, `--rounds` each, on both engines.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { rows: { type: "string", default: SIZES }, rounds: { type: "string", default: ROUNDS }, reads: { type: "string", default: READS }, engine: { type: "string", default: "both" } } });
  const [rounds, reads] = [Number(values.rounds), Number(values.reads)];
  const sizes = values.rows.split(",").map(Number);
  if (![rounds, reads, ...sizes].every((number) => Number.isSafeInteger(number) && number > 0)) throw new RangeError("--rows, --rounds and --reads must be whole numbers of at least 1");
  tell("lists: 30 crafters and 100 members of a guild at once; 70% ask for the queue, 4 in 10 of whom turn to the next page, and 30% for /status; times in ms");
  for (const rows of sizes) {
    if (values.engine !== "postgres") await onSqlite((address) => measure(`SQLite, ${rows.toLocaleString("en")} requests`, address, { rows, rounds, reads }));
    if (values.engine !== "sqlite") await onPostgres((address) => measure(`PostgreSQL on this machine, ${rows.toLocaleString("en")} requests`, address, { rows, rounds, reads }));
  }
}

async function onSqlite(work: (address: DatabaseAddress) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "guildsmith-lists-"));
  try {
    await work({ engine: "sqlite", file: join(folder, "guildsmith.db") });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function onPostgres(work: (address: DatabaseAddress) => Promise<void>): Promise<void> {
  const { startPostgres } = await import("../test/embedded-postgres.ts");
  const server = await startPostgres([]).catch((cause: unknown) => tell(`\nPostgreSQL is left out: ${cause instanceof Error ? cause.message : String(cause)}`));
  if (!server) return;
  try {
    await work({ engine: "postgres", url: server.url });
  } finally {
    await server.stop();
  }
}

interface Size {
  readonly rows: number;
  readonly rounds: number;
  readonly reads: number;
}

async function measure(title: string, address: DatabaseAddress, { rows, rounds, reads }: Size): Promise<void> {
  const counted = { hit: 0, miss: 0 };
  const telemetry: Telemetry = {
    ...NO_TELEMETRY,
    count(metric, labels) {
      if (metric === "cacheReads" && "result" in labels) counted[labels.result === "hit" ? "hit" : "miss"] += 1;
    },
  };
  const desk = await openBenchDesk(address, telemetry);
  try {
    await fill(desk.store, rows, Date.now());
    for (const readsPerWrite of MIXES) {
      const measured = WAYS.map((way) => ({ way, sum: nothingMeasured() }));
      for (const { way } of measured) await readAndWrite(desk, way, nothingMeasured(), { reads, readsPerWrite, seed: 1 });
      for (let round = 0; round < rounds; round++)
        for (const { way, sum } of measured) {
          const before = { ...counted };
          await readAndWrite(desk, way, sum, { reads, readsPerWrite, seed: round + 2 });
          sum.hits += counted.hit - before.hit;
          sum.misses += counted.miss - before.miss;
        }
      tell(`\n${title}, ${readsPerWrite} reads a write; ${rounds * reads} reads each`);
      tell(resultsOf(measured));
    }
  } finally {
    await desk.store.close();
  }
}

const cpuEach = ({ cpuMs, queue, leafing, status }: Measured): number => cpuMs / (queue.count + leafing.count + status.count);

function resultsOf(measured: readonly { readonly way: Way; readonly sum: Measured }[]): string {
  const [anew] = measured;
  return table(
    ["", "queue p50", "p99", "next page p50", "p99", "/status p50", "p99", "processor", "to anew", "hits", "stale", "write p50"],
    measured.map(({ way, sum }) => [
      way.name,
      sum.queue.at(0.5).toFixed(2),
      sum.queue.at(0.99).toFixed(2),
      sum.leafing.at(0.5).toFixed(2),
      sum.leafing.at(0.99).toFixed(2),
      sum.status.at(0.5).toFixed(2),
      sum.status.at(0.99).toFixed(2),
      cpuEach(sum).toFixed(3),
      `${(cpuEach(sum) / cpuEach(anew?.sum ?? sum)).toFixed(2)} x`,
      sum.hits + sum.misses === 0 ? "-" : `${((100 * sum.hits) / (sum.hits + sum.misses)).toFixed(0)} %`,
      `${sum.stale} of ${sum.checked}`,
      sum.writes.at(0.5).toFixed(2),
    ]),
  );
}

const tell = (text: string): void => void process.stdout.write(`${text}\n`);
