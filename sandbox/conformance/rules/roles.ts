import assert from "node:assert/strict";
import { GatewayIntentBits as Intent, PermissionFlagsBits as Bit } from "discord-api-types/v10";
import { CHANNELS, GUILD_ID, PEOPLE, ROLES } from "../../index.ts";
import { PLAIN_INTENTS } from "../wire.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { guildOf, only, overwrite } from "../stage.ts";

const LIST = `/guilds/${GUILD_ID}/roles`;

export const roleRules: readonly Rule[] = [
  documented("a role is made with MANAGE_ROLES, and bots are told", "resources/guild.mdx:1231", async (lab) => {
    await lab.refused(403, 50013, "POST", LIST, { name: "smith" });
    await only(lab, Bit.ManageRoles);
    const wire = await lab.bot();
    const role = await lab.expect(200, "POST", LIST, { name: "smith", color: 0xff0000, hoist: true });
    assert.deepEqual([role.name, role.colors.primary_color, role.hoist], ["smith", 0xff0000, true]);
    const { d } = await wire.event("GUILD_ROLE_CREATE");
    assert.deepEqual([d.guild_id, d.role.id], [GUILD_ID, role.id]);
    assert.equal((await lab.get(`${LIST}/${role.id}`)).name, "smith");
  }),
  assumed("a new role stands just above @everyone", "the documents name no place; bots find it at position 1", async (lab) => {
    await only(lab, Bit.ManageRoles);
    assert.equal((await lab.expect(200, "POST", LIST, { name: "smith" })).position, 1);
  }),
  documented("a new role without words is called new role and may what @everyone may", "resources/guild.mdx:1243", async (lab) => {
    await only(lab, Bit.ManageRoles);
    const { name, permissions } = await lab.expect(200, "POST", LIST, {});
    assert.deepEqual([name, permissions], ["new role", "0"]);
  }),
  documented("a guild has 250 roles at most", "topics/opcodes-and-status-codes.mdx:205", async (lab) => {
    await only(lab, Bit.ManageRoles);
    const { roles } = await guildOf(lab);
    for (let count = roles.size; count < 250; count += 1) await lab.expect(200, "POST", LIST, {});
    await lab.refused(400, 30005, "POST", LIST, {});
  }),
  documented("a role that is not there is unknown", "topics/opcodes-and-status-codes.mdx:151", async (lab) => {
    await only(lab, Bit.ManageRoles);
    await lab.refused(404, 10011, "GET", `${LIST}/1`);
    await lab.refused(404, 10011, "PATCH", `${LIST}/1`, { name: "x" });
    await lab.refused(404, 10011, "DELETE", `${LIST}/1`);
    await lab.refused(404, 10011, "PUT", `/guilds/${GUILD_ID}/members/${PEOPLE.eva}/roles/1`);
  }),
  documented("nobody gives a role permissions that they have not", "topics/permissions.mdx:113", async (lab) => {
    await only(lab, Bit.ManageRoles | Bit.ViewChannel);
    await lab.refused(403, 50013, "POST", LIST, { permissions: String(Bit.BanMembers) });
    await lab.expect(200, "POST", LIST, { permissions: String(Bit.ViewChannel) });
    await lab.refused(403, 50013, "PATCH", `${LIST}/${ROLES.member}`, { permissions: String(Bit.Administrator) });
  }),
  documented("roles at and above one's own highest are out of reach", "topics/permissions.mdx:112", async (lab) => {
    await only(lab, Bit.ManageRoles);
    const guild = await guildOf(lab);
    const officer = guild.roles.get(ROLES.officer);
    if (officer) officer.position = 20;
    await lab.refused(403, 50013, "PATCH", `${LIST}/${ROLES.officer}`, { name: "boss" });
    await lab.refused(403, 50013, "DELETE", `${LIST}/${ROLES.officer}`);
    await lab.refused(403, 50013, "PATCH", `${LIST}/${ROLES.bot}`, { name: "boss" });
    await lab.refused(403, 50013, "PUT", `/guilds/${GUILD_ID}/members/${PEOPLE.eva}/roles/${ROLES.officer}`);
    await lab.refused(403, 50013, "PATCH", LIST, [{ id: ROLES.member, position: 30 }]);
    await lab.expect(200, "PATCH", `${LIST}/${ROLES.core}`, { name: "core" });
  }),
  assumed("of two roles at one position the one with the lower id is the higher", "the documents sort them by id and do not say which is the higher; discord.js compares them so", async (lab) => {
    await only(lab, Bit.ManageRoles);
    const { roles } = await guildOf(lab);
    const [core, bot] = [roles.get(ROLES.core), roles.get(ROLES.bot)];
    if (core && bot) core.position = bot.position;
    assert.ok(BigInt(ROLES.core) < BigInt(ROLES.bot));
    await lab.refused(403, 50013, "PATCH", `${LIST}/${ROLES.core}`, { name: "core" });
    const { id } = await lab.expect(200, "POST", LIST, {});
    const young = roles.get(id);
    if (young && bot) young.position = bot.position;
    await lab.expect(200, "PATCH", `${LIST}/${id}`, { name: "young" });
  }),
  documented("roles are moved together and the others make room, each told as changed", "resources/guild.mdx:1256", async (lab) => {
    await only(lab, Bit.ManageRoles);
    const wire = await lab.bot();
    const list = await lab.expect(200, "PATCH", LIST, [{ id: ROLES.member, position: 3 }]);
    const at = (id: string) => list.find((role: { id: string }) => role.id === id).position;
    assert.deepEqual([at(ROLES.everyone), at(ROLES.alchemist), at(ROLES.tailor), at(ROLES.member), at(ROLES.enchanter)], [0, 1, 2, 3, 4]);
    await wire.settled();
    assert.deepEqual(new Set(wire.all("GUILD_ROLE_UPDATE").map(({ d }) => d.role.id)), new Set([ROLES.member, ROLES.alchemist, ROLES.tailor]));
  }),
  assumed("a role that is deleted goes from its members and from the channels' overwrites", "the documents name only GUILD_ROLE_DELETE; bots find its id nowhere any more", async (lab) => {
    await only(lab, Bit.ManageRoles);
    await overwrite(lab, [{ id: ROLES.tailor, allow: Bit.ViewChannel }]);
    const wire = await lab.bot({ intents: PLAIN_INTENTS | Intent.GuildMembers });
    await lab.expect(204, "DELETE", `${LIST}/${ROLES.tailor}`);
    assert.equal((await wire.event("GUILD_ROLE_DELETE")).d.role_id, ROLES.tailor);
    const { d } = await wire.event("GUILD_MEMBER_UPDATE", (member) => member.user.id === PEOPLE.brann);
    assert.deepEqual(d.roles, [ROLES.member]);
    assert.deepEqual((await wire.event("CHANNEL_UPDATE", (channel) => channel.id === CHANNELS.general)).d.permission_overwrites, []);
  }),
  assumed("@everyone and managed roles cannot be deleted", "bots report 50028 Invalid Role", async (lab) => {
    await only(lab, Bit.Administrator);
    await lab.refused(400, 50028, "DELETE", `${LIST}/${ROLES.everyone}`);
    await lab.refused(400, 50028, "DELETE", `${LIST}/${ROLES.bot}`);
  }),
  documented("a role is given and taken with MANAGE_ROLES, twice without a difference", "resources/guild.mdx:1100", async (lab) => {
    const path = `/guilds/${GUILD_ID}/members/${PEOPLE.pip}/roles/${ROLES.tailor}`;
    await lab.refused(403, 50013, "PUT", path);
    await only(lab, Bit.ManageRoles);
    const wire = await lab.bot({ intents: PLAIN_INTENTS | Intent.GuildMembers });
    for (const method of ["PUT", "PUT", "DELETE", "DELETE"]) await lab.expect(204, method, path);
    await wire.settled();
    assert.deepEqual(wire.all("GUILD_MEMBER_UPDATE").map(({ d }) => d.roles), [[ROLES.tailor], []]);
  }),
];
