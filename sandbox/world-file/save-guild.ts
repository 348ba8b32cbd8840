import type { APIRole } from "discord-api-types/v10";
import { byRank } from "../world/hierarchy.ts";
import type { Guild, Member, World } from "../world/world.ts";
import { FOUNDED_AT } from "./build-guild.ts";
import type { GuildInput, Membership } from "./guild-schema.ts";
import { byReference, referenceTo } from "./references.ts";
import { channelInputs } from "./save-channels.ts";
import { permissionsOf, whoIs } from "./saving.ts";

/** A server as a world file has it. */
export function guildInput(world: World, guild: Guild): GuildInput {
  const meant = byReference(guild.roles.values());
  const said = ({ userId, roleIds, nick, joinedAt, timedOutUntil }: Member): Membership => ({
    // A bot has the role that it came with wherever it is.
    roles: roleIds.flatMap((id) => guild.roles.get(id) ?? []).filter(({ tags }) => tags?.bot_id !== userId).map((role) => referenceTo(meant, role)),
    ...(nick === null ? {} : { nick }),
    ...(joinedAt === FOUNDED_AT ? {} : { joinedAt }),
    ...(timedOutUntil === null ? {} : { timedOutUntil }),
  });
  const members = [...guild.members.values()].map((member) => ({ who: whoIs(world, member.userId), said: said(member) }));
  return {
    name: guild.name,
    id: guild.id,
    owner: world.user(guild.ownerId).username,
    ...(Object.keys(guild.settings).length === 0 ? {} : { settings: guild.settings }),
    everyone: permissionsOf(guild.roles.get(guild.id)?.permissions ?? "0"),
    roles: [...guild.roles.values()].filter(({ id }) => id !== guild.id).toSorted(byRank).map((role) => roleInput(world, role)),
    ...(guild.emojis.size === 0 ? {} : { emojis: [...guild.emojis.values()].map(({ name, id, animated }) => ({ name, id, ...(animated ? { animated } : {}) })) }),
    channels: channelInputs(world, guild),
    members: members.flatMap(({ who: { person }, said: rest }) => (person === undefined ? [] : [{ person, ...rest }])),
    bots: members.flatMap(({ who: { application }, said: rest }) => (application === undefined ? [] : [{ application, ...rest }])),
    ...(guild.bans.size === 0 ? {} : { bans: [...guild.bans].map(([userId, reason]) => ({ ...whoIs(world, userId), ...(reason === null ? {} : { reason }) })) }),
  };
}

function roleInput(world: World, { name, id, tags, colors, unicode_emoji: emoji, permissions, hoist, mentionable }: APIRole) {
  const { application } = tags?.bot_id === undefined ? {} : whoIs(world, tags.bot_id);
  const { primary_color: color, secondary_color: secondary, tertiary_color: tertiary } = colors;
  return {
    name,
    id,
    ...(application === undefined ? {} : { bot: application }),
    ...(color === 0 ? {} : { color: hex(color) }),
    ...(secondary === null ? {} : { secondaryColor: hex(secondary) }),
    ...(tertiary === null ? {} : { tertiaryColor: hex(tertiary) }),
    ...(emoji ? { emoji } : {}),
    permissions: permissionsOf(permissions),
    hoist,
    mentionable,
  };
}

const hex = (color: number): string => `#${color.toString(16).padStart(6, "0")}`;
