import { PermissionFlagsBits as Bit } from "discord-api-types/v10";
import type { Channel } from "../world/channel.ts";
import { ClientRefusal } from "../world/client-refusal.ts";
import { emojiNamed } from "../world/messages/emoji.ts";
import { addReaction, reactionWith, removeReaction } from "../world/messages/reactions.ts";
import { isEphemeral } from "../world/messages/stored-message.ts";
import { has, permissionsIn } from "../world/permissions.ts";
import type { World } from "../world/world.ts";

/** Puts a person's reaction on a message, or takes it away. Throws {@link ClientRefusal}, and 30010 for a 21st emoji. */
export function react(world: World, personId: string, channel: Channel, messageId: string, name: string, on: boolean): void {
  const message = world.messages.get(channel.id)?.get(messageId);
  if (!message || isEphemeral(message)) throw new ClientRefusal("That message is gone.");
  const emoji = emojiNamed(world, name);
  if (!emoji) throw new ClientRefusal("There is no such emoji.");
  if (!on) return removeReaction(world, message, personId, emoji);
  if (!reactionWith(message, emoji) && !has(permissionsIn(world, personId, channel), Bit.AddReactions)) throw new ClientRefusal("You may not add reactions here.");
  return addReaction(world, message, personId, emoji);
}
