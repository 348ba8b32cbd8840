import { type APIOverwrite, type APIRole, type APIUser, ChannelType, OverwriteType, PermissionFlagsBits } from "discord-api-types/v10";
import { PRIVILEGED_INTENTS } from "../world/application-flags.ts";
import type { GuildChannel } from "../world/channel.ts";
import { emptyGuild } from "../world/guilds.ts";
import { NO_FLAGS } from "../world/no-flags.ts";
import type { Guild, Member, World } from "../world/world.ts";
import type { WorldCategory, WorldChannel, WorldFile, WorldGuild } from "./schema.ts";

/** What is in a world from its beginning is this old: nobody just joined. */
const FOUNDED_AT = "2024-01-24T12:00:00.000Z";

type Ids = ReadonlyMap<string, string>;

/** Fills an empty world with what a world file describes. */
export function buildWorld(world: World, file: WorldFile): void {
  const idOf = ({ id }: { readonly id?: string | undefined }): string => id ?? world.ids.next();
  const users = new Map<string, string>();
  for (const { username, displayName, locale, part, ...person } of file.people) {
    const id = idOf(person);
    users.set(username, id);
    world.people.push({ id, username, displayName: displayName ?? username, locale, part });
    world.users.set(id, user(id, username, displayName ?? null, false));
  }
  const bots = new Map<string, string>();
  for (const { name, token, ...application } of file.applications) {
    const id = idOf(application);
    bots.set(name, id);
    world.users.set(id, user(id, name, null, true));
    world.applications.set(id, { id, name, botUserId: id, token: token ?? null, commands: new Map(), commandIds: new Map(), privilegedIntents: PRIVILEGED_INTENTS, presence: null, isOnline: false, hasSession: false });
  }
  for (const given of file.guilds) {
    const id = idOf(given);
    const guild = guildOf(id, given, users, bots, idOf);
    world.guilds.set(id, guild);
    for (let count = 1; count <= given.crowd; count += 1) addToCrowd(world, guild, count);
    for (const channel of channelsOf(guild, given, users, idOf)) world.channels.set(channel.id, channel);
  }
}

function guildOf(id: string, { name, owner, everyone, roles, members, bots }: WorldGuild, users: Ids, botIds: Ids, idOf: (of: { id?: string | undefined }) => string): Guild {
  const named = roles.map((given, index) => role(idOf(given), given.name, roles.length - index, given));
  const byName = new Map(named.map((each) => [each.name, each.id]));
  const invited = bots.map(({ application, roleId, permissions }, index) => {
    const userId = botIds.get(application) ?? "";
    const managed = { ...role(idOf({ id: roleId }), application, roles.length + bots.length - index, { permissions, hoist: true, mentionable: false }), managed: true, tags: { bot_id: userId } };
    return { userId, managed };
  });
  const all = [role(id, "@everyone", 0, { permissions: everyone, hoist: false, mentionable: false }), ...named.toReversed(), ...invited.map(({ managed }) => managed).toReversed()];
  const joined: Member[] = members.map(({ person, roles: held, nick }) => member(users.get(person) ?? "", held.flatMap((each) => byName.get(each) ?? []), nick ?? null));
  joined.push(...invited.map(({ userId, managed }) => member(userId, [managed.id], null)));
  return {
    ...emptyGuild({ id, name, ownerId: users.get(owner) ?? "", createdAt: FOUNDED_AT }),
    roles: new Map(all.map((each) => [each.id, each])),
    members: new Map(joined.map((each) => [each.userId, each])),
  };
}

const member = (userId: string, roleIds: string[], nick: string | null): Member => ({ userId, nick, roleIds, joinedAt: FOUNDED_AT, timedOutUntil: null });

function addToCrowd(world: World, guild: Guild, number: number): void {
  const id = world.ids.next();
  const username = `crowd_${guild.id.slice(-4)}_${number}`;
  const displayName = `Crowd ${number}`;
  world.people.push({ id, username, displayName, locale: "en-US", part: `One of the crowd in ${guild.name}` });
  world.users.set(id, user(id, username, displayName, false));
  guild.members.set(id, member(id, [], null));
}

function role(id: string, name: string, position: number, { permissions, color, hoist, mentionable }: { permissions: readonly (keyof typeof PermissionFlagsBits)[]; color?: string | undefined; hoist: boolean; mentionable: boolean }): APIRole {
  const number = color === undefined ? 0 : Number.parseInt(color.slice(1), 16);
  return {
    id,
    name,
    color: number,
    colors: { primary_color: number, secondary_color: null, tertiary_color: null },
    hoist,
    icon: null,
    unicode_emoji: null,
    position,
    permissions: bitsOf(permissions),
    managed: false,
    mentionable,
    flags: NO_FLAGS,
  };
}

/** Discord writes permissions as a decimal number in a text. */
const bitsOf = (names: readonly (keyof typeof PermissionFlagsBits)[]): string => String(names.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n));

const user = (id: string, username: string, globalName: string | null, bot: boolean): APIUser => ({
  id,
  username,
  global_name: globalName,
  discriminator: bot ? id.slice(-4) : "0",
  avatar: null,
  public_flags: NO_FLAGS,
  flags: NO_FLAGS,
  primary_guild: null,
  ...(bot ? { bot } : {}),
});

function channelsOf(guild: Guild, { channels }: WorldGuild, users: Ids, idOf: (of: { id?: string | undefined }) => string): GuildChannel[] {
  const roles = new Map([...guild.roles.values()].map(({ name, id }) => [name, id]));
  const overwritesOf = ({ overwrites }: WorldChannel | WorldCategory): APIOverwrite[] =>
    overwrites.map(({ role: name, person, allow, deny }) => ({
      id: (name === undefined ? users.get(person ?? "") : roles.get(name)) ?? "",
      type: name === undefined ? OverwriteType.Member : OverwriteType.Role,
      allow: bitsOf(allow),
      deny: bitsOf(deny),
    }));
  let position = 0;
  const text = (given: WorldChannel, parentId: string | null): GuildChannel => ({
    id: idOf(given),
    type: ChannelType.GuildText,
    guild_id: guild.id,
    name: given.name,
    position: position++,
    topic: given.topic ?? null,
    parent_id: parentId,
    permission_overwrites: overwritesOf(given),
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: null,
    flags: NO_FLAGS,
  });
  return channels.flatMap((given) => {
    if (!("category" in given)) return [text(given, null)];
    const category: GuildChannel = {
      id: idOf(given),
      type: ChannelType.GuildCategory,
      guild_id: guild.id,
      name: given.category,
      position: position++,
      parent_id: null,
      permission_overwrites: overwritesOf(given),
      flags: NO_FLAGS,
    };
    return [category, ...given.channels.map((child) => text(child, category.id))];
  });
}
