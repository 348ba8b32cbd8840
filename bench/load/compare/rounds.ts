import type { ProfileName } from "../../../src/features/guild-settings/profiles.ts";
import type { LoadOptions } from "../options.ts";
import { type Hear, runLoad, type RunResult } from "../run.ts";
import { orderOf } from "./comparison.ts";

/** Runs each profile once a round, in turns, so that whatever else the machine does meets all alike. In a round the same people come at the same times. */
export async function runRounds(load: LoadOptions, profiles: readonly ProfileName[], rounds: number, hearOf: (name: string) => Hear): Promise<readonly RunResult[]> {
  const runs: RunResult[] = [];
  for (let round = 0; round < rounds; round++)
    for (const profile of orderOf(profiles, round)) runs.push(await runLoad({ ...load, profile, seed: `${load.seed}/${round}` }, hearOf(`round ${round + 1} of ${rounds}, ${profile}`)));
  return runs;
}
