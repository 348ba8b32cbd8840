import { type APIRole, type APIRoleColors, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import { changeAccess } from "./access.ts";
import { channelsOf } from "./list-channels.ts";
import { DiscordError } from "./discord-error.ts";
import { byRank } from "./hierarchy.ts";
import { NO_FLAGS } from "./no-flags.ts";
import type { Guild, World } from "./world.ts";

/** Source: error code 30005 in Discord's documentation. */
const ROLES_PER_GUILD = 250;

export interface RoleContent {
  readonly name?: string;
  readonly permissions?: bigint;
  readonly colors?: APIRoleColors;
  readonly hoist?: boolean;
  readonly mentionable?: boolean;
  readonly unicodeEmoji?: string | null;
}

/** A role, not in any guild yet. */
export const newRole = (id: string, { name, permissions = 0n, position, colors, hoist = false, mentionable = false, unicodeEmoji = null }: RoleContent & { readonly position: number }): APIRole => ({
  id,
  name: name ?? "new role",
  color: colors?.primary_color ?? 0,
  colors: colors ?? { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist,
  icon: null,
  unicode_emoji: unicodeEmoji,
  position,
  permissions: String(permissions),
  managed: false,
  mentionable,
  flags: NO_FLAGS,
});

/** Adds a role just above @everyone; the others move up. Throws 30005 when there are 250. */
export function createRole(world: World, guild: Guild, content: RoleContent): APIRole {
  if (guild.roles.size >= ROLES_PER_GUILD) throw new DiscordError(Code.MaximumNumberOfGuildRolesReached);
  const role = newRole(world.ids.next(), { ...content, position: 1 });
  const moved = [...guild.roles.values()].filter(({ id }) => id !== guild.id);
  guild.roles.set(role.id, role);
  world.events.emit({ type: "role-created", guildId: guild.id, role });
  for (const other of moved) {
    other.position += 1;
    world.events.emit({ type: "role-updated", guildId: guild.id, role: other });
  }
  return role;
}

export function changeRole(world: World, guild: Guild, role: APIRole, { name, permissions, colors, hoist, mentionable, unicodeEmoji }: RoleContent): void {
  changeAccess(world, guild.id, () => {
    role.name = name ?? role.name;
    role.permissions = permissions === undefined ? role.permissions : String(permissions);
    role.colors = colors ?? role.colors;
    role.color = role.colors.primary_color;
    role.hoist = hoist ?? role.hoist;
    role.mentionable = mentionable ?? role.mentionable;
    if (unicodeEmoji !== undefined) role.unicode_emoji = unicodeEmoji;
    world.events.emit({ type: "role-updated", guildId: guild.id, role });
  });
}

/** Puts roles at these positions, lowest first; the others make room. @everyone stays at the bottom. */
export function moveRoles(world: World, guild: Guild, positions: ReadonlyMap<string, number>): void {
  const order = [...guild.roles.values()].filter(({ id }) => id !== guild.id && !positions.has(id)).toSorted(byRank).toReversed();
  for (const [id, position] of [...positions].toSorted(([, first], [, second]) => first - second)) {
    const role = guild.roles.get(id);
    if (role) order.splice(Math.max(0, position - 1), 0, role);
  }
  for (const [index, role] of order.entries()) {
    if (role.position === index + 1) continue;
    role.position = index + 1;
    world.events.emit({ type: "role-updated", guildId: guild.id, role });
  }
}

/** Takes a role away, from its members and from the channels' overwrites too. */
export function deleteRole(world: World, guild: Guild, role: APIRole): void {
  changeAccess(world, guild.id, () => {
    guild.roles.delete(role.id);
    world.events.emit({ type: "role-deleted", guildId: guild.id, roleId: role.id });
    for (const member of guild.members.values()) {
      if (!member.roleIds.includes(role.id)) continue;
      member.roleIds = member.roleIds.filter((id) => id !== role.id);
      world.events.emit({ type: "member-updated", guildId: guild.id, userId: member.userId });
    }
    for (const channel of channelsOf(world, guild.id)) {
      if (!channel.permission_overwrites?.some(({ id }) => id === role.id)) continue;
      channel.permission_overwrites = channel.permission_overwrites.filter(({ id }) => id !== role.id);
      world.events.emit({ type: "channel-updated", channel });
    }
  });
}
