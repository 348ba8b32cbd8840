import { GatewayDispatchEvents as Events } from "discord-api-types/v10";
import { guildIdOf } from "../../world/channel.ts";
import { memberObject } from "../../world/members.ts";
import { isEphemeral } from "../../world/messages/stored-message.ts";
import type { World } from "../../world/world.ts";
import type { EventOf } from "../../world/world-event.ts";
import { messagePayload } from "../message-payload.ts";
import type { Dispatch, Session } from "../session.ts";
import { sees } from "./hears.ts";

/** MESSAGE_CREATE and MESSAGE_UPDATE, for bots that see the channel. */
export function messageWritten(world: World, session: Session, { type, message }: EventOf<"message-created" | "message-updated">): Dispatch[] {
  const t = type === "message-created" ? Events.MessageCreate : Events.MessageUpdate;
  if (isEphemeral(message) || !session.hears(t, message.guildId) || !sees(world, session, message.api.channel_id)) return [];
  return [{ t, d: messagePayload(world, session, message) }];
}

/** MESSAGE_DELETE for each, or one MESSAGE_DELETE_BULK. */
export function messagesDeleted(world: World, session: Session, { channelId, messages, inBulk }: EventOf<"messages-deleted">): Dispatch[] {
  const guildId = messages[0]?.guildId ?? null;
  const ids = messages.filter((message) => !isEphemeral(message)).map(({ api }) => api.id);
  if (ids.length === 0 || !session.hears(Events.MessageDelete, guildId) || !sees(world, session, channelId)) return [];
  const where = { channel_id: channelId, ...(guildId === null ? {} : { guild_id: guildId }) };
  return inBulk ? [{ t: Events.MessageDeleteBulk, d: { ids, ...where } }] : ids.map((id) => ({ t: Events.MessageDelete, d: { id, ...where } }));
}

/** TYPING_START; in a server it brings the member. */
export function typingStarted(world: World, session: Session, { channelId, userId }: EventOf<"typing">): Dispatch[] {
  const channel = world.channels.get(channelId);
  const guildId = channel ? guildIdOf(channel) : null;
  if (!session.hears(Events.TypingStart, guildId) || !sees(world, session, channelId)) return [];
  const member = world.guilds.get(guildId ?? "")?.members.get(userId);
  const where = guildId === null ? {} : { guild_id: guildId, ...(member ? { member: memberObject(world, member) } : {}) };
  return [{ t: Events.TypingStart, d: { channel_id: channelId, user_id: userId, timestamp: Math.floor(world.clock.now() / 1000), ...where } }];
}
