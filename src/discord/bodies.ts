import {
  type APIInteractionResponseCallbackData,
  MessageFlags,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
} from "discord-api-types/v10";
import type { View } from "../features/contract.ts";
import { card, COLOURS, text } from "../features/view-kit.ts";

// Whatever people typed into a view, nobody is pinged by it.
const allowed_mentions = { parse: [] };

/** A message that everybody in the channel sees. */
export const publicBody = ({ components }: View): RESTPostAPIChannelMessageJSONBody => ({
  flags: MessageFlags.IsComponentsV2,
  components: [...components],
  allowed_mentions,
});

/** A message that only the person sees. */
export const privateBody = ({ components }: View): APIInteractionResponseCallbackData => ({
  flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
  components: [...components],
  allowed_mentions,
});

/** Replaces what a message shows. */
export const editBody = ({ components }: View): RESTPatchAPIChannelMessageJSONBody => ({
  flags: MessageFlags.IsComponentsV2,
  components: [...components],
  allowed_mentions,
});

/** How a refusal looks: one sentence. */
export const sentenceView = (sentence: string): View => card(COLOURS.bad, text(sentence));
