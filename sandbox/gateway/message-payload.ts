import { type APIMessage, GatewayIntentBits as Intent } from "discord-api-types/v10";
import { memberWithoutUser } from "../world/members.ts";
import { messageObject } from "../world/messages/message-object.ts";
import type { StoredMessage } from "../world/messages/stored-message.ts";
import type { World } from "../world/world.ts";
import type { Session } from "./session.ts";

/** A message as MESSAGE_CREATE and MESSAGE_UPDATE bring it: with the guild, its members, and the words that the bot may read. */
export function messagePayload(world: World, session: Session, message: StoredMessage): object {
  const { guildId } = message;
  const api = messageObject(world, message, session.application.botUserId);
  const { referenced_message: answered } = api;
  const content = { ...readable(session, api, guildId), ...(answered ? { referenced_message: readable(session, answered, guildId) } : {}) };
  const guild = world.guilds.get(guildId ?? "");
  const member = guild?.members.get(api.author.id);
  const mentions = api.mentions.map((user) => {
    const mentioned = guild?.members.get(user.id);
    return mentioned ? { ...user, member: memberWithoutUser(world, mentioned) } : user;
  });
  return { ...content, mentions, ...(guild ? { guild_id: guild.id } : {}), ...(member && !api.webhook_id ? { member: memberWithoutUser(world, member) } : {}) };
}

/** Without MESSAGE_CONTENT others' words are empty, but in direct messages and where the bot is mentioned. Source: events/gateway.mdx:495. */
function readable(session: Session, message: APIMessage, guildId: string | null): APIMessage {
  const { botUserId } = session.application;
  const isForBot = guildId === null || message.author.id === botUserId || message.mentions.some(({ id }) => id === botUserId);
  if (isForBot || session.hasIntent(Intent.MessageContent)) return message;
  const { poll: _, ...rest } = message;
  return { ...rest, content: "", embeds: [], attachments: [], components: [] };
}
