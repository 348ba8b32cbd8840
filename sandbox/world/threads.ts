import { type APIThreadChannel, type APIThreadMember, ChannelType, MessageType, ThreadAutoArchiveDuration } from "discord-api-types/v10";
import type { WritableChannel } from "./channel.ts";
import { addSystemMessage } from "./messages/system-message.ts";
import { NO_FLAGS } from "./no-flags.ts";
import { createdAtOf } from "./snowflake.ts";
import type { World } from "./world.ts";

const MINUTE_MS = 60_000;

export interface NewThread {
  readonly name: string;
  readonly type: ChannelType.PublicThread | ChannelType.PrivateThread | ChannelType.AnnouncementThread;
  readonly autoArchiveMinutes?: ThreadAutoArchiveDuration;
  readonly rateLimitPerUser?: number;
  readonly invitable?: boolean;
  /** A thread that is started from a message has that message's id. */
  readonly messageId?: string;
}

/** Opens a thread; whoever opens it is its first member. */
export function createThread(world: World, parent: WritableChannel, ownerId: string, wanted: NewThread): APIThreadChannel {
  const thread: APIThreadChannel = {
    id: wanted.messageId ?? world.ids.next(),
    type: wanted.type,
    name: wanted.name,
    parent_id: parent.id,
    owner_id: ownerId,
    last_message_id: null,
    message_count: 0,
    member_count: 0,
    rate_limit_per_user: wanted.rateLimitPerUser ?? 0,
    total_message_sent: 0,
    flags: NO_FLAGS,
    thread_metadata: {
      archived: false,
      auto_archive_duration: wanted.autoArchiveMinutes ?? ThreadAutoArchiveDuration.OneDay,
      archive_timestamp: world.nowIso(),
      create_timestamp: world.nowIso(),
      locked: false,
      ...(wanted.type === ChannelType.PrivateThread ? { invitable: wanted.invitable ?? true } : {}),
    },
    ...(parent.guild_id === undefined ? {} : { guild_id: parent.guild_id }),
  };
  world.channels.set(thread.id, thread);
  world.threadMembers.set(thread.id, new Map());
  join(world, thread, ownerId);
  world.events.emit({ type: "thread-created", thread });
  archiveWhenQuiet(world, thread);
  return thread;
}

function join(world: World, thread: APIThreadChannel, userId: string): boolean {
  const members = world.threadMembers.get(thread.id) ?? new Map<string, APIThreadMember>();
  world.threadMembers.set(thread.id, members);
  if (members.has(userId)) return false;
  members.set(userId, { id: thread.id, user_id: userId, join_timestamp: world.nowIso(), flags: NO_FLAGS });
  thread.member_count = counted(members.size);
  return true;
}

/** `byUserId` is who added them; the thread says so when that was somebody else. */
export function addThreadMember(world: World, thread: APIThreadChannel, userId: string, byUserId: string = userId): void {
  if (!join(world, thread, userId)) return;
  world.events.emit({ type: "thread-members-changed", thread, added: [userId], removed: [] });
  if (byUserId !== userId) addSystemMessage(world, thread, byUserId, MessageType.RecipientAdd, { mentions: [world.user(userId)] });
}

/** `byUserId` is who took them out; the thread says so when that was somebody else. */
export function removeThreadMember(world: World, thread: APIThreadChannel, userId: string, byUserId: string = userId): void {
  const members = world.threadMembers.get(thread.id);
  if (!members?.delete(userId)) return;
  thread.member_count = counted(members.size);
  world.events.emit({ type: "thread-members-changed", thread, added: [], removed: [userId] });
  if (byUserId !== userId) addSystemMessage(world, thread, byUserId, MessageType.RecipientRemove, { mentions: [world.user(userId)] });
}

/** Discord stops counting the members of a thread. Source: topics/threads.mdx, "Thread Fields", in its documentation. */
const MEMBERS_COUNTED = 50;
const counted = (members: number): number => Math.min(members, MEMBERS_COUNTED);

/** A thread with the bot's own part in it, where it has one. */
export function threadSeenBy(world: World, thread: APIThreadChannel, botUserId: string): APIThreadChannel {
  const member = world.threadMembers.get(thread.id)?.get(botUserId);
  return member ? { ...thread, member } : thread;
}

export interface ThreadChange {
  readonly name?: string;
  readonly archived?: boolean;
  readonly locked?: boolean;
  readonly invitable?: boolean;
  readonly autoArchiveMinutes?: ThreadAutoArchiveDuration;
  readonly rateLimitPerUser?: number;
}

/** Changes what is given and tells of it, once; a new name is said in the thread, as by `byUserId`. */
export function changeThread(world: World, thread: APIThreadChannel, change: ThreadChange, byUserId: string | null = null): void {
  const { thread_metadata: metadata } = thread;
  if (!metadata) return;
  const { name: nameBefore } = thread;
  const isReopened = metadata.archived && change.archived === false;
  thread.name = change.name ?? thread.name;
  thread.rate_limit_per_user = change.rateLimitPerUser ?? thread.rate_limit_per_user ?? 0;
  metadata.locked = change.locked ?? metadata.locked;
  if (change.invitable !== undefined && thread.type === ChannelType.PrivateThread) metadata.invitable = change.invitable;
  const { archived = metadata.archived, autoArchiveMinutes = metadata.auto_archive_duration } = change;
  if (archived !== metadata.archived || autoArchiveMinutes !== metadata.auto_archive_duration) metadata.archive_timestamp = world.nowIso();
  metadata.archived = archived;
  metadata.auto_archive_duration = autoArchiveMinutes;
  world.events.emit({ type: "thread-updated", thread, isReopened });
  if (byUserId !== null && thread.name !== nameBefore) addSystemMessage(world, thread, byUserId, MessageType.ChannelNameChange, { content: thread.name });
  archiveWhenQuiet(world, thread);
}

export function setArchived(world: World, thread: APIThreadChannel, archived: boolean): void {
  if (thread.thread_metadata && thread.thread_metadata.archived !== archived) changeThread(world, thread, { archived });
}

/** Waits until nobody wrote in an open thread for as long as it says, then archives it. */
function archiveWhenQuiet(world: World, thread: APIThreadChannel): void {
  world.threadTimers.get(thread.id)?.();
  world.threadTimers.delete(thread.id);
  const { thread_metadata: metadata } = thread;
  if (!metadata || metadata.archived || !world.channels.has(thread.id)) return;
  const writtenAt = typeof thread.last_message_id === "string" ? createdAtOf(thread.last_message_id) : 0;
  const dueAt = Math.max(writtenAt, Date.parse(metadata.archive_timestamp)) + metadata.auto_archive_duration * MINUTE_MS;
  if (dueAt <= world.clock.now()) return setArchived(world, thread, true);
  const callOff = world.clock.after(dueAt - world.clock.now(), () => archiveWhenQuiet(world, thread));
  world.threadTimers.set(thread.id, callOff);
  return undefined;
}
