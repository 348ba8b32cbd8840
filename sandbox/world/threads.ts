import { type APITextChannel, type APIThreadChannel, type APIThreadMember, ChannelType, ThreadAutoArchiveDuration } from "discord-api-types/v10";
import { NO_FLAGS } from "./no-flags.ts";
import type { World } from "./world.ts";

export interface NewThread {
  readonly name: string;
  readonly type: ChannelType.PublicThread | ChannelType.PrivateThread;
  readonly autoArchiveMinutes?: ThreadAutoArchiveDuration;
  readonly invitable?: boolean;
  /** A thread that is started from a message has that message's id. */
  readonly messageId?: string;
}

/** Opens a thread; whoever opens it is its first member. */
export function createThread(world: World, parent: APITextChannel, ownerId: string, wanted: NewThread): APIThreadChannel {
  const thread: APIThreadChannel = {
    id: wanted.messageId ?? world.ids.next(),
    type: wanted.type,
    name: wanted.name,
    parent_id: parent.id,
    owner_id: ownerId,
    last_message_id: null,
    message_count: 0,
    member_count: 0,
    rate_limit_per_user: 0,
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
  return thread;
}

function join(world: World, thread: APIThreadChannel, userId: string): boolean {
  const members = world.threadMembers.get(thread.id) ?? new Map<string, APIThreadMember>();
  world.threadMembers.set(thread.id, members);
  if (members.has(userId)) return false;
  members.set(userId, { id: thread.id, user_id: userId, join_timestamp: world.nowIso(), flags: NO_FLAGS });
  thread.member_count = members.size;
  return true;
}

export function addThreadMember(world: World, thread: APIThreadChannel, userId: string): void {
  if (join(world, thread, userId)) world.events.emit({ type: "thread-members-changed", thread, added: [userId], removed: [] });
}

export function removeThreadMember(world: World, thread: APIThreadChannel, userId: string): void {
  const members = world.threadMembers.get(thread.id);
  if (!members?.delete(userId)) return;
  thread.member_count = members.size;
  world.events.emit({ type: "thread-members-changed", thread, added: [], removed: [userId] });
}

export function setArchived(world: World, thread: APIThreadChannel, archived: boolean): void {
  if (!thread.thread_metadata || thread.thread_metadata.archived === archived) return;
  thread.thread_metadata.archived = archived;
  thread.thread_metadata.archive_timestamp = world.nowIso();
  world.events.emit({ type: "thread-updated", thread });
}
