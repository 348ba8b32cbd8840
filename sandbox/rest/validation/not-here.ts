import { ChannelType, MessageFlags, MessageReferenceType } from "discord-api-types/v10";
import type { Field } from "./form.ts";

/** What Discord takes with a message and the sandbox cannot show. */
const NOT_IN_MESSAGES = { poll: "polls", sticker_ids: "stickers", shared_client_theme: "shared themes" } as const;
/** These Discord itself refuses beside Components V2. */
const LEGACY: ReadonlySet<string> = new Set(["poll", "sticker_ids"]);

const NOT_CHANNELS: ReadonlyMap<unknown, string> = new Map([
  [ChannelType.GuildVoice, "voice channels"],
  [ChannelType.GuildStageVoice, "stage channels"],
  [ChannelType.GuildForum, "forum channels"],
  [ChannelType.GuildMedia, "media channels"],
]);

/** Notes what the sandbox has none of, so that it does not vanish unsaid. The words are the sandbox's: Discord has these. */
const refuseAsMissing = (field: Field, what: string): void => field.refuse("NOT_IN_THE_SANDBOX", `The sandbox has no ${what}.`);

/** Notes the parts of a message that the sandbox does not have. */
export function refuseMissingParts(form: Field, { isV2 }: { readonly isV2: boolean }): void {
  for (const [key, what] of Object.entries(NOT_IN_MESSAGES)) {
    if (!isEmpty(form.get(key)) && !(isV2 && LEGACY.has(key))) refuseAsMissing(form.get(key), what);
  }
  const flags = form.get("flags");
  if (typeof flags.value === "number" && (flags.value & MessageFlags.IsVoiceMessage) !== 0) refuseAsMissing(flags, "voice messages");
}

/** Notes a forward; true when it is one. */
export function refuseForward(reference: Field): boolean {
  const isForward = reference.get("type").value === MessageReferenceType.Forward;
  if (isForward) refuseAsMissing(reference.get("type"), "forwarded messages");
  return isForward;
}

/** Notes a type of channel that the sandbox does not have; true when it is one. */
export function refuseMissingChannel(type: Field): boolean {
  const what = NOT_CHANNELS.get(type.value);
  if (what !== undefined) refuseAsMissing(type, what);
  return what !== undefined;
}

const isEmpty = (field: Field): boolean => field.isAbsent || (Array.isArray(field.value) && field.value.length === 0);
