import { type APIMessage, MessageFlags, MessageType } from "discord-api-types/v10";
import type { World } from "../world.ts";
import { reactionObjects } from "./reactions.ts";
import { withSignedAddresses } from "./signed-address.ts";
import { hasFlag, isEphemeral, type StoredMessage } from "./stored-message.ts";

/** Messages that bring the one that they refer to. Source: "referenced_message", resources/message.mdx in Discord's documentation. */
const ANSWERING: ReadonlySet<MessageType> = new Set([MessageType.Reply, MessageType.ThreadStarterMessage, MessageType.ContextMenuCommand]);

/**
 * A message as Discord gives it out to somebody (`viewerId`, null for nobody in particular): a reply brings what it
 * answers as that is now, null when it is gone; suppressed embeds are left out;
 * attachments have addresses that work from now on.
 */
export function messageObject(world: World, stored: StoredMessage, viewerId: string | null = null): APIMessage {
  const message = alone(world, stored, viewerId);
  const answeredId = message.message_reference?.message_id;
  if (answeredId === undefined || !ANSWERING.has(message.type)) return message;
  const answered = world.messages.get(message.message_reference?.channel_id ?? "")?.get(answeredId);
  // A public answer to a message that only one person sees does not show it to all.
  if (answered && isEphemeral(answered) && answered.onlyFor !== stored.onlyFor) return message;
  return { ...message, referenced_message: answered ? alone(world, answered, viewerId) : null };
}

function alone(world: World, stored: StoredMessage, viewerId: string | null): APIMessage {
  const { api } = stored;
  const reactions = reactionObjects(stored, viewerId);
  const embeds = hasFlag(api, MessageFlags.SuppressEmbeds) ? [] : api.embeds;
  const parts = withSignedAddresses(world, { attachments: api.attachments, embeds, components: api.components ?? [] });
  return { ...api, ...parts, ...(reactions ? { reactions } : {}) };
}
