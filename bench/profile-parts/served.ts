import type { ProfileName } from "../../src/features/guild-settings/profiles.ts";
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

/** Lets more and more people submit a request in the same instant, until an answer misses 3 s; then no more. */
export async function burstsUntilMissed(profile: ProfileName, sizes: readonly number[], seed: string): Promise<readonly Burst[]> {
  const bursts: Burst[] = [];
  for (const people of sizes) {
    const { load } = readOptions(["--people", String(people), "--burst", "--mix", "request=1", "--settle", "0", "--profile", profile, "--seed", `${seed}/${people}`]);
    const run = await runLoad(load);
    const { missed } = summaryOf(run);
    bursts.push({ people, missed, faults: run.check.faults.length });
    if (missed > 0) break;
  }
  return bursts;
}

/** The most people of whom none missed an answer; 0 when even the fewest did. */
export const mostServed = (bursts: readonly Burst[]): number => Math.max(0, ...bursts.filter(({ missed }) => missed === 0).map(({ people }) => people));
