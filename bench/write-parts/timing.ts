import { median } from "../measuring/median.ts";
import { table } from "../measuring/table.ts";
import { Times, withCallers } from "../measuring/times.ts";
import type { DatabaseAddress } from "../../src/database/open.ts";
import { submissionsIn } from "./submissions.ts";
import { type Way, WAYS } from "./ways.ts";
import { openWriter, type Writer } from "./writer.ts";

const CALLERS = 16;
const WARM_UP = 200;

export interface Amount {
  readonly rounds: number;
  /** Submissions in a round by one caller, and by many. */
  readonly alone: number;
  readonly together: number;
}

/** One way with so many callers. */
interface Side {
  readonly way: Way;
  readonly callers: number;
  readonly count: number;
  readonly times: Times;
  /** Submissions a second in each round. */
  readonly rates: number[];
}

/** Times the three ways in turns, each round in another order, and holds each round's rate against the sequential one's of the same round. */
export async function timeWays(address: DatabaseAddress, { rounds, alone, together }: Amount): Promise<string> {
  const writers = WAYS.map((way) => ({ way, writer: openWriter(address, way), next: submissionsIn(`timed ${way}`) }));
  const sides: Side[] = WAYS.flatMap((way) => [
    { way, callers: 1, count: alone, times: new Times(), rates: [] },
    { way, callers: CALLERS, count: together, times: new Times(), rates: [] },
  ]);
  try {
    for (const { writer, next } of writers) await withCallers(CALLERS, WARM_UP, () => writer.write(next()));
    for (let round = 0; round < rounds; round++)
      for (let turn = 0; turn < writers.length; turn++) {
        const one = writers[(round + turn) % writers.length];
        if (one) for (const side of sides.filter(({ way }) => way === one.way)) await runRound(side, one.writer, one.next);
      }
  } finally {
    for (const { writer } of writers) await writer.close();
  }
  return table(
    ["callers", "written", "p50 ms", "p95 ms", "a second", "to sequential", "lowest-highest of the rounds"],
    sides.toSorted((a, b) => a.callers - b.callers).map((side) => rowOf(side, sides)),
  );
}

async function runRound({ callers, count, times, rates }: Side, writer: Writer, next: ReturnType<typeof submissionsIn>): Promise<void> {
  const from = performance.now();
  await withCallers(callers, count, () => times.time(() => writer.write(next())));
  rates.push((count * 1_000) / (performance.now() - from));
}

function rowOf({ way, callers, times, rates }: Side, sides: readonly Side[]): readonly (string | number)[] {
  const sequential = sides.find((side) => side.way === "sequential" && side.callers === callers)?.rates ?? [];
  const ratios = rates.map((rate, round) => rate / (sequential[round] ?? Number.NaN));
  const span = `${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)}`;
  return [callers, way, times.at(0.5).toFixed(2), times.at(0.95).toFixed(2), median(rates).toFixed(0), `${median(ratios).toFixed(2)} x`, way === "sequential" ? "" : span];
}
