/** Named sets of values for the levers: what makes the bot faster or slower, and nothing else. */
import { defaultOptions, type OptionKey, type OptionValues } from "./options.ts";

/** The levers: settings that change how soon people are served, not what they may do. */
export const LEVERS = [
  "surface",
  "confirmationMessageDelay",
  "characterConfirmationDelay",
  "messageDeleteDelay",
  "deletePacing",
  "memberPayload",
  "memberCache",
  "queueCacheTtlMinutes",
  "queueCacheInvalidation",
  "prefetch",
  "skipUnchangedEdits",
] as const satisfies readonly OptionKey[];

export type ProfileName = OptionValues["profile"];
export type LeverValues = Pick<OptionValues, (typeof LEVERS)[number]>;

const recommended: LeverValues = defaultOptions();

/** As the optimization plan found the bot: flows in direct messages, the member fetched at each check, nothing kept. */
const baseline: LeverValues = {
  surface: "dm",
  confirmationMessageDelay: 3_000,
  characterConfirmationDelay: 2_000,
  messageDeleteDelay: 50,
  deletePacing: "fixed",
  memberPayload: false,
  memberCache: false,
  queueCacheTtlMinutes: 0,
  queueCacheInvalidation: false,
  prefetch: false,
  skipUnchangedEdits: false,
};

/** What the plan's first two phases make of that, as they are written. */
const planned: LeverValues = { ...baseline, confirmationMessageDelay: 1_500, characterConfirmationDelay: 1_000, messageDeleteDelay: 25, memberCache: true, queueCacheTtlMinutes: 5 };

export const PROFILES: Readonly<Record<ProfileName, LeverValues>> = { recommended, planned, baseline };

/** The profile whose every lever has the value that holds; null when some lever was set differently. */
export function profileOf(values: LeverValues): ProfileName | null {
  const names: readonly ProfileName[] = ["recommended", "planned", "baseline"];
  return names.find((name) => LEVERS.every((lever) => PROFILES[name][lever] === values[lever])) ?? null;
}
