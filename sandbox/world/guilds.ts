import { type APIRole, ChannelType, PermissionFlagsBits as Bit } from "discord-api-types/v10";
import { createChannel } from "./channels.ts";
import { addMember, removeMember } from "./membership.ts";
import { newRole } from "./roles.ts";
import type { Application, Guild, GuildSettings, World } from "./world.ts";

/** What @everyone may do in a new guild. */
export const EVERYONE_BY_DEFAULT =
  Bit.ViewChannel |
  Bit.SendMessages |
  Bit.SendMessagesInThreads |
  Bit.CreatePublicThreads |
  Bit.CreatePrivateThreads |
  Bit.EmbedLinks |
  Bit.AttachFiles |
  Bit.AddReactions |
  Bit.ReadMessageHistory |
  Bit.UseApplicationCommands |
  Bit.ChangeNickname;

export interface NewGuild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** A guild without roles and members, not in any world yet. */
export const emptyGuild = ({ id, name, ownerId, createdAt }: NewGuild): Guild => ({
  id,
  name,
  ownerId,
  createdAt,
  roles: new Map(),
  members: new Map(),
  emojis: new Map(),
  bans: new Map(),
  settings: {},
});

/** Founds a guild with its owner in it and one channel, #general. */
export function createGuild(world: World, { name, ownerId }: Pick<NewGuild, "name" | "ownerId">): Guild {
  const guild = emptyGuild({ id: world.ids.next(), name, ownerId, createdAt: world.nowIso() });
  guild.roles.set(guild.id, newRole(guild.id, { name: "@everyone", position: 0, permissions: EVERYONE_BY_DEFAULT }));
  world.guilds.set(guild.id, guild);
  addMember(world, guild.id, ownerId);
  createChannel(world, guild.id, { name: "general", type: ChannelType.GuildText });
  return guild;
}

/** Changes the guild's name and settings and tells of it. */
export function changeGuild(world: World, guild: Guild, { name, ...settings }: GuildSettings & { readonly name?: string }): void {
  if (name !== undefined) guild.name = name;
  Object.assign(guild.settings, settings);
  world.events.emit({ type: "guild-updated", guildId: guild.id });
}

/** Somebody with the right to invites a bot: it comes with a role of its own that has these permissions. */
export function inviteBot(world: World, guild: Guild, application: Application, permissions: bigint): void {
  if (guild.members.has(application.botUserId)) return;
  const role: APIRole = { ...newRole(world.ids.next(), { name: application.name, position: guild.roles.size, permissions }), managed: true, tags: { bot_id: application.id } };
  guild.roles.set(role.id, role);
  world.events.emit({ type: "role-created", guildId: guild.id, role });
  addMember(world, guild.id, application.botUserId, [role.id]);
}

/** A bot goes, by itself or because somebody took it away; its own role goes with it. */
export function removeBot(world: World, guild: Guild, application: Application): void {
  if (!guild.members.has(application.botUserId)) return;
  removeMember(world, guild.id, application.botUserId);
  for (const role of guild.roles.values()) {
    if (role.tags?.bot_id !== application.id) continue;
    guild.roles.delete(role.id);
    world.events.emit({ type: "role-deleted", guildId: guild.id, roleId: role.id });
  }
}
