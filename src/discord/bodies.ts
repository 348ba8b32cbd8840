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

/** A message that everybody in the channel sees. */
export const publicBody = (view: View): RESTPostAPIChannelMessageJSONBody => ({
  flags: MessageFlags.IsComponentsV2,
  ...shown(view),
});

/** A message that only the person sees. */
export const privateBody = (view: View): APIInteractionResponseCallbackData => ({
  flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
  ...shown(view),
});

/** Replaces what a message shows, by an edit or in answer to a press. */
export const editBody = (view: View) => ({
  flags: MessageFlags.IsComponentsV2,
  ...shown(view),
});

/** How a refusal looks: one sentence. */
export const sentenceView = (sentence: string): View => card(COLOURS.bad, text(sentence));
