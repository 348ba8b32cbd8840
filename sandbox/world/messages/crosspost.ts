import { ChannelType, MessageFlags, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import { DiscordError } from "../discord-error.ts";
import type { World } from "../world.ts";
import { hasFlag, isWritten, type StoredMessage } from "./stored-message.ts";

/**
 * Publishes a message of an announcement channel. No channel can follow another here, so nothing but its flag tells of it.
 * Throws 50024 elsewhere, 50021 for what nobody wrote, and 40033 the second time.
 */
export function crosspostMessage(world: World, stored: StoredMessage): StoredMessage {
  const { api } = stored;
  if (world.channel(api.channel_id).type !== ChannelType.GuildAnnouncement) throw new DiscordError(Code.CannotExecuteActionOnThisChannelType);
  if (!isWritten(api)) throw new DiscordError(Code.CannotExecuteActionOnSystemMessage);
  if (hasFlag(api, MessageFlags.Crossposted)) throw new DiscordError(Code.ThisMessageWasAlreadyCrossposted);
  const message: StoredMessage = { ...stored, api: { ...api, flags: (api.flags ?? 0) | MessageFlags.Crossposted } };
  world.messagesOf(api.channel_id).set(api.id, message);
  world.events.emit({ type: "message-updated", message });
  return message;
}
