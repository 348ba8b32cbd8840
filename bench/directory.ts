import { parseArgs } from "node:util";
import { type Source, timeChecks } from "./directory-parts/checks.ts";
import { sizeOf } from "./directory-parts/sizes.ts";
import { type Start, timeStart } from "./directory-parts/starts.ts";
import { median } from "./measuring/median.ts";
import { table } from "./measuring/table.ts";
import { openSandbox } from "./sandbox-parts/open.ts";

const SOURCES: readonly Source[] = ["payload", "cache", "fetch"];
/** Discord as the plan's predecessor met it: 120 ms for a REST call, 40 ms for a gateway event. */
const LATENCY = ["--rest-latency", "120", "--gateway-latency", "40"];

/** Permission checks by where the roles come from, starts with the members in memory and without, and what they take there. `--rounds 7`: starts each. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { rounds: { type: "string", default: "7" } } });
  await checks();
  await starts(Number(values.rounds));
  sizes();
}

async function checks(): Promise<void> {
  await using sandbox = await openSandbox(500, 1, LATENCY);
  const { times, members, loadMs, together } = await timeChecks(sandbox, { payload: 20_000, cache: 20_000, fetch: 40 });
  const fetch = times.fetch.at(0.5);
  const rows = SOURCES.map((source) => [source, times[source].count, ...[0.5, 0.99].map((part) => `${times[source].at(part).toFixed(4)} ms`), `1 : ${Math.round(fetch / times[source].at(0.5))}`]);
  tell(`directory: from an interaction to what its person may do, settings in memory; REST 120 ms\n${table(["roles from", "checks", "p50", "p99", "to a fetch"], rows)}`);
  tell(`50 people at the same instant, until the last one was answered: from the cache ${together.cache.toFixed(1)} ms, by fetches ${together.fetch.toFixed(0)} ms`);
  tell(`${members} members were loaded ${loadMs.toFixed(0)} ms after they were asked for, of which the way back takes 40 ms`);
}

async function starts(rounds: number): Promise<void> {
  const taken: Record<"off" | "on", Start[]> = { off: [], on: [] };
  // The first start also reads every module from disk.
  for (let round = 0; round <= rounds; round += 1)
    for (const cache of round % 2 === 0 ? (["off", "on"] as const) : (["on", "off"] as const)) {
      // Discord gives a guild's list once in 30 s; a new one gives it at once.
      await using sandbox = await openSandbox(500, 1, LATENCY);
      const start = await timeStart(sandbox, cache === "on");
      if (round > 0) taken[cache].push(start);
    }
  const rows = (["off", "on"] as const).map((cache) => {
    const of = (which: (start: Start) => number | null): string => middle(taken[cache].map(which).filter((ms) => ms !== null));
    return [cache, of(({ openMs }) => openMs), of(({ discordMs }) => discordMs), of(({ cpuMs }) => cpuMs), of(({ loadedAfterMs }) => loadedAfterMs)];
  });
  tell(`\ndirectory: a start with 500 members, medians (least to most) of ${rounds}\n${table(["cache", "until the desk is open, besides Discord's time", "Discord's time", "processor", "then until the members are there"], rows)}`);
}

function middle(times: readonly number[]): string {
  const [least, most] = [Math.min(...times), Math.max(...times)];
  return times.length === 0 ? "-" : `${median(times).toFixed(0)} ms (${least.toFixed(0)} to ${most.toFixed(0)})`;
}

function sizes(): void {
  const rows = [500, 10_000, 100_000].map((members) => {
    const { bytes, takeMs } = sizeOf(members);
    return [members, `${(bytes / 1_048_576).toFixed(2)} MB`, `${(bytes / members).toFixed(0)} B`, `${((bytes * 1_000) / members / 1_024).toFixed(0)} kB`, `${takeMs.toFixed(1)} ms`];
  });
  tell(`\ndirectory: members in memory, 1 to 6 roles each\n${table(["members", "in all", "each", "per 1,000", "to take over"], rows)}`);
}

const tell = (text: string): void => void process.stdout.write(`${text}\n`);
