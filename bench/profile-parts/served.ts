import type { ProfileName } from "../../src/features/guild-settings/profiles.ts";
import { orderOf } from "../load/compare/comparison.ts";
import { summaryOf } from "../load/report/summary.ts";
import { readOptions } from "../load/options.ts";
import { runLoad } from "../load/run.ts";

/** What became of so many people who all came in the same instant. */
export interface Burst {
  readonly people: number;
  /** Answers that missed Discord's 3 s. */
  readonly missed: number;
  readonly faults: number;
}

/**
 * Lets more and more people submit a request in the same instant, each profile by turns, until an answer of it
 * misses 3 s; that profile is then left out. Each number of people comes `tries` times.
 */
export async function burstsUntilMissed(profiles: readonly ProfileName[], sizes: readonly number[], tries: number): Promise<Readonly<Record<ProfileName, readonly Burst[]>>> {
  const bursts: Record<ProfileName, Burst[]> = { baseline: [], planned: [], recommended: [] };
  for (const people of sizes)
    for (let turn = 0; turn < tries; turn += 1)
      for (const profile of orderOf(profiles, turn)) if (bursts[profile].every(isServed)) bursts[profile].push(await burst(profile, people, turn));
  return bursts;
}

async function burst(profile: ProfileName, people: number, turn: number): Promise<Burst> {
  const { load } = readOptions(["--people", String(people), "--burst", "--mix", "request=1", "--open", "0", "--settle", "0", "--profile", profile, "--seed", `served/${people}/${turn}`]);
  const run = await runLoad(load);
  return { people, missed: summaryOf(run).missed, faults: run.check.faults.length };
}

const isServed = ({ missed, faults }: Burst): boolean => missed === 0 && faults === 0;

/** The most people of whom none missed an answer, nor was anything lost or doubled; 0 when even the fewest did. */
export function mostServed(bursts: readonly Burst[]): number {
  const failed = bursts.find((one) => !isServed(one));
  return Math.max(0, ...bursts.filter(({ people }) => people !== failed?.people).map(({ people }) => people));
}
