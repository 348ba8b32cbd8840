import { type APIThreadChannel, GatewayDispatchEvents as Events, GatewayIntentBits as Intent } from "discord-api-types/v10";
import { guildIdOf } from "../world/channel.ts";
import { memberObject } from "../world/members.ts";
import { isEphemeral } from "../world/messages/stored-message.ts";
import { canView } from "../world/permissions.ts";
import type { World } from "../world/world.ts";
import type { WorldEvent } from "../world/world-event.ts";
import { messagePayload } from "./message-payload.ts";
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
      const t = event.type === "message-created" ? Events.MessageCreate : Events.MessageUpdate;
      if (isEphemeral(message) || !session.hears(t, message.guildId) || !sees(world, session, message.api.channel_id)) return [];
      return [{ t, d: messagePayload(world, session, message) }];
    }
    case "messages-deleted": {
      const guildId = event.messages[0]?.guildId ?? null;
      const ids = event.messages.filter((message) => !isEphemeral(message)).map(({ api }) => api.id);
      if (ids.length === 0 || !session.hears(Events.MessageDelete, guildId) || !sees(world, session, event.channelId)) return [];
      const where = { channel_id: event.channelId, ...(guildId === null ? {} : { guild_id: guildId }) };
      return event.inBulk ? [{ t: Events.MessageDeleteBulk, d: { ids, ...where } }] : ids.map((id) => ({ t: Events.MessageDelete, d: { id, ...where } }));
    }
    case "channel-created":
    case "channel-updated":
    case "channel-deleted":
      return session.hears(CHANNEL_EVENTS[event.type], guildIdOf(event.channel)) ? [{ t: CHANNEL_EVENTS[event.type], d: event.channel }] : [];
    case "thread-created":
    case "thread-updated":
      if (!session.hears(THREAD_EVENTS[event.type], guildIdOf(event.thread)) || !canView(world, botUserId, event.thread)) return [];
      return [{ t: THREAD_EVENTS[event.type], d: event.type === "thread-created" ? { ...event.thread, newly_created: true } : event.thread }];
    case "thread-deleted": {
      const { id, guild_id, parent_id, type } = event.thread;
      return session.hears(Events.ThreadDelete, guildIdOf(event.thread)) ? [{ t: THREAD_EVENTS[event.type], d: { id, guild_id, parent_id, type } }] : [];
    }
    case "thread-members-changed":
      return threadMembers(world, session, event.thread, event.added, event.removed);
    case "member-updated": {
      const isSelf = event.userId === botUserId && session.isFor(event.guildId);
      if (!isSelf && !session.hears(Events.GuildMemberUpdate, event.guildId)) return [];
      return [{ t: Events.GuildMemberUpdate, d: { ...memberObject(world, world.member(event.guildId, event.userId)), guild_id: event.guildId } }];
    }
    case "typing":
      return typing(world, session, event.channelId, event.userId);
    case "interaction-created":
      if (event.interaction.applicationId !== applicationId || !session.isFor(event.interaction.guildId)) return [];
      return [{ t: Events.InteractionCreate, d: event.payload }];
    default:
      return [];
  }
}

function sees(world: World, session: Session, channelId: string): boolean {
  const channel = world.channels.get(channelId);
  return channel !== undefined && canView(world, session.application.botUserId, channel);
}

function typing(world: World, session: Session, channelId: string, userId: string): Dispatch[] {
  const channel = world.channels.get(channelId);
  const guildId = channel ? guildIdOf(channel) : null;
  if (!session.hears(Events.TypingStart, guildId) || !sees(world, session, channelId)) return [];
  const member = world.guilds.get(guildId ?? "")?.members.get(userId);
  const where = guildId === null ? {} : { guild_id: guildId, ...(member ? { member: memberObject(world, member) } : {}) };
  return [{ t: Events.TypingStart, d: { channel_id: channelId, user_id: userId, timestamp: Math.floor(world.clock.now() / 1000), ...where } }];
}

function threadMembers(world: World, session: Session, thread: APIThreadChannel, added: readonly string[], removed: readonly string[]): Dispatch[] {
  const { botUserId } = session.application;
  if (!session.hears(Events.ThreadMembersUpdate, guildIdOf(thread))) return [];
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
