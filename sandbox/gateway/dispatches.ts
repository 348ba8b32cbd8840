import { type APIMessage, type APIThreadChannel, GatewayDispatchEvents as Events, GatewayIntentBits as Intent } from "discord-api-types/v10";
import { type Channel, guildIdOf } from "../world/channel.ts";
import { memberObject, memberWithoutUser } from "../world/members.ts";
import { messageObject } from "../world/messages/message-object.ts";
import { isEphemeral, type StoredMessage } from "../world/messages/stored-message.ts";
import { canView } from "../world/permissions.ts";
import type { World } from "../world/world.ts";
import type { WorldEvent } from "../world/world-event.ts";
import type { Dispatch, Session } from "./session.ts";

const CHANNEL_EVENTS = {
  "channel-created": Events.ChannelCreate,
  "channel-updated": Events.ChannelUpdate,
  "channel-deleted": Events.ChannelDelete,
} as const;
const THREAD_EVENTS = {
  "thread-created": Events.ThreadCreate,
  "thread-updated": Events.ThreadUpdate,
  "thread-deleted": Events.ThreadDelete,
} as const;

/** What of an event a session is told: by its intents, its shard and what its bot may see. */
export function dispatchesFor(world: World, session: Session, event: WorldEvent): Dispatch[] {
  const { botUserId, id: applicationId } = session.application;
  switch (event.type) {
    case "message-created":
    case "message-updated": {
      const { message } = event;
      if (isEphemeral(message) || !hearsMessages(world, session, message.api.channel_id, message.guildId)) return [];
      const t = event.type === "message-created" ? Events.MessageCreate : Events.MessageUpdate;
      return [{ t, d: messagePayload(world, session, message) }];
    }
    case "messages-deleted": {
      const guildId = event.messages[0]?.guildId ?? null;
      const ids = event.messages.filter((message) => !isEphemeral(message)).map(({ api }) => api.id);
      if (ids.length === 0 || !hearsMessages(world, session, event.channelId, guildId)) return [];
      const where = { channel_id: event.channelId, ...(guildId === null ? {} : { guild_id: guildId }) };
      return event.inBulk ? [{ t: Events.MessageDeleteBulk, d: { ids, ...where } }] : ids.map((id) => ({ t: Events.MessageDelete, d: { id, ...where } }));
    }
    case "channel-created":
    case "channel-updated":
    case "channel-deleted":
      return hearsGuild(session, event.channel) ? [{ t: CHANNEL_EVENTS[event.type], d: event.channel }] : [];
    case "thread-created":
    case "thread-updated":
      if (!hearsGuild(session, event.thread) || !canView(world, botUserId, event.thread)) return [];
      return [{ t: THREAD_EVENTS[event.type], d: event.type === "thread-created" ? { ...event.thread, newly_created: true } : event.thread }];
    case "thread-deleted": {
      const { id, guild_id, parent_id, type } = event.thread;
      return hearsGuild(session, event.thread) ? [{ t: THREAD_EVENTS[event.type], d: { id, guild_id, parent_id, type } }] : [];
    }
    case "thread-members-changed":
      return threadMembers(world, session, event.thread, event.added, event.removed);
    case "member-updated": {
      const isSelf = event.userId === botUserId;
      if (!session.isFor(event.guildId) || !(isSelf || session.hasIntent(Intent.GuildMembers))) return [];
      return [{ t: Events.GuildMemberUpdate, d: { ...memberObject(world, world.member(event.guildId, event.userId)), guild_id: event.guildId } }];
    }
    case "interaction-created":
      if (event.interaction.applicationId !== applicationId || !session.isFor(event.interaction.guildId)) return [];
      return [{ t: Events.InteractionCreate, d: event.payload }];
    default:
      return [];
  }
}

function hearsGuild(session: Session, channel: Channel): boolean {
  return session.hasIntent(Intent.Guilds) && session.isFor(guildIdOf(channel));
}

function hearsMessages(world: World, session: Session, channelId: string, guildId: string | null): boolean {
  if (!session.isFor(guildId) || !session.hasIntent(guildId === null ? Intent.DirectMessages : Intent.GuildMessages)) return false;
  const channel = world.channels.get(channelId);
  return channel !== undefined && canView(world, session.application.botUserId, channel);
}

/** Without MESSAGE_CONTENT others' words are empty, but in direct messages and where the bot is mentioned. */
function messagePayload(world: World, session: Session, message: StoredMessage): object {
  const { guildId } = message;
  const { botUserId } = session.application;
  const mayReadAll = session.hasIntent(Intent.MessageContent) || guildId === null;
  const readable = (each: APIMessage): APIMessage =>
    mayReadAll || each.author.id === botUserId || each.mentions.some(({ id }) => id === botUserId) ? each : { ...each, content: "", embeds: [], attachments: [], components: [] };
  const api = messageObject(world, message);
  const { referenced_message: answered } = api;
  const content = { ...readable(api), ...(answered ? { referenced_message: readable(answered) } : {}) };
  const guild = world.guilds.get(guildId ?? "");
  const member = guild?.members.get(api.author.id);
  const mentions = api.mentions.map((user) => {
    const mentioned = guild?.members.get(user.id);
    return mentioned ? { ...user, member: memberWithoutUser(world, mentioned) } : user;
  });
  return { ...content, mentions, ...(guild ? { guild_id: guild.id } : {}), ...(member && !api.webhook_id ? { member: memberWithoutUser(world, member) } : {}) };
}

function threadMembers(world: World, session: Session, thread: APIThreadChannel, added: readonly string[], removed: readonly string[]): Dispatch[] {
  const { botUserId } = session.application;
  if (!hearsGuild(session, thread)) return [];
  const mine = world.threadMembers.get(thread.id)?.get(botUserId);
  const joined: Dispatch[] = added.includes(botUserId) ? [{ t: Events.ThreadCreate, d: { ...thread, member: mine } }] : [];
  const changes = added.includes(botUserId) || removed.includes(botUserId) || session.hasIntent(Intent.GuildMembers);
  if (!changes) return joined;
  const added_members = added.flatMap((userId) => {
    const member = world.guilds.get(guildIdOf(thread) ?? "")?.members.get(userId);
    const joinedThread = world.threadMembers.get(thread.id)?.get(userId);
    return member && joinedThread ? [{ ...joinedThread, member: memberObject(world, member), presence: null }] : [];
  });
  const d = { id: thread.id, guild_id: guildIdOf(thread), member_count: thread.member_count ?? 0, added_members, removed_member_ids: removed };
  return [...joined, { t: Events.ThreadMembersUpdate, d }];
}
