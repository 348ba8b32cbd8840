import { PermissionFlagsBits as Bit, ChannelType, OverwriteType } from "discord-api-types/v10";
import { type Channel, type GuildChannel, guildIdOf, isDirectMessage, isThread } from "./channel.ts";
import type { Guild, World } from "./world.ts";

export const ALL_PERMISSIONS = Object.values(Bit).reduce((all, bit) => all | bit, 0n);

/** What everyone may do in a direct message. */
const IN_DIRECT_MESSAGES =
  Bit.ViewChannel | Bit.SendMessages | Bit.EmbedLinks | Bit.AttachFiles | Bit.ReadMessageHistory | Bit.AddReactions | Bit.UseExternalEmojis;

/** All that is left to somebody in a time-out. */
const IN_TIMEOUT = Bit.ViewChannel | Bit.ReadMessageHistory;

/** What means nothing to those who may not write. */
const OF_WRITERS = Bit.MentionEveryone | Bit.SendTTSMessages | Bit.AttachFiles | Bit.EmbedLinks;

export const has = (permissions: bigint, wanted: bigint): boolean => (permissions & wanted) === wanted;

/** In the server as a whole: the owner and administrators may do everything, those in a time-out almost nothing. Topic "permissions" in Discord's documentation. */
export function guildPermissions(world: World, guild: Guild, userId: string): bigint {
  const permissions = rolePermissions(guild, userId);
  return isTimedOut(world, guild, userId) && permissions !== ALL_PERMISSIONS ? permissions & IN_TIMEOUT : permissions;
}

/** In one channel, with its overwrites and what they imply; a thread takes those of its channel. */
export function permissionsIn(world: World, userId: string, channel: Channel): bigint {
  if (isDirectMessage(channel)) return channel.recipients?.some((user) => user.id === userId) ? IN_DIRECT_MESSAGES : 0n;
  const guild = world.guilds.get(guildIdOf(channel) ?? "");
  if (!guild) return 0n;
  const place = isThread(channel) ? world.channels.get(channel.parent_id ?? "") : channel;
  if (!place || isThread(place) || isDirectMessage(place)) return 0n;
  const granted = withOverwrites(guild, userId, place);
  if (granted === ALL_PERMISSIONS) return granted;
  const permissions = isTimedOut(world, guild, userId) ? granted & IN_TIMEOUT : granted;
  if (!has(permissions, Bit.ViewChannel)) return 0n;
  if (channel.type === ChannelType.PrivateThread && !has(permissions, Bit.ManageThreads) && !world.threadMembers.get(channel.id)?.has(userId)) return 0n;
  const toWrite = isThread(channel) ? Bit.SendMessagesInThreads : Bit.SendMessages;
  return has(permissions, toWrite) ? permissions : permissions & ~OF_WRITERS;
}

/** Of all roles together, whatever time-out there is. */
function rolePermissions(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return ALL_PERMISSIONS;
  let permissions = 0n;
  for (const roleId of [guild.id, ...member.roleIds]) permissions |= BigInt(guild.roles.get(roleId)?.permissions ?? "0");
  return has(permissions, Bit.Administrator) ? ALL_PERMISSIONS : permissions;
}

function isTimedOut(world: World, guild: Guild, userId: string): boolean {
  const until = guild.members.get(userId)?.timedOutUntil ?? null;
  return until !== null && Date.parse(until) > world.clock.now();
}

/** @everyone's overwrite, then all roles' together, then the member's own. */
function withOverwrites(guild: Guild, userId: string, channel: GuildChannel): bigint {
  const base = rolePermissions(guild, userId);
  const member = guild.members.get(userId);
  if (base === ALL_PERMISSIONS || !member) return base;
  const overwrites = channel.permission_overwrites ?? [];
  const roleIds = new Set(member.roleIds);
  let permissions = base;
  const apply = (allow: bigint, deny: bigint) => {
    permissions = (permissions & ~deny) | allow;
  };
  for (const { id, allow, deny } of overwrites) if (id === guild.id) apply(BigInt(allow), BigInt(deny));
  let allowed = 0n;
  let denied = 0n;
  for (const overwrite of overwrites) {
    if (overwrite.type !== OverwriteType.Role || !roleIds.has(overwrite.id)) continue;
    allowed |= BigInt(overwrite.allow);
    denied |= BigInt(overwrite.deny);
  }
  apply(allowed, denied);
  for (const { id, type, allow, deny } of overwrites) if (type === OverwriteType.Member && id === userId) apply(BigInt(allow), BigInt(deny));
  return permissions;
}

export const canView = (world: World, userId: string, channel: Channel): boolean => has(permissionsIn(world, userId, channel), Bit.ViewChannel);

export function canSend(world: World, userId: string, channel: Channel): boolean {
  if (channel.type === ChannelType.GuildCategory) return false;
  const needed = isThread(channel) ? Bit.SendMessagesInThreads : Bit.SendMessages;
  return has(permissionsIn(world, userId, channel), Bit.ViewChannel | needed);
}
