import assert from "node:assert/strict";
import { ChannelType, PermissionFlagsBits as Bit } from "discord-api-types/v10";
import { CHANNELS, GUILD_ID, GUILD_NAME, PEOPLE } from "../../index.ts";
import { createGuild, inviteBot, removeBot } from "../../world/guilds.ts";
import type { Lab } from "../lab.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { BOT, only } from "../stage.ts";

const HERE = `/guilds/${GUILD_ID}`;

/** A second guild, with the bot in it unless told otherwise. */
async function second(lab: Lab, { invited = true } = {}) {
  const { world } = await lab.start();
  const guild = createGuild(world, { name: "The Other Anvil", ownerId: PEOPLE.eva });
  if (invited) inviteBot(world, guild, world.application(BOT), Bit.ManageChannels);
  return { world, guild };
}

/** The bot's guilds as they are listed. */
const guildIds = async (lab: Lab, query: string): Promise<string[]> => (await lab.get(`/users/@me/guilds${query}`)).map(({ id }: { id: string }) => id);

export const guildRules: readonly Rule[] = [
  documented("a guild is shown with its counts only to who asks for them", "resources/guild.mdx:747", async (lab) => {
    assert.equal((await lab.get(HERE)).approximate_member_count, undefined);
    const { name, approximate_member_count, approximate_presence_count } = await lab.get(`${HERE}?with_counts=true`);
    assert.deepEqual([name, approximate_member_count > 0, approximate_presence_count > 0], [GUILD_NAME, true, true]);
  }),
  documented("a guild is changed with MANAGE_GUILD, and bots are told", "resources/guild.mdx:842", async (lab) => {
    await lab.refused(403, 50013, "PATCH", HERE, { name: "New" });
    await only(lab, Bit.ManageGuild);
    const wire = await lab.bot();
    assert.equal((await lab.expect(200, "PATCH", HERE, { name: "New", description: "words" })).description, "words");
    assert.equal((await wire.event("GUILD_UPDATE")).d.name, "New");
    await lab.refused(400, 50035, "PATCH", HERE, { name: "x" });
  }),
  documented("a guild that is not there is unknown", "topics/opcodes-and-status-codes.mdx:144", (lab) => lab.refused(404, 10004, "GET", "/guilds/1").then(() => undefined)),
  assumed("a guild that a bot is not in is unknown to it, and its channels are out of reach", "bots report 10004 for guilds and 50001 for channels after they were removed", async (lab) => {
    const { world, guild } = await second(lab, { invited: false });
    await lab.refused(404, 10004, "GET", `/guilds/${guild.id}`);
    await lab.refused(404, 10004, "GET", `/guilds/${guild.id}/members/${PEOPLE.eva}`);
    const channel = [...world.channels.values()].find((each) => each.type === ChannelType.GuildText && each.guild_id === guild.id);
    await lab.refused(403, 50001, "GET", `/channels/${channel?.id ?? ""}`);
  }),
  documented("a bot that is invited is given the whole guild, with a managed role of its own", "events/gateway-events.mdx:732", async (lab) => {
    const wire = await lab.bot();
    const { guild } = await second(lab);
    const { d } = await wire.event("GUILD_CREATE", (each) => each.id === guild.id);
    const managed = d.roles.find((role: { managed: boolean }) => role.managed);
    assert.deepEqual([d.channels.length, managed.tags.bot_id, managed.permissions], [1, BOT, String(Bit.ManageChannels)]);
    await lab.expect(201, "POST", `/guilds/${guild.id}/channels`, { name: "mine" });
  }),
  documented("a bot that leaves a guild is told so, finds it no more, and hears nothing from there until it is invited again", "resources/user.mdx:318", async (lab) => {
    const { world, guild } = await second(lab);
    const wire = await lab.bot();
    await lab.expect(204, "DELETE", `/users/@me/guilds/${guild.id}`);
    const { d } = await wire.event("GUILD_DELETE");
    assert.deepEqual([d.id, d.unavailable], [guild.id, undefined]);
    await lab.refused(404, 10004, "GET", `/guilds/${guild.id}`);
    inviteBot(world, guild, world.application(BOT), 0n);
    await wire.settled();
    assert.equal(wire.all("GUILD_CREATE").filter((each) => each.d.id === guild.id).length, 2);
    removeBot(world, guild, world.application(BOT));
    await wire.settled();
    assert.equal(wire.all("GUILD_DELETE").length, 2);
  }),
  documented("the owner of a guild may do everything there", "topics/permissions.mdx:138", async (lab) => {
    const { world } = await lab.start();
    const guild = createGuild(world, { name: "The bot's own", ownerId: BOT });
    await lab.expect(200, "PATCH", `/guilds/${guild.id}`, { name: "Renamed" });
    await lab.expect(200, "POST", `/guilds/${guild.id}/roles`, { name: "all", permissions: String(Bit.Administrator) });
  }),
  documented("a bot lists its guilds page by page, by id", "resources/user.mdx:305", async (lab) => {
    const { guild } = await second(lab);
    await second(lab, { invited: false });
    assert.deepEqual(await guildIds(lab, ""), [GUILD_ID, guild.id]);
    assert.deepEqual(await guildIds(lab, "?limit=1"), [GUILD_ID]);
    assert.deepEqual(await guildIds(lab, `?after=${GUILD_ID}`), [guild.id]);
    assert.deepEqual(await guildIds(lab, `?before=${guild.id}`), [GUILD_ID]);
    assert.ok((await lab.get("/users/@me/guilds?with_counts=true"))[0].approximate_member_count > 0);
    await lab.refused(400, 50035, "GET", "/users/@me/guilds?limit=201");
  }),
  documented("the audit log needs VIEW_AUDIT_LOG", "resources/audit-log.mdx:11", async (lab) => {
    await lab.refused(403, 50013, "GET", `${HERE}/audit-logs`);
    await only(lab, Bit.ViewAuditLog);
    assert.deepEqual((await lab.get(`${HERE}/audit-logs`)).audit_log_entries, []);
  }),
  documented("opening a direct message again gives the same channel", "resources/user.mdx:323", async (lab) => {
    const open = async () => (await lab.expect(200, "POST", "/users/@me/channels", { recipient_id: PEOPLE.eva })).id;
    assert.equal(await open(), await open());
  }),
  assumed("who opens too many new direct messages in a day is refused until some of them are a day old", "the documents only warn of it and name the code (40003); bots report it with 403, and nobody says how many", async (lab) => {
    await lab.start({ directMessageOpensPerDay: 2 });
    const open = (id: string) => lab.ask("POST", "/users/@me/channels", { recipient_id: id });
    const codes = await Promise.all([PEOPLE.eva, PEOPLE.eva, PEOPLE.pip].map(async (id) => (await open(id)).status));
    assert.deepEqual(codes, [200, 200, 200]);
    await lab.refused(403, 40003, "POST", "/users/@me/channels", { recipient_id: PEOPLE.brann });
    assert.equal((await open(PEOPLE.eva)).status, 200);
    lab.clock.advance(24 * 3_600_000);
    assert.equal((await open(PEOPLE.brann)).status, 200);
  }),
  documented("a person who is not there is unknown", "topics/opcodes-and-status-codes.mdx:153", async (lab) => {
    await lab.refused(404, 10013, "GET", "/users/1");
    await lab.refused(404, 10013, "POST", "/users/@me/channels", { recipient_id: "1" });
  }),
  documented("a bot changes its own name, and is told", "resources/user.mdx:259", async (lab) => {
    const wire = await lab.bot();
    assert.equal((await lab.expect(200, "PATCH", "/users/@me", { username: "Hammer" })).username, "Hammer");
    assert.equal((await wire.event("USER_UPDATE")).d.username, "Hammer");
    await lab.refused(400, 50035, "PATCH", "/users/@me", { username: "x" });
  }),
  assumed("events of a channel are told only to bots in its guild", "a bot has no way to know of other guilds", async (lab) => {
    const { world } = await lab.start();
    const wire = await lab.bot();
    await second(lab, { invited: false });
    await wire.settled();
    assert.deepEqual(wire.all("CHANNEL_CREATE"), []);
    assert.ok(world.channels.has(CHANNELS.general));
  }),
];
