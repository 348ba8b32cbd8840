import assert from "node:assert/strict";
import { GatewayIntentBits as Intent, PermissionFlagsBits as Bit } from "discord-api-types/v10";
import { CHANNELS, GUILD_ID, PEOPLE, ROLES } from "../../index.ts";
import { addBan, addMember, removeMember } from "../../world/membership.ts";
import type { Lab } from "../lab.ts";
import { documented, type Rule } from "../rule.ts";
import { BOT, guildOf, only } from "../stage.ts";
import { PLAIN_INTENTS } from "../wire.ts";

const LIST = `/guilds/${GUILD_ID}/members`;
const BANS = `/guilds/${GUILD_ID}/bans`;
const EVA = `${LIST}/${PEOPLE.eva}`;

const listening = (lab: Lab) => lab.bot({ intents: PLAIN_INTENTS | Intent.GuildMembers });

export const memberRules: readonly Rule[] = [
  documented("who is no member of the guild is unknown there", "topics/opcodes-and-status-codes.mdx:147", async (lab) => {
    const { world } = await lab.start();
    removeMember(world, GUILD_ID, PEOPLE.pip);
    await lab.refused(404, 10007, "GET", `${LIST}/${PEOPLE.pip}`);
    await lab.refused(404, 10013, "GET", `${LIST}/1`);
  }),
  documented("members are listed by id, one unless more are asked for, 1000 at most", "resources/guild.mdx:985", async (lab) => {
    const ids = async (query: string) => (await lab.get(`${LIST}${query}`)).map(({ user }: { user: { id: string } }) => user.id);
    assert.deepEqual(await ids(""), [PEOPLE.maren]);
    assert.deepEqual(await ids(`?limit=2&after=${PEOPLE.maren}`), [PEOPLE.tobin, PEOPLE.eva]);
    assert.equal((await ids("?limit=1000")).length, 11);
    await lab.refused(400, 50035, "GET", `${LIST}?limit=1001`);
    await lab.refused(400, 50035, "GET", `${LIST}?limit=0`);
  }),
  documented("the list of members needs the privileged intent GUILD_MEMBERS to be switched on", "resources/guild.mdx:973", async (lab) => {
    (await lab.start()).world.application(BOT).privilegedIntents = 0;
    await lab.refused(403, 50001, "GET", `${LIST}?limit=10`);
    await lab.get(EVA);
  }),
  documented("members are found by how their names begin", "resources/guild.mdx:991", async (lab) => {
    const found = await lab.get(`${LIST}/search?query=SYL&limit=5`);
    assert.deepEqual(found.map(({ user }: { user: { id: string } }) => user.id), [PEOPLE.sylra]);
  }),
  documented("a nickname is changed with MANAGE_NICKNAMES, one's own with CHANGE_NICKNAME", "resources/guild.mdx:1050", async (lab) => {
    await only(lab, 0n);
    await lab.refused(403, 50013, "PATCH", EVA, { nick: "Evi" });
    await lab.refused(403, 50013, "PATCH", `${LIST}/@me`, { nick: "Botty" });
    await only(lab, Bit.ChangeNickname | Bit.ManageNicknames);
    const wire = await listening(lab);
    assert.equal((await lab.expect(200, "PATCH", EVA, { nick: "Evi" })).nick, "Evi");
    assert.equal((await wire.event("GUILD_MEMBER_UPDATE")).d.nick, "Evi");
    assert.equal((await lab.expect(200, "PATCH", EVA, { nick: "" })).nick, null);
    assert.equal((await lab.expect(200, "PATCH", `${LIST}/@me`, { nick: "Botty" })).nick, "Botty");
    await lab.refused(400, 50035, "PATCH", EVA, { nick: "x".repeat(33) });
  }),
  documented("nobody changes, kicks or bans the owner, or members with a role as high as theirs", "topics/permissions.mdx:115", async (lab) => {
    await only(lab, Bit.Administrator);
    const { roles } = await guildOf(lab);
    const officer = roles.get(ROLES.officer);
    if (officer) officer.position = 20;
    for (const id of [PEOPLE.maren, PEOPLE.tobin]) {
      await lab.refused(403, 50013, "PATCH", `${LIST}/${id}`, { nick: "x" });
      await lab.refused(403, 50013, "DELETE", `${LIST}/${id}`);
      await lab.refused(403, 50013, "PUT", `${BANS}/${id}`, {});
    }
    await lab.expect(204, "DELETE", EVA);
  }),
  documented("a member's roles are set as a whole, within one's rank", "resources/guild.mdx:1051", async (lab) => {
    await lab.refused(403, 50013, "PATCH", EVA, { roles: [ROLES.tailor] });
    await only(lab, Bit.ManageRoles);
    assert.deepEqual((await lab.expect(200, "PATCH", EVA, { roles: [ROLES.tailor, ROLES.core] })).roles, [ROLES.tailor, ROLES.core]);
    await lab.refused(403, 50013, "PATCH", EVA, { roles: [ROLES.bot] });
    await lab.refused(404, 10011, "PATCH", EVA, { roles: ["1"] });
  }),
  documented("a time-out needs MODERATE_MEMBERS, lasts 28 days at most, and spares administrators", "resources/guild.mdx:1055", async (lab) => {
    const until = (days: number) => ({ communication_disabled_until: new Date(lab.clock.now() + days * 86_400_000).toISOString() });
    await lab.refused(403, 50013, "PATCH", EVA, until(1));
    await only(lab, Bit.ModerateMembers);
    const wish = until(1);
    assert.equal((await lab.expect(200, "PATCH", EVA, wish)).communication_disabled_until, wish.communication_disabled_until);
    assert.equal((await lab.expect(200, "PATCH", EVA, { communication_disabled_until: null })).communication_disabled_until, null);
    await lab.refused(400, 50035, "PATCH", EVA, until(29));
    const core = (await guildOf(lab)).roles.get(ROLES.core);
    if (core) core.permissions = String(Bit.Administrator);
    await lab.refused(403, 50013, "PATCH", `${LIST}/${PEOPLE.garrick}`, until(1));
  }),
  documented("who joins and who leaves is told to bots with GUILD_MEMBERS only", "events/gateway.mdx:306", async (lab) => {
    const { world } = await lab.start();
    const [wire, deaf] = [await listening(lab), await lab.bot()];
    removeMember(world, GUILD_ID, PEOPLE.pip);
    addMember(world, GUILD_ID, PEOPLE.pip);
    assert.equal((await wire.event("GUILD_MEMBER_REMOVE")).d.user.id, PEOPLE.pip);
    const { d } = await wire.event("GUILD_MEMBER_ADD");
    assert.deepEqual([d.user.id, d.roles, d.guild_id], [PEOPLE.pip, [], GUILD_ID]);
    await deaf.settled();
    assert.equal(deaf.received.filter(({ t }) => t?.startsWith("GUILD_MEMBER_")).length, 0);
  }),
  documented("a member is kicked with KICK_MEMBERS", "resources/guild.mdx:1118", async (lab) => {
    await lab.refused(403, 50013, "DELETE", EVA);
    await only(lab, Bit.KickMembers);
    await lab.expect(204, "DELETE", EVA);
    await lab.refused(404, 10007, "DELETE", EVA);
  }),
  documented("a ban needs BAN_MEMBERS, takes the member and their messages of the time that is named, and keeps the reason", "resources/guild.mdx:1148", async (lab) => {
    await lab.refused(403, 50013, "PUT", `${BANS}/${PEOPLE.eva}`, {});
    const eva = await lab.person("eva");
    const old = await eva.send(CHANNELS.general, "old");
    lab.clock.advance(7200_000);
    const recent = await eva.send(CHANNELS.general, "recent");
    await only(lab, Bit.BanMembers | Bit.ViewChannel | Bit.ReadMessageHistory);
    const wire = await listening(lab);
    const { status } = await lab.ask("PUT", `${BANS}/${PEOPLE.eva}`, { delete_message_seconds: 3600 }, { headers: { "x-audit-log-reason": "took%20the%20iron" } });
    assert.equal(status, 204);
    assert.equal((await wire.event("GUILD_BAN_ADD")).d.user.id, PEOPLE.eva);
    await wire.event("GUILD_MEMBER_REMOVE");
    await lab.get(`/channels/${CHANNELS.general}/messages/${old}`);
    await lab.refused(404, 10008, "GET", `/channels/${CHANNELS.general}/messages/${recent}`);
    assert.equal((await lab.get(`${BANS}/${PEOPLE.eva}`)).reason, "took the iron");
    assert.deepEqual((await lab.get(BANS)).map(({ user }: { user: { id: string } }) => user.id), [PEOPLE.eva]);
  }),
  documented("bans are told only to bots that may ban", "events/gateway-events.mdx:786", async (lab) => {
    const { world } = await lab.start();
    await only(lab, Bit.ViewChannel);
    const wire = await listening(lab);
    addBan(world, GUILD_ID, { userId: PEOPLE.eva, reason: null, deleteMessagesOfMs: 0 });
    await wire.event("GUILD_MEMBER_REMOVE");
    await wire.settled();
    assert.deepEqual(wire.all("GUILD_BAN_ADD"), []);
  }),
  documented("a ban is lifted, once", "resources/guild.mdx:1165", async (lab) => {
    await only(lab, Bit.BanMembers);
    await lab.expect(204, "PUT", `${BANS}/${PEOPLE.eva}`);
    const wire = await listening(lab);
    await lab.expect(204, "DELETE", `${BANS}/${PEOPLE.eva}`);
    assert.equal((await wire.event("GUILD_BAN_REMOVE")).d.user.id, PEOPLE.eva);
    await lab.refused(404, 10026, "DELETE", `${BANS}/${PEOPLE.eva}`);
    await lab.refused(404, 10026, "GET", `${BANS}/${PEOPLE.eva}`);
  }),
];
