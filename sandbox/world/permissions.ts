import { PermissionFlagsBits as Bit, ChannelType, OverwriteType } from "discord-api-types/v10";
import { type Channel, type GuildChannel, guildIdOf, isDirectMessage, isThread } from "./channel.ts";
import type { Guild, World } from "./world.ts";

export const ALL_PERMISSIONS = Object.values(Bit).reduce((all, bit) => all | bit, 0n);

/** What everyone may do in a direct message. */
const IN_DIRECT_MESSAGES =
  Bit.ViewChannel | Bit.SendMessages | Bit.EmbedLinks | Bit.AttachFiles | Bit.ReadMessageHistory | Bit.AddReactions | Bit.UseExternalEmojis;

export const has = (permissions: bigint, wanted: bigint): boolean => (permissions & wanted) === wanted;

/** In the server as a whole: the owner and administrators may do everything. Topic "permissions" in Discord's documentation. */
export function guildPermissions(guild: Guild, userId: string): bigint {
  if (guild.ownerId === userId) return ALL_PERMISSIONS;
  const member = guild.members.get(userId);
  if (!member) return 0n;
  let permissions = 0n;
  for (const roleId of [guild.id, ...member.roleIds]) permissions |= BigInt(guild.roles.get(roleId)?.permissions ?? "0");
  return has(permissions, Bit.Administrator) ? ALL_PERMISSIONS : permissions;
}

/** In one channel, with its overwrites; a thread takes those of its channel. */
export function permissionsIn(world: World, userId: string, channel: Channel): bigint {
  if (isDirectMessage(channel)) return channel.recipients?.some((user) => user.id === userId) ? IN_DIRECT_MESSAGES : 0n;
  const guild = world.guilds.get(guildIdOf(channel) ?? "");
  if (!guild) return 0n;
  if (!isThread(channel)) return channelPermissions(guild, userId, channel);
  const parent = world.channels.get(channel.parent_id ?? "");
  if (!parent || isThread(parent) || isDirectMessage(parent)) return 0n;
  const permissions = channelPermissions(guild, userId, parent);
  if (channel.type !== ChannelType.PrivateThread || has(permissions, Bit.ManageThreads)) return permissions;
  return world.threadMembers.get(channel.id)?.has(userId) ? permissions : 0n;
}

function channelPermissions(guild: Guild, userId: string, channel: GuildChannel): bigint {
  const base = guildPermissions(guild, userId);
  if (base === ALL_PERMISSIONS) return base;
  const overwrites = channel.permission_overwrites ?? [];
  const roleIds = new Set(guild.members.get(userId)?.roleIds);
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
