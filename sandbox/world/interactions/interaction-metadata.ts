import { type APIMessageInteractionMetadata, type APIModalSubmitInteractionMetadata, InteractionType } from "discord-api-types/v10";
import { guildIdOf } from "../channel.ts";
import type { World } from "../world.ts";
import type { Beginning } from "./beginning.ts";

/** What a message that answers says of the interaction. Source: resources/message.mdx in Discord's documentation. */
export function metadataOf(world: World, id: string, { kind, personId, channel, message, opener, data }: Beginning): APIMessageInteractionMetadata {
  const guildId = guildIdOf(channel);
  const base = { id, user: world.user(personId), authorizing_integration_owners: { 0: guildId ?? "0" } };
  if (kind === InteractionType.MessageComponent) return { ...base, type: kind, interacted_message_id: message?.id ?? "" };
  if (kind === InteractionType.ModalSubmit && opener) {
    const triggering = opener.metadata as APIModalSubmitInteractionMetadata["triggering_interaction_metadata"];
    return { ...base, type: kind, triggering_interaction_metadata: triggering };
  }
  const { target_id: targetId = "" } = data as { target_id?: string };
  const targetUser = world.users.get(targetId);
  const isMessage = world.messages.get(channel.id)?.has(targetId) === true;
  return { ...base, type: InteractionType.ApplicationCommand, ...(targetUser ? { target_user: targetUser } : {}), ...(isMessage ? { target_message_id: targetId } : {}) };
}
