import { GatewayDispatchEvents as Events, GatewayIntentBits as Intent } from "discord-api-types/v10";
import { guildIdOf } from "../../world/channel.ts";
import { threadsOf } from "../../world/list-channels.ts";
import { memberObject } from "../../world/members.ts";
import { canView } from "../../world/permissions.ts";
import type { World } from "../../world/world.ts";
import type { EventOf } from "../../world/world-event.ts";
import type { Dispatch, Session } from "../session.ts";
import { hearsInGuild } from "./hears.ts";

/** THREAD_CREATE and THREAD_UPDATE, for bots that see the thread; those in one that was archived hear of their part in it again, with THREAD_MEMBER_UPDATE. */
export function threadWritten(world: World, session: Session, event: EventOf<"thread-created" | "thread-updated">): Dispatch[] {
  const { type, thread } = event;
  const { botUserId } = session.application;
  if (!hearsInGuild(world, session, type === "thread-created" ? Events.ThreadCreate : Events.ThreadUpdate, guildIdOf(thread)) || !canView(world, botUserId, thread)) return [];
  const member = world.threadMembers.get(thread.id)?.get(botUserId);
  if (event.type === "thread-updated") {
    const own: Dispatch[] = event.isReopened && member ? [{ t: Events.ThreadMemberUpdate, d: { ...member, guild_id: guildIdOf(thread) } }] : [];
    return [{ t: Events.ThreadUpdate, d: thread }, ...own];
  }
  return [{ t: Events.ThreadCreate, d: { ...thread, newly_created: true, ...(member ? { member } : {}) } }];
}

/** THREAD_DELETE, for bots that saw the thread, has only what finds it again. */
export function threadDeleted(world: World, session: Session, { thread, seenByBots }: EventOf<"thread-deleted">): Dispatch[] {
  const { id, guild_id, parent_id, type } = thread;
  const isTold = seenByBots.includes(session.application.botUserId) && hearsInGuild(world, session, Events.ThreadDelete, guildIdOf(thread));
  return isTold ? [{ t: Events.ThreadDelete, d: { id, guild_id, parent_id, type } }] : [];
}

/** THREAD_LIST_SYNC: the active threads of channels that a bot sees from now on. */
export function accessGained(world: World, session: Session, { guildId, userId, channelIds }: EventOf<"access-gained">): Dispatch[] {
  if (userId !== session.application.botUserId || !hearsInGuild(world, session, Events.ThreadListSync, guildId)) return [];
  const threads = threadsOf(world, guildId).filter((thread) => channelIds.includes(thread.parent_id ?? "") && !thread.thread_metadata?.archived && canView(world, userId, thread));
  const members = threads.flatMap(({ id }) => world.threadMembers.get(id)?.get(userId) ?? []);
  return [{ t: Events.ThreadListSync, d: { guild_id: guildId, channel_ids: channelIds, threads, members } }];
}

/** Who joined or left: THREAD_CREATE for a bot that is new in it, THREAD_MEMBERS_UPDATE for it and for those with GUILD_MEMBERS. */
export function threadMembersChanged(world: World, session: Session, { thread, added, removed }: EventOf<"thread-members-changed">): Dispatch[] {
  const { botUserId } = session.application;
  if (!hearsInGuild(world, session, Events.ThreadMembersUpdate, guildIdOf(thread))) return [];
  const mine = world.threadMembers.get(thread.id)?.get(botUserId);
  const joined: Dispatch[] = added.includes(botUserId) ? [{ t: Events.ThreadCreate, d: { ...thread, member: mine } }] : [];
  // Who lost sight of a thread hears of it once more, when they are taken out.
  const changes = added.includes(botUserId) || removed.includes(botUserId) || (session.hasIntent(Intent.GuildMembers) && canView(world, botUserId, thread));
  if (!changes) return joined;
  const added_members = added.flatMap((userId) => {
    const member = world.guilds.get(guildIdOf(thread) ?? "")?.members.get(userId);
    const joinedThread = world.threadMembers.get(thread.id)?.get(userId);
    return member && joinedThread ? [{ ...joinedThread, member: memberObject(world, member), presence: null }] : [];
  });
  const d = { id: thread.id, guild_id: guildIdOf(thread), member_count: thread.member_count ?? 0, added_members, removed_member_ids: removed };
  return [...joined, { t: Events.ThreadMembersUpdate, d }];
}
