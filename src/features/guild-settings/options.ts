/** The settings that are a number, a word, a switch or a list: what each may be, and what it is by default. */

export type NumberUnit = "ms" | "minutes" | "hours" | "days" | "count";

export interface NumberOption {
  readonly kind: "number";
  readonly unit: NumberUnit;
  readonly min: number;
  readonly max: number;
  readonly byDefault: number;
}

export interface ChoiceOption<W extends string = string> {
  readonly kind: "choice";
  readonly words: readonly W[];
  readonly byDefault: W;
}

export interface SwitchOption {
  readonly kind: "switch";
  readonly byDefault: boolean;
}

/** Ids of people or roles, at most `max`. */
export interface IdsOption {
  readonly kind: "people" | "roles";
  readonly max: number;
  readonly byDefault: readonly string[];
}

/** A channel category's id, or null for none. */
export interface CategoryOption {
  readonly kind: "category";
  readonly byDefault: string | null;
}

export type Option = NumberOption | ChoiceOption | SwitchOption | IdsOption | CategoryOption;

const number = (unit: NumberUnit, byDefault: number, min: number, max: number): NumberOption => ({ kind: "number", unit, min, max, byDefault });
const choice = <const W extends string>(byDefault: NoInfer<W>, ...words: W[]): ChoiceOption<W> => ({ kind: "choice", words, byDefault });
const toggle = (byDefault: boolean): SwitchOption => ({ kind: "switch", byDefault });
const ids = (kind: "people" | "roles", max: number): IdsOption => ({ kind, max, byDefault: [] });

/** Every one by its name, in the order in which officers see them. */
export const OPTIONS = {
  /** Where a flow is shown: a reply that only the person sees, their direct messages, or a private channel. */
  surface: choice("ephemeral", "ephemeral", "dm", "channel"),
  /** Where the `channel` surface makes private channels; null: private threads under the panel's channel. */
  channelCategoryId: { kind: "category", byDefault: null } satisfies CategoryOption,
  /** How long a confirmation stays where it has to be removed again. */
  confirmationMessageDelay: number("ms", 1_500, 0, 60_000),
  /** The same after a character was added or removed. */
  characterConfirmationDelay: number("ms", 1_000, 0, 60_000),
  /** The shortest pause between two deletions; Discord's own limits make it longer. */
  messageDeleteDelay: number("ms", 25, 0, 10_000),
  /** Whether a sweep waits as long as Discord's headers say, or only for the pause above. */
  deletePacing: choice("headers", "headers", "fixed"),
  /** No confirmation delays for anybody. */
  fastMode: toggle(false),
  fastModePeople: ids("people", 25),
  fastModeRoles: ids("roles", 10),
  /** The values of every lever that neither the guild nor the operator has set, see profiles.ts. */
  profile: choice("recommended", "recommended", "planned", "baseline"),
  /** Whether a person's roles are taken from what Discord sends with each press. */
  memberPayload: toggle(true),
  /** Whether the guild's members are kept in memory, for what comes without roles. */
  memberCache: toggle(true),
  /** How long a list of requests is kept at most; 0: read anew each time. */
  queueCacheTtlMinutes: number("minutes", 5, 0, 60),
  /** Whether a kept list is dropped as soon as a request in it changes. */
  queueCacheInvalidation: toggle(true),
  /** Whether the next page of a list is read before somebody turns to it. */
  prefetch: toggle(false),
  /** Whether an edit of a message is left out that would show the same again. */
  skipUnchangedEdits: toggle(true),
  /** How long a claim lasts without a sign of work; 0: for ever. */
  claimLeaseHours: number("hours", 48, 0, 720),
  /** After how many days a completed request counts as handed over; 0: never by itself. */
  handoverDays: number("days", 7, 0, 60),
  /** How long before its date a request is called to mind; 0: never. */
  deadlineReminderHours: number("hours", 24, 0, 168),
  /** How many requests one person may have open at once. */
  openRequestsPerPerson: number("count", 50, 1, 1_000),
  /** How many requests one person may submit within a minute. */
  submissionsPerMinute: number("count", 20, 1, 200),
  /** How people are told who have not chosen themselves. */
  telling: choice("dm", "dm", "thread", "digest", "nothing"),
  /** A thread for each request, with its requester and crafter. */
  requestThreads: toggle(false),
  /** Whether a profession's role is mentioned when a request comes onto the board. */
  mentionCrafters: toggle(false),
  /** The shortest time between two mentions of one role. */
  mentionCooldownMinutes: number("minutes", 30, 1, 1_440),
  /** The language of what everybody sees: panel, board. */
  language: choice("en-US", "en-US", "de", "fr", "es-ES", "pt-BR"),
} as const satisfies Readonly<Record<string, Option>>;

