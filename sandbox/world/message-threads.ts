import { type APIThreadChannel, ChannelType, MessageFlags, MessageReferenceType, MessageType, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { WritableChannel } from "./channel.ts";
import { DiscordError } from "./discord-error.ts";
import type { StoredMessage } from "./messages/stored-message.ts";
import { addSystemMessage } from "./messages/system-message.ts";
import { createThread, type NewThread } from "./threads.ts";
import type { World } from "./world.ts";

/** A thread from an older message is said in the channel. Discord calls the age "a very small value" and names none. */
const OLD_AFTER_MS = 60_000;

/** Opens a thread from a message, whose id it takes; it begins with a message that points there. Throws 160004 when it has one. */
export function createThreadFrom(world: World, parent: WritableChannel, stored: StoredMessage, ownerId: string, wanted: NewThread): APIThreadChannel {
  if (world.channels.has(stored.api.id)) throw new DiscordError(Code.ThreadAlreadyCreatedForMessage);
  const thread = createThread(world, parent, ownerId, { ...wanted, messageId: stored.api.id });
  const message = { ...stored, api: { ...stored.api, thread, flags: (stored.api.flags ?? 0) | MessageFlags.HasThread } };
  world.messagesOf(parent.id).set(stored.api.id, message);
  world.events.emit({ type: "message-updated", message });
  const where = parent.guild_id === undefined ? {} : { guild_id: parent.guild_id };
  addSystemMessage(world, thread, ownerId, MessageType.ThreadStarterMessage, {
    message_reference: { type: MessageReferenceType.Default, channel_id: parent.id, message_id: stored.api.id, ...where },
  });
  if (thread.type === ChannelType.PublicThread && world.clock.now() - Date.parse(stored.api.timestamp) > OLD_AFTER_MS) {
    addSystemMessage(world, parent, ownerId, MessageType.ThreadCreated, {
      content: thread.name,
      message_reference: { type: MessageReferenceType.Default, channel_id: thread.id, ...where },
    });
  }
  return thread;
}
