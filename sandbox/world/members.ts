import { type APIGuildMember, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import { changeAccess } from "./access.ts";
import { DiscordError } from "./discord-error.ts";
import { byAge } from "./snowflake.ts";
import { NO_FLAGS } from "./no-flags.ts";
import type { Guild, Member, World } from "./world.ts";

/** A member as Discord shows it. */
export function memberObject(world: World, member: Member): APIGuildMember {
  return {
    user: world.user(member.userId),
    nick: member.nick,
    avatar: null,
    banner: null,
    roles: [...member.roleIds],
    joined_at: member.joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: NO_FLAGS,
    pending: false,
    communication_disabled_until: member.timedOutUntil,
  };
}

/** A member without the user, as it is beside a message's author. */
export function memberWithoutUser(world: World, member: Member): Omit<APIGuildMember, "user"> {
  const { user: _, ...rest } = memberObject(world, member);
  return rest;
}

/** Members by id, oldest account first, after the one named. */
export const listMembers = (guild: Guild, limit: number, after: string): Member[] =>
  guild.members.values().filter(({ userId }) => byAge(userId, after) > 0).toArray().toSorted((first, second) => byAge(first.userId, second.userId)).slice(0, limit);

/** Members whose username, display name or nickname begins with the text. */
export function searchMembers(world: World, guild: Guild, query: string, limit: number): Member[] {
  const wanted = query.toLowerCase();
  return guild.members
    .values()
    .filter(({ userId, nick }) => {
      const user = world.user(userId);
      return [user.username, user.global_name, nick].some((name) => name?.toLowerCase().startsWith(wanted));
    })
    .take(limit)
    .toArray();
}

/** Gives or takes a role; nothing happens when it is so already. */
export function setRole(world: World, guildId: string, userId: string, roleId: string, has: boolean): void {
  const member = world.member(guildId, userId);
  if (!world.guild(guildId).roles.has(roleId) || roleId === guildId) throw new DiscordError(Code.UnknownRole);
  if (member.roleIds.includes(roleId) === has) return;
  changeAccess(world, guildId, () => {
    member.roleIds = has ? [...member.roleIds, roleId] : member.roleIds.filter((id) => id !== roleId);
    world.events.emit({ type: "member-updated", guildId, userId });
  });
}

export interface MemberChange {
  /** Null for none. */
  readonly nick?: string | null;
  readonly roleIds?: readonly string[];
  /** ISO 8601; null ends the time-out. */
  readonly timedOutUntil?: string | null;
}

/** Changes what is given and tells of it, once. Throws 10011 for a role that the guild has not. */
export function changeMember(world: World, guildId: string, userId: string, { nick, roleIds, timedOutUntil }: MemberChange): void {
  const member = world.member(guildId, userId);
  const { roles } = world.guild(guildId);
  if (roleIds?.some((id) => !roles.has(id) || id === guildId)) throw new DiscordError(Code.UnknownRole);
  changeAccess(world, guildId, () => {
    if (nick !== undefined) member.nick = nick;
    if (roleIds) member.roleIds = [...new Set(roleIds)];
    if (timedOutUntil !== undefined) member.timedOutUntil = timedOutUntil;
    world.events.emit({ type: "member-updated", guildId, userId });
  });
}
