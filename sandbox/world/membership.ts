import { createdAtOf } from "./snowflake.ts";
import { threadsOf } from "./list-channels.ts";
import { bulkDelete } from "./messages/delete-messages.ts";
import { removeThreadMember } from "./threads.ts";
import type { Member, World } from "./world.ts";

/** Somebody joins a guild. A member stays as it is. */
export function addMember(world: World, guildId: string, userId: string, roleIds: readonly string[] = []): Member {
  const guild = world.guild(guildId);
  const known = guild.members.get(userId);
  if (known) return known;
  const member: Member = { userId: world.user(userId).id, nick: null, roleIds: [...roleIds], joinedAt: world.nowIso(), timedOutUntil: null };
  guild.members.set(userId, member);
  world.events.emit({ type: "member-joined", guildId, userId });
  return member;
}

/** Somebody leaves a guild and its threads, or is made to. Throws 10007 for who is no member. */
export function removeMember(world: World, guildId: string, userId: string): void {
  world.member(guildId, userId);
  for (const thread of threadsOf(world, guildId)) removeThreadMember(world, thread, userId);
  world.guild(guildId).members.delete(userId);
  world.events.emit({ type: "member-left", guildId, userId });
}

export interface Ban {
  readonly userId: string;
  readonly reason: string | null;
  /** Their messages of so many milliseconds go too. */
  readonly deleteMessagesOfMs: number;
}

/** Shuts somebody out, member or not. Who is banned already stays so. */
export function addBan(world: World, guildId: string, { userId, reason, deleteMessagesOfMs }: Ban): void {
  const guild = world.guild(guildId);
  if (guild.bans.has(userId)) return;
  guild.bans.set(world.user(userId).id, reason);
  if (guild.members.has(userId)) removeMember(world, guildId, userId);
  world.events.emit({ type: "ban-added", guildId, userId });
  if (deleteMessagesOfMs === 0) return;
  const oldest = world.clock.now() - deleteMessagesOfMs;
  for (const [channelId, messages] of world.messages) {
    const ids = [...messages.values()].filter(({ api, guildId: where }) => where === guildId && api.author.id === userId && createdAtOf(api.id) >= oldest).map(({ api }) => api.id);
    bulkDelete(world, channelId, ids);
  }
}

export function removeBan(world: World, guildId: string, userId: string): void {
  if (world.guild(guildId).bans.delete(userId)) world.events.emit({ type: "ban-removed", guildId, userId });
}
