import type { APIRole } from "discord-api-types/v10";
import { given } from "../rest/validation/given.ts";
import { emptyGuild } from "../world/guilds.ts";
import { newRole } from "../world/roles.ts";
import type { Guild, Member } from "../world/world.ts";
import { type Build, bitsOf, somebodyIn } from "./building.ts";
import type { Membership, WorldGuild, WorldRole } from "./guild-schema.ts";
import { bringingRoles, byReference, type Named } from "./references.ts";

/** What is in a world from its beginning is this old: nobody just joined. */
export const FOUNDED_AT = "2024-01-24T12:00:00.000Z";

type Roles = ReadonlyMap<string, Named>;

/** A guild with its roles, members, emojis and bans; not its channels. */
export function guildOf(build: Build, file: WorldGuild): Guild {
  const guild = emptyGuild({ id: build.idOf(file), name: file.name, ownerId: somebodyIn(build, { person: file.owner }), createdAt: FOUNDED_AT });
  Object.assign(guild.settings, given(file.settings));
  for (const role of rolesOf(build, guild.id, file)) guild.roles.set(role.id, role);
  const roles = byReference(guild.roles.values());
  for (const { person, ...said } of file.members) {
    const id = somebodyIn(build, { person });
    guild.members.set(id, memberOf(id, said, roles));
  }
  for (const { application, ...said } of file.bots) {
    const id = somebodyIn(build, { application });
    const own = [...guild.roles.values()].find(({ tags }) => tags?.bot_id === id);
    guild.members.set(id, memberOf(id, { ...said, roles: [...(own ? [own.id] : []), ...said.roles] }, roles));
  }
  for (const { name, animated, ...emoji } of file.emojis) {
    const id = build.idOf(emoji);
    guild.emojis.set(id, { id, name, animated, roles: [], require_colons: true, managed: false, available: true });
  }
  for (const { reason, ...who } of file.bans) guild.bans.set(somebodyIn(build, who), reason ?? null);
  return guild;
}

/** A member whose roles are called as the file calls them. */
export function memberOf(userId: string, { roles: called, nick, joinedAt, timedOutUntil }: Membership, roles: Roles): Member {
  const roleIds = new Set(called.flatMap((each) => roles.get(each)?.id ?? []));
  return { userId, nick: nick ?? null, roleIds: [...roleIds], joinedAt: joinedAt ?? FOUNDED_AT, timedOutUntil: timedOutUntil ?? null };
}

/** Lowest first. */
function rolesOf(build: Build, guildId: string, file: WorldGuild): APIRole[] {
  const brought = bringingRoles(file).map(({ application, roleId: id, permissions }): WorldRole => ({ name: application, id, bot: application, permissions, hoist: true, mentionable: false }));
  const upwards = [...brought, ...file.roles].toReversed();
  const everyone = newRole(guildId, { name: "@everyone", position: 0, permissions: BigInt(bitsOf(file.everyone)) });
  return [everyone, ...upwards.map((each, index) => roleOf(build, each, index + 1))];
}

function roleOf(build: Build, { name, bot, color, secondaryColor, tertiaryColor, emoji, permissions, hoist, mentionable, ...role }: WorldRole, position: number): APIRole {
  const colors = { primary_color: numberOf(color) ?? 0, secondary_color: numberOf(secondaryColor), tertiary_color: numberOf(tertiaryColor) };
  const made = newRole(build.idOf(role), { name, position, colors, hoist, mentionable, unicodeEmoji: emoji ?? null, permissions: BigInt(bitsOf(permissions)) });
  return bot === undefined ? made : { ...made, managed: true, tags: { bot_id: somebodyIn(build, { application: bot }) } };
}

const numberOf = (color: string | undefined): number | null => (color === undefined ? null : Number.parseInt(color.slice(1), 16));
