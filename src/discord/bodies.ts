import {
  type APIInteractionResponseCallbackData,
  MessageFlags,
  type RESTPostAPIChannelMessageJSONBody,
} from "discord-api-types/v10";
import type { View } from "../features/contract.ts";
import { fitTexts } from "../features/fit-texts.ts";
import { card, COLOURS, text } from "../features/view-kit.ts";

/** What every message has: whatever people typed into a view, nobody is pinged by it. */
const shown = (view: View) => ({ components: [...fitTexts(view).components], allowed_mentions: { parse: [] } });

/** What Discord is told of a view's files, which it finds by their place among those that are sent (see files.ts). */
const attachments = (view: View) =>
  (view.files ?? []).map(({ name, description }, id) => ({ id, filename: name, ...(description === undefined ? {} : { description }) }));

/** With a new message, none are named where there are none. */
const attached = (view: View) => (view.files?.length ? { attachments: attachments(view) } : {});

/** A message that everybody in the channel sees. */
export const publicBody = (view: View): RESTPostAPIChannelMessageJSONBody => ({
  flags: MessageFlags.IsComponentsV2,
  ...shown(view),
  ...attached(view),
  ...(view.pings?.length ? { allowed_mentions: { parse: [], roles: [...view.pings] } } : {}),
});

/** A message that only the person sees. */
export const privateBody = (view: View): APIInteractionResponseCallbackData => ({
  flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
  ...shown(view),
  ...attached(view),
});

/** Replaces what a message shows, by an edit or in answer to a press. The files that are not named leave it. */
export const editBody = (view: View) => ({
  flags: MessageFlags.IsComponentsV2,
  ...shown(view),
  attachments: attachments(view),
});

/** How a refusal looks: one sentence. */
export const sentenceView = (sentence: string): View => card(COLOURS.bad, text(sentence));
