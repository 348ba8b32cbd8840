import { type APIOverwrite, type APIRole, ChannelType, OverwriteType, PermissionFlagsBits } from "discord-api-types/v10";
import { stringify } from "yaml";
import type { GuildChannel } from "../world/channel.ts";
import { channelsOf } from "../world/list-channels.ts";
import type { Guild, World } from "../world/world.ts";
import type { WorldFileInput } from "./schema.ts";

type GuildInput = WorldFileInput["guilds"][number];
type ChannelInput = NonNullable<GuildInput["channels"]>[number];
type OverwriteInput = NonNullable<ChannelInput["overwrites"]>[number];
type PermissionName = keyof typeof PermissionFlagsBits;

/** The world as a YAML text that begins it again: servers, roles, channels, people and bots, with their ids. Messages are not in it. */
export function saveWorld(world: World): string {
  const file: WorldFileInput = {
    applications: [...world.applications.values()].map(({ id, name, token }) => ({ name, id, ...(token === null ? {} : { token }) })),
    people: world.people.map(({ id, username, locale, part }) => {
      const { global_name: displayName } = world.user(id);
      return { username, id, ...(displayName ? { displayName } : {}), locale, ...(part === "" ? {} : { part }) };
    }),
    guilds: [...world.guilds.values()].map((guild) => guildInput(world, guild)),
  };
  return stringify(file, { lineWidth: 0 });
}

function guildInput(world: World, guild: Guild): GuildInput {
  const roles = [...guild.roles.values()].toSorted((first, second) => second.position - first.position);
  const names = new Map(roles.map(({ id, name }) => [id, name]));
  const members = [...guild.members.values()];
  return {
    name: guild.name,
    id: guild.id,
    owner: world.user(guild.ownerId).username,
    everyone: permissionsOf(guild.roles.get(guild.id)?.permissions ?? "0"),
    roles: roles.filter(({ id, managed }) => !managed && id !== guild.id).map(roleInput),
    channels: channelInputs(world, guild, names),
    members: members
      .filter(({ userId }) => !world.user(userId).bot)
      .map(({ userId, roleIds, nick }) => ({ person: world.user(userId).username, roles: roleIds.flatMap((id) => names.get(id) ?? []), ...(nick === null ? {} : { nick }) })),
    bots: members.flatMap(({ userId }) => {
      const application = [...world.applications.values()].find(({ botUserId }) => botUserId === userId);
      const managed = roles.find(({ tags }) => tags?.bot_id === userId);
      return application ? [{ application: application.name, ...(managed ? { roleId: managed.id, permissions: permissionsOf(managed.permissions) } : {}) }] : [];
    }),
  };
}

const roleInput = ({ name, id, color, permissions, hoist, mentionable }: APIRole) => ({
  name,
  id,
  ...(color === 0 ? {} : { color: `#${color.toString(16).padStart(6, "0")}` }),
  permissions: permissionsOf(permissions),
  hoist,
  mentionable,
});

function channelInputs(world: World, guild: Guild, roleNames: ReadonlyMap<string, string>): ChannelInput[] {
  const all = channelsOf(world, guild.id).toSorted((first, second) => first.position - second.position);
  const overwrites = ({ permission_overwrites: given = [] }: GuildChannel): OverwriteInput[] => given.flatMap((each) => overwriteInput(world, roleNames, each));
  const text = (channel: GuildChannel) => ({
    name: channel.name,
    id: channel.id,
    ...("topic" in channel && channel.topic ? { topic: channel.topic } : {}),
    overwrites: overwrites(channel),
  });
  return all
    .filter((channel) => channel.type === ChannelType.GuildCategory || !channel.parent_id)
    .map((channel) => {
      if (channel.type !== ChannelType.GuildCategory) return text(channel);
      const children = all.filter((child) => child.type !== ChannelType.GuildCategory && child.parent_id === channel.id);
      return { category: channel.name, id: channel.id, overwrites: overwrites(channel), channels: children.map(text) };
    });
}

function overwriteInput(world: World, roleNames: ReadonlyMap<string, string>, { id, type, allow, deny }: APIOverwrite): OverwriteInput[] {
  const bits = { allow: permissionsOf(allow), deny: permissionsOf(deny) };
  if (type === OverwriteType.Role) return roleNames.has(id) ? [{ role: roleNames.get(id) ?? "", ...bits }] : [];
  const person = world.people.find((each) => each.id === id);
  return person ? [{ person: person.username, ...bits }] : [];
}

function permissionsOf(bits: string): PermissionName[] {
  const given = BigInt(bits);
  return (Object.keys(PermissionFlagsBits) as PermissionName[]).filter((name) => (given & PermissionFlagsBits[name]) !== 0n);
}