export type OptionKey = keyof typeof OPTIONS;

type ValueOf<O> = O extends ChoiceOption<infer W> ? W : O extends NumberOption ? number : O extends SwitchOption ? boolean : O extends IdsOption ? readonly string[] : O extends CategoryOption ? string | null : never;

/** What holds for each. */
export type OptionValues = { readonly [K in OptionKey]: ValueOf<(typeof OPTIONS)[K]> };
export type OptionValue = OptionValues[OptionKey];

// Object.keys gives strings; the object is closed and has no others.
export const OPTION_KEYS = Object.keys(OPTIONS).filter(isOptionKey);

export function isOptionKey(key: string): key is OptionKey {
  return Object.hasOwn(OPTIONS, key);
}

export const defaultOptions = (): OptionValues => ({
  surface: OPTIONS.surface.byDefault,
  channelCategoryId: OPTIONS.channelCategoryId.byDefault,
  confirmationMessageDelay: OPTIONS.confirmationMessageDelay.byDefault,
  characterConfirmationDelay: OPTIONS.characterConfirmationDelay.byDefault,
  messageDeleteDelay: OPTIONS.messageDeleteDelay.byDefault,
  deletePacing: OPTIONS.deletePacing.byDefault,
  fastMode: OPTIONS.fastMode.byDefault,
  fastModePeople: OPTIONS.fastModePeople.byDefault,
  fastModeRoles: OPTIONS.fastModeRoles.byDefault,
  profile: OPTIONS.profile.byDefault,
  memberPayload: OPTIONS.memberPayload.byDefault,
  memberCache: OPTIONS.memberCache.byDefault,
  queueCacheTtlMinutes: OPTIONS.queueCacheTtlMinutes.byDefault,
  queueCacheInvalidation: OPTIONS.queueCacheInvalidation.byDefault,
  prefetch: OPTIONS.prefetch.byDefault,
  skipUnchangedEdits: OPTIONS.skipUnchangedEdits.byDefault,
  claimLeaseHours: OPTIONS.claimLeaseHours.byDefault,
  handoverDays: OPTIONS.handoverDays.byDefault,
  deadlineReminderHours: OPTIONS.deadlineReminderHours.byDefault,
  openRequestsPerPerson: OPTIONS.openRequestsPerPerson.byDefault,
  submissionsPerMinute: OPTIONS.submissionsPerMinute.byDefault,
  telling: OPTIONS.telling.byDefault,
  requestThreads: OPTIONS.requestThreads.byDefault,
  mentionCrafters: OPTIONS.mentionCrafters.byDefault,
  mentionCooldownMinutes: OPTIONS.mentionCooldownMinutes.byDefault,
  language: OPTIONS.language.byDefault,
});

const SNOWFLAKE = /^\d{17,20}$/;

/** Whether a value, from wherever it comes, is one that this option may have. */
export function isValueOf<K extends OptionKey>(key: K, value: unknown): value is OptionValues[K] {
  const option: Option = OPTIONS[key];
  switch (option.kind) {
    case "number":
      return typeof value === "number" && Number.isSafeInteger(value) && value >= option.min && value <= option.max;
    case "choice":
      return option.words.some((word) => word === value);
    case "switch":
      return typeof value === "boolean";
    case "people":
    case "roles":
      return Array.isArray(value) && value.length <= option.max && value.every((id) => typeof id === "string" && SNOWFLAKE.test(id));
    case "category":
      return value === null || (typeof value === "string" && SNOWFLAKE.test(value));
  }
}

/** Those options for which `valueOf` gives a value that they may have. */
export function optionsAmong(valueOf: (key: OptionKey) => unknown): Partial<OptionValues> {
  const found: { -readonly [K in OptionKey]?: OptionValues[K] } = {};
  for (const key of OPTION_KEYS) put(found, key, valueOf(key));
  return found;
}

function put<K extends OptionKey>(into: { [P in K]?: OptionValues[P] }, key: K, value: unknown): void {
  if (isValueOf(key, value)) into[key] = value;
}
