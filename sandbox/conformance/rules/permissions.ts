import assert from "node:assert/strict";
import { PermissionFlagsBits as Bit } from "discord-api-types/v10";
import { CHANNELS, GUILD_ID, PEOPLE, ROLES } from "../../index.ts";
import { documented, type Rule } from "../rule.ts";
import { BOT, only, overwrite, permit, guildOf } from "../stage.ts";

const GENERAL = `/channels/${CHANNELS.general}`;
const TALK = Bit.ViewChannel | Bit.SendMessages;
const say = { content: "hello" };

export const permissionRules: readonly Rule[] = [
  documented("what @everyone may do, every member may", "topics/permissions.mdx:125", async (lab) => {
    await only(lab, 0n);
    await lab.refused(403, 50001, "POST", `${GENERAL}/messages`, say);
    await permit(lab, TALK, ROLES.everyone);
    await lab.expect(200, "POST", `${GENERAL}/messages`, say);
  }),
  documented("an administrator may do everything, whatever a channel's overwrites deny", "topics/permissions.mdx:153", async (lab) => {
    await only(lab, Bit.Administrator);
    await overwrite(lab, [{ id: GUILD_ID, deny: TALK }, { id: BOT, deny: TALK }]);
    await lab.expect(200, "POST", `${GENERAL}/messages`, say);
  }),
  documented("a role's overwrite goes before that of @everyone", "topics/permissions.mdx:129", async (lab) => {
    await overwrite(lab, [{ id: ROLES.bot, allow: TALK }, { id: GUILD_ID, deny: TALK }]);
    await lab.expect(200, "POST", `${GENERAL}/messages`, say);
  }),
  documented("among the overwrites of a member's roles what one allows goes before what another denies", "topics/permissions.mdx:130", async (lab) => {
    const { members } = await guildOf(lab);
    members.get(BOT)?.roleIds.push(ROLES.officer);
    for (const [allowing, denying] of [[ROLES.bot, ROLES.officer], [ROLES.officer, ROLES.bot]] as const) {
      await overwrite(lab, [{ id: allowing, allow: TALK }, { id: denying, deny: TALK }]);
      await lab.expect(200, "POST", `${GENERAL}/messages`, say);
    }
  }),
  documented("a member's own overwrite goes before those of the roles", "topics/permissions.mdx:131", async (lab) => {
    await overwrite(lab, [{ id: BOT, deny: Bit.SendMessages }, { id: ROLES.bot, allow: TALK }]);
    await lab.refused(403, 50013, "POST", `${GENERAL}/messages`, say);
    await overwrite(lab, [{ id: BOT, allow: TALK }, { id: ROLES.bot, deny: TALK }]);
    await lab.expect(200, "POST", `${GENERAL}/messages`, say);
  }),
  documented("who does not see a channel has no access to anything in it", "topics/opcodes-and-status-codes.mdx:259", async (lab) => {
    await overwrite(lab, [{ id: GUILD_ID, deny: Bit.ViewChannel }, { id: BOT, allow: Bit.SendMessages | Bit.ManageChannels, deny: Bit.ViewChannel }]);
    await lab.refused(403, 50001, "GET", GENERAL);
    await lab.refused(403, 50001, "PATCH", GENERAL, { topic: "x" });
    await lab.refused(403, 50001, "DELETE", GENERAL);
    await lab.refused(403, 50001, "POST", `${GENERAL}/messages`, say);
  }),
  documented("who sees a channel but may not do what it asks is told that permissions are missing", "topics/opcodes-and-status-codes.mdx:271", async (lab) => {
    await only(lab, Bit.ViewChannel);
    await lab.get(GENERAL);
    await lab.refused(403, 50013, "POST", `${GENERAL}/messages`, say);
    await lab.refused(403, 50013, "PATCH", GENERAL, { topic: "x" });
    await lab.refused(403, 50013, "DELETE", GENERAL);
  }),
  documented("who may not write in a channel cannot mention everyone, attach or embed there either", "topics/permissions.mdx:193", async (lab) => {
    const wire = await lab.bot();
    await lab.expect(200, "PUT", `/applications/${BOT}/commands`, [{ name: "try", description: "Tries it" }]);
    await overwrite(lab, [{ id: BOT, allow: Bit.MentionEveryone | Bit.SendTTSMessages, deny: Bit.SendMessages }]);
    const eva = await lab.person("eva");
    await eva.waitForBot(["try"]);
    await eva.act("command", { channelId: CHANNELS.general, applicationId: BOT, name: "try" });
    const { d } = await wire.event("INTERACTION_CREATE");
    assert.equal(BigInt(d.app_permissions) & (Bit.SendMessages | Bit.MentionEveryone | Bit.SendTTSMessages | Bit.AttachFiles | Bit.EmbedLinks), 0n);
    assert.notEqual(BigInt(d.app_permissions) & Bit.ViewChannel, 0n);
  }),
  documented("a member in a time-out may only look and read, until the time is over", "topics/permissions.mdx:318", async (lab) => {
    const member = (await guildOf(lab)).members.get(BOT);
    if (member) member.timedOutUntil = new Date(lab.clock.now() + 60_000).toISOString();
    await lab.get(GENERAL);
    await lab.refused(403, 50013, "POST", `${GENERAL}/messages`, say);
    lab.clock.advance(60_000);
    await lab.expect(200, "POST", `${GENERAL}/messages`, say);
  }),
  documented("a thread takes the permissions of its channel, and asks for SEND_MESSAGES_IN_THREADS to write", "topics/permissions.mdx:209", async (lab) => {
    const { id } = await lab.expect(201, "POST", `${GENERAL}/threads`, { name: "aside", type: 11 });
    await overwrite(lab, [{ id: BOT, deny: Bit.SendMessages }]);
    await lab.expect(200, "POST", `/channels/${id}/messages`, say);
    await overwrite(lab, [{ id: BOT, deny: Bit.SendMessagesInThreads }]);
    await lab.refused(403, 50013, "POST", `/channels/${id}/messages`, say);
    await overwrite(lab, [{ id: GUILD_ID, deny: Bit.ViewChannel }]);
    await lab.refused(403, 50001, "GET", `/channels/${id}`);
  }),
  documented("a private thread is seen by its members and by who may manage threads", "topics/threads.mdx:77", async (lab) => {
    const { id } = await lab.expect(201, "POST", `${GENERAL}/threads`, { name: "quiet", type: 12 });
    await lab.expect(204, "PUT", `/channels/${id}/thread-members/${PEOPLE.eva}`);
    await lab.expect(204, "DELETE", `/channels/${id}/thread-members/@me`);
    await lab.get(`/channels/${id}`);
    await permit(lab, TALK);
    await lab.refused(403, 50001, "GET", `/channels/${id}`);
  }),
];
