import { ChannelType, GatewayIntentBits as Intent, GuildVerificationLevel, OverwriteType, PermissionFlagsBits as Bit } from "discord-api-types/v10";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Lab } from "../conformance/lab.ts";
import { permit } from "../conformance/stage.ts";
import { APPLICATION_ID, CHANNELS, GUILD_ID, ManualClock, PEOPLE, readWorldFile, ROLES, saveWorld } from "../index.ts";
import { isGuildChannel } from "../world/channel.ts";
import { changeChannel, createChannel, deleteChannel, setOverwrite } from "../world/channels.ts";
import { changeGuild } from "../world/guilds.ts";
import { byRank } from "../world/hierarchy.ts";
import { channelsOf } from "../world/list-channels.ts";
import { changeMember } from "../world/members.ts";
import { addBan, removeMember } from "../world/membership.ts";
import { changeRole, createRole, deleteRole, moveRoles } from "../world/roles.ts";
import { byAge } from "../world/snowflake.ts";
import { World } from "../world/world.ts";
import { buildWorld } from "./build.ts";
import { defaultWorld } from "./default-world.ts";
import type { WorldFile } from "./schema.ts";

const PERSON_IDS = Object.values(PEOPLE);
const OWNER = PEOPLE.maren;

function worldOf(file: WorldFile): World {
  const world = new World(new ManualClock(), { answerWithinMs: 3000, tokenLivesMs: 900_000, oldMessageEditsPerHour: 30, directMessageOpensPerDay: 10_000 });
  buildWorld(world, file);
  return world;
}

/** All that a file keeps. Of positions only their order counts. */
function keptOf(world: World) {
  const guilds = [...world.guilds.values()].map((guild) => {
    const channels = channelsOf(world, guild.id).toSorted((first, second) => first.position - second.position || byAge(first.id, second.id));
    return {
      ...guild,
      roles: [...guild.roles.values()].toSorted(byRank).map((role) => ({ ...role, position: null })),
      members: [...guild.members.values()].map((member) => ({ ...member, roleIds: member.roleIds.toSorted() })).toSorted((first, second) => byAge(first.userId, second.userId)),
      channels: Map.groupBy(channels.map((channel) => ({ ...channel, position: null })), (channel) => (channel.type === ChannelType.GuildCategory ? "category" : (channel.parent_id ?? "none"))),
    };
  });
  const { people, users, applications, closedDirectMessages, offline } = world;
  return { people, users, applications, closedDirectMessages, offline, guilds };
}

type Act = (world: World) => void;

const word = fc.constantFrom("new role", "Guildsmith", "@everyone", ROLES.core, "a b", "- x: \"y\"");
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
const rolesOf = (world: World) => [...world.guild(GUILD_ID).roles.values()].filter(({ id }) => id !== GUILD_ID);
const at = fc.nat(40);
const bits = fc.constantFrom(0n, Bit.ViewChannel, Bit.ManageRoles | Bit.PinMessages, Bit.Administrator);
const personId = fc.constantFrom(...PERSON_IDS.filter((id) => id !== OWNER));
const userId = fc.oneof(personId, fc.constant(APPLICATION_ID));

