import { type APIMessage, MessageType } from "discord-api-types/v10";
import { guildIdOf, type MessageChannel } from "../channel.ts";
import { NO_FLAGS } from "../no-flags.ts";
import type { World } from "../world.ts";
import type { StoredMessage } from "./stored-message.ts";
import { countIn } from "./thread-counts.ts";

/** Writes what Discord says itself in somebody's name, such as "pinned a message". */
export function addSystemMessage(world: World, channel: MessageChannel, authorId: string, type: MessageType, more: Partial<APIMessage>): StoredMessage {
  const api: APIMessage = {
    id: world.ids.next(),
    channel_id: channel.id,
    type,
    author: world.user(authorId),
    content: "",
    timestamp: world.nowIso(),
    edited_timestamp: null,
    tts: false,
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: NO_FLAGS,
    ...more,
  };
  const message: StoredMessage = { api, guildId: guildIdOf(channel), onlyFor: null, interactionId: null };
  world.messagesOf(channel.id).set(api.id, message);
  channel.last_message_id = api.id;
  if (type !== MessageType.ThreadStarterMessage) countIn(channel);
  world.events.emit({ type: "message-created", message });
  return message;
}
