import { type APIUser, GatewayIntentBits as Intent } from "discord-api-types/v10";
import { NO_FLAGS } from "../world/no-flags.ts";
import type { Guild, World } from "../world/world.ts";
import { channelsOf } from "./build-channels.ts";
import { guildOf, memberOf } from "./build-guild.ts";
import type { Build } from "./building.ts";
import type { WorldFile } from "./schema.ts";

/** Fills an empty world with what a world file describes. */
export function buildWorld(world: World, file: WorldFile): void {
  const people = new Map<string, string>();
  const bots = new Map<string, string>();
  const build: Build = { people, bots, idOf: ({ id }) => id ?? world.ids.next() };
  for (const { username, displayName, locale, part, directMessages, online, ...person } of file.people) {
    const id = build.idOf(person);
    people.set(username, id);
    world.people.push({ id, username, displayName: displayName ?? username, locale, part });
    world.users.set(id, user(id, username, displayName ?? null, false));
    if (!directMessages) world.closedDirectMessages.add(id);
    if (!online) world.offline.add(id);
  }
  for (const { name, token, username, privilegedIntents: switchedOn, activity: hasActivity, ...application } of file.applications) {
    const id = build.idOf(application);
    const privilegedIntents = switchedOn.reduce((all, each) => all | Intent[each], 0);
    bots.set(name, id);
    world.users.set(id, user(id, username ?? name, null, true));
    world.applications.set(id, { id, name, botUserId: id, token: token ?? null, commands: new Map(), commandIds: new Map(), hasActivity, privilegedIntents, presence: null, isOnline: false, hasSession: false });
  }
  for (const given of file.guilds) {
    const guild = guildOf(build, given);
    world.guilds.set(guild.id, guild);
    for (let count = 1; count <= given.crowd; count += 1) addToCrowd(world, guild, count);
    for (const channel of channelsOf(build, guild, given)) world.channels.set(channel.id, channel);
  }
}

function addToCrowd(world: World, guild: Guild, number: number): void {
  const id = world.ids.next();
  const username = `crowd_${guild.id.slice(-4)}_${number}`;
  const displayName = `Crowd ${number}`;
  world.people.push({ id, username, displayName, locale: "en-US", part: `One of the crowd in ${guild.name}`.slice(0, 80) });
  world.users.set(id, user(id, username, displayName, false));
  guild.members.set(id, memberOf(id, { roles: [] }, new Map()));
}

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