/** What bots and people do to a server every day. */
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ name: word, permissions: bits, hoist: fc.boolean(), color: fc.nat(0xffffff) }).map(({ color, ...role }): Act => (world) => {
    createRole(world, world.guild(GUILD_ID), { ...role, colors: { primary_color: color, secondary_color: color === 0 ? null : 7, tertiary_color: null }, unicodeEmoji: role.hoist ? "🔨" : null });
  }),
  fc.record({ at, to: fc.integer({ min: 1, max: 6 }) }).map(({ at: index, to }): Act => (world) => moveRoles(world, world.guild(GUILD_ID), new Map([[pick(rolesOf(world), index)?.id ?? "", to]]))),
  fc.record({ at, name: word, mentionable: fc.boolean() }).map(({ at: index, ...change }): Act => (world) => {
    const role = pick(rolesOf(world), index);
    if (role) changeRole(world, world.guild(GUILD_ID), role, change);
  }),
  at.map((index): Act => (world) => {
    const role = pick(rolesOf(world).filter(({ managed }) => !managed), index);
    if (role) deleteRole(world, world.guild(GUILD_ID), role);
  }),
  fc.record({ at, allow: bits, to: fc.oneof(userId, at) }).map(({ at: index, allow, to }): Act => (world) => {
    const channel = pick(channelsOf(world, GUILD_ID), index);
    const id = typeof to === "string" ? to : (pick([...world.guild(GUILD_ID).roles.keys()], to) ?? "");
    if (channel) setOverwrite(world, channel, id, { id, type: typeof to === "string" ? OverwriteType.Member : OverwriteType.Role, allow: String(allow), deny: "0" });
  }),
  fc.record({ at, topic: fc.constantFrom(null, "What # happens"), nsfw: fc.boolean(), rateLimitPerUser: fc.nat(21_600), position: fc.nat(20), type: fc.constantFrom(ChannelType.GuildText, ChannelType.GuildAnnouncement) }).map(
    ({ at: index, type, ...change }): Act =>
      (world) => {
        const channel = pick(channelsOf(world, GUILD_ID), index);
        if (channel) changeChannel(world, channel, channel.type === ChannelType.GuildCategory ? { position: change.position } : { ...change, type });
      },
  ),
  fc.record({ name: word, isCategory: fc.boolean(), isInside: fc.boolean() }).map(({ name, isCategory, isInside }): Act => (world) => {
    const inside = channelsOf(world, GUILD_ID).find(({ type }) => type === ChannelType.GuildCategory);
    createChannel(world, GUILD_ID, isCategory ? { name, type: ChannelType.GuildCategory } : { name, type: ChannelType.GuildText, parentId: isInside ? (inside?.id ?? null) : null });
  }),
  at.map((index): Act => (world) => {
    const channel = pick([...world.channels.values()].filter(isGuildChannel), index);
    if (channel) deleteChannel(world, channel);
  }),
  fc.record({ userId, nick: fc.constantFrom(null, "Anvil: #1"), at, timedOutUntil: fc.constantFrom(null, "2031-01-01T00:00:00.000Z") }).map(({ userId: id, at: index, ...change }): Act => (world) => {
    const member = world.guild(GUILD_ID).members.get(id);
    const more = pick(rolesOf(world).filter(({ managed }) => !managed), index);
    if (member) changeMember(world, GUILD_ID, id, { ...change, roleIds: [...member.roleIds, ...(more ? [more.id] : [])] });
  }),
  fc.record({ userId: personId, reason: fc.constantFrom(null, "spam: again") }).map((ban): Act => (world) => addBan(world, GUILD_ID, { ...ban, deleteMessagesOfMs: 0 })),
  personId.map((id): Act => (world) => {
    if (world.guild(GUILD_ID).members.has(id)) removeMember(world, GUILD_ID, id);
  }),
  fc.constantFrom(null, "For: all").map((description): Act => (world) => changeGuild(world, world.guild(GUILD_ID), { name: "Anvil", description, verification_level: GuildVerificationLevel.High, system_channel_id: CHANNELS.general })),
  personId.map((id): Act => (world) => void world.closedDirectMessages.add(id)),
  personId.map((id): Act => (world) => void world.offline.add(id)),
  fc.constantFrom(0, Intent.GuildMembers, Intent.MessageContent | Intent.GuildPresences).map((intents): Act => (world) => {
    world.application(APPLICATION_ID).privilegedIntents = intents;
    world.user(APPLICATION_ID).username = "Renamed";
  }),
  fc.constant<Act>((world) => {
    const id = world.ids.next();
    world.guild(GUILD_ID).emojis.set(id, { id, name: "anvil", animated: true, roles: [], require_colons: true, managed: false, available: true });
  }),
);

test("whatever bots and people do to a server, what is saved of it begins it again", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const world = worldOf(defaultWorld());
      for (const each of acts) each(world);
      const saved = saveWorld(world);
      const again = worldOf(readWorldFile(saved, "saved.yaml"));
      expect(keptOf(again)).toEqual(keptOf(world));
      expect(saveWorld(again)).toBe(saved);
    }),
    { numRuns: 150, seed: 1 },
  );
});

test("a world in which a bot has an overwrite for its own role, and two roles have one name, is saved and loaded", async () => {
  await using lab = new Lab();
  const { url, world } = await lab.start();
  await permit(lab, Bit.ManageRoles | Bit.ViewChannel);
  await lab.expect(204, "PUT", `/channels/${CHANNELS.general}/permissions/${ROLES.bot}`, { type: 0, allow: String(Bit.ViewChannel) });
  const [first, second] = [await lab.expect(200, "POST", `/guilds/${GUILD_ID}/roles`, {}), await lab.expect(200, "POST", `/guilds/${GUILD_ID}/roles`, {})];
  await lab.expect(204, "PUT", `/guilds/${GUILD_ID}/members/${PEOPLE.eva}/roles/${second.id}`);
  const address = `${url}/sandbox/world`;
  const saved = await (await fetch(address)).text();
  expect((await fetch(address, { method: "PUT", headers: { "content-type": "text/yaml" }, body: saved })).status).toBe(204);
  const guild = world.guild(GUILD_ID);
  expect([guild.roles.get(first.id)?.name, guild.roles.get(second.id)?.name]).toEqual(["new role", "new role"]);
  expect(guild.members.get(PEOPLE.eva)?.roleIds).toContain(second.id);
  expect(guild.members.get(APPLICATION_ID)?.roleIds).toEqual([ROLES.bot]);
  expect(await lab.get(`/channels/${CHANNELS.general}`)).toMatchObject({ permission_overwrites: expect.arrayContaining([{ id: ROLES.bot, type: 0, allow: String(Bit.ViewChannel), deny: "0" }]) });
});
