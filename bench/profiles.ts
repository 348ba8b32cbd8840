import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { PROFILES, type ProfileName } from "../src/features/guild-settings/profiles.ts";
import { comparisonOf } from "./load/compare/comparison.ts";
import { runRounds } from "./load/compare/rounds.ts";
import { PROFILE_NAMES, readOptions } from "./load/options.ts";
import { comparisonText } from "./load/report/comparison-text.ts";
import { table } from "./measuring/table.ts";
import { type Burst, burstsUntilMissed, mostServed } from "./profile-parts/served.ts";
import { type Place, sweep, type Swept } from "./surface-parts/sweeping.ts";

/** What the profiles come to, for whoever draws it. */
export interface ProfileResults {
  readonly comparison: ReturnType<typeof comparisonOf>;
  readonly cleanUp: readonly { readonly profile: ProfileName; readonly people: number; readonly messages: number; readonly swept: Swept }[];
  readonly bursts: Readonly<Record<ProfileName, readonly Burst[]>>;
}

const text = (byDefault: string) => ({ type: "string", default: byDefault }) as const;

const SIZES = "25,50,100,200,400,700,1000,1500,2000";

/**
 * The five figures that matter, of each profile in one run: steps and calls of a request, waiting by flow, 429s,
 * clean-up, and how many people come in the same instant before anything misses 3 s. `--people`, `--seconds`,
 * `--open`, `--rounds` of the load; `--sweepers`, `--messages`; `--bursts`, `--tries`; `--json file`.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { people: text("50"), seconds: text("40"), open: text("40"), rounds: text("3"), sweepers: text("1,10"), messages: text("20,50"), bursts: text(SIZES), tries: text("2"), settle: text("10"), json: { type: "string" } } });
  const { load } = readOptions(["--people", values.people, "--seconds", values.seconds, "--open", values.open, "--settle", values.settle]);
  const comparison = comparisonOf(PROFILE_NAMES, await runRounds(load, PROFILE_NAMES, Number(values.rounds), () => () => undefined));
  say(`profiles: ${values.people} people on one server, each coming every 20 s for ${values.seconds} s; REST 120 ms, gateway 40 ms (medians), Discord's limits as bots observe them`);
  say(comparisonText(comparison));

  const cleanUp: { profile: ProfileName; people: number; messages: number; swept: Swept }[] = [];
  for (const messages of numbers(values.messages)) for (const people of numbers(values.sweepers)) for (const profile of PROFILE_NAMES) cleanUp.push({ profile, people, messages, swept: await sweep(placeOf(profile), people, messages, PROFILES[profile]) });
  const byAmount = Map.groupBy(cleanUp, ({ people, messages }) => `${messages} messages of each of ${people}`);
  say(`\nclean-up, until nothing is left of a flow's messages\n${table(["", ...PROFILE_NAMES], [...byAmount].map(([amount, all]) => [amount, ...all.map(({ swept }) => sweptText(swept))]))}`);

  const bursts = await burstsUntilMissed(PROFILE_NAMES, numbers(values.bursts), Number(values.tries));
  const rows = PROFILE_NAMES.map((profile) => [profile, mostServed(bursts[profile]), firstMiss(bursts[profile])]);
  say(`\npeople who submit a request in the same instant before an answer misses Discord's 3 s, each number so often: ${values.tries}\n${table(["profile", "served", "then"], rows)}`);
  const results: ProfileResults = { comparison, cleanUp, bursts };
  if (comparison.sums.some(({ name, values: counts }) => name === "lost or doubled" && counts.some((count) => count > 0)) || Object.values(bursts).flat().some(({ faults }) => faults > 0)) process.exitCode = 1;
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results)}\n`);
}

/** Where a profile's flows leave messages; a reply that only its person sees leaves none. */
const placeOf = (profile: ProfileName): Place => PROFILES[profile].surface;
const sweptText = ({ ms, calls, refusedForRate }: Swept): string => (calls === 0 ? "nothing to delete, 0 calls" : `${(ms / 1_000).toFixed(1)} s, ${calls} calls, ${refusedForRate} 429s`);

function firstMiss(bursts: readonly Burst[]): string {
  const miss = bursts.find(({ missed, faults }) => missed > 0 || faults > 0);
  if (!miss) return "none missed at all";
  return `${miss.missed} answers missed with ${miss.people}${miss.faults > 0 ? `, ${miss.faults} LOST OR DOUBLED` : ""}`;
}

function numbers(list: string): readonly number[] {
  const found = list.split(",").map(Number);
  if (!found.every((number) => Number.isSafeInteger(number) && number > 0)) throw new RangeError(`"${list}" must be whole numbers with commas between them`);
  return found;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
