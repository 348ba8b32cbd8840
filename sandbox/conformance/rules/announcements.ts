import assert from "node:assert/strict";
import { ChannelType, GuildFeature, MessageFlags, PermissionFlagsBits as Bit } from "discord-api-types/v10";
import { CHANNELS, GUILD_ID } from "../../index.ts";
import { changeGuild } from "../../world/guilds.ts";
import type { Body, Lab } from "../lab.ts";
import { problemsOf } from "../problems.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { only } from "../stage.ts";

const LIST = `/guilds/${GUILD_ID}/channels`;
const GENERAL = `/channels/${CHANNELS.general}`;
const NEWS = { name: "news", type: ChannelType.GuildAnnouncement };

/** Lets the lab's guild have announcement channels. */
async function allowNews(lab: Lab): Promise<void> {
  const { world } = await lab.start();
  changeGuild(world, world.guild(GUILD_ID), { features: [GuildFeature.News] });
}

/** With an announcement channel: its address, and a message in it that the bot wrote. */
async function announced(lab: Lab): Promise<{ path: string; message: Body }> {
  await allowNews(lab);
  const { id } = await lab.expect(201, "POST", LIST, NEWS);
  return { path: `/channels/${id}`, message: await lab.expect(200, "POST", `/channels/${id}/messages`, { content: "hear, hear" }) };
}

export const announcementRules: readonly Rule[] = [
  assumed("an announcement channel is made only in a guild with the feature NEWS", "without it bots report BASE_TYPE_CHOICES at type", async (lab) => {
    assert.deepEqual(problemsOf(await lab.ask("POST", LIST, NEWS)), ["type BASE_TYPE_CHOICES"]);
    await allowNews(lab);
    assert.equal((await lab.expect(201, "POST", LIST, NEWS)).type, 5);
    assert.deepEqual([(await lab.get(`/guilds/${GUILD_ID}`)).features, (await lab.get("/users/@me/guilds"))[0].features], [["NEWS"], ["NEWS"]]);
  }),
  documented("a text channel becomes an announcement channel, and back, only in a guild with the feature NEWS", "resources/channel.mdx:407", async (lab) => {
    assert.deepEqual(problemsOf(await lab.ask("PATCH", GENERAL, { type: 5 })), ["type BASE_TYPE_CHOICES"]);
    assert.equal((await lab.expect(200, "PATCH", GENERAL, { type: 0, topic: "as before" })).type, 0);
    await allowNews(lab);
    const wire = await lab.bot();
    assert.equal((await lab.expect(200, "PATCH", GENERAL, { type: 5 })).type, 5);
    assert.equal((await wire.event("CHANNEL_UPDATE")).d.type, 5);
    assert.equal((await lab.expect(200, "PATCH", GENERAL, { type: 0 })).type, 0);
    assert.deepEqual(problemsOf(await lab.ask("PATCH", GENERAL, { type: 4 })), ["type BASE_TYPE_CHOICES"]);
  }),
  documented("what is crossposted says so by its flag, and bots are told", "resources/message.mdx:1119", async (lab) => {
    const { path, message } = await announced(lab);
    const wire = await lab.bot();
    const { flags } = await lab.expect(200, "POST", `${path}/messages/${message.id}/crosspost`);
    assert.deepEqual([flags, (await wire.event("MESSAGE_UPDATE", ({ id }) => id === message.id)).d.flags], [MessageFlags.Crossposted, MessageFlags.Crossposted]);
    assert.equal((await lab.get(`${path}/messages/${message.id}`)).edited_timestamp, null);
  }),
  documented("to crosspost one's own message needs SEND_MESSAGES, anybody else's MANAGE_MESSAGES too", "resources/message.mdx:1119", async (lab) => {
    const { path, message } = await announced(lab);
    const theirs = await (await lab.person("maren")).send(path.slice("/channels/".length), "mine");
    const [own, other] = [message.id, theirs].map((id) => `${path}/messages/${id}/crosspost`) as [string, string];
    await only(lab, Bit.ViewChannel);
    await lab.refused(403, 50013, "POST", own);
    await only(lab, Bit.ViewChannel | Bit.SendMessages);
    await lab.refused(403, 50013, "POST", other);
    await lab.expect(200, "POST", own);
    await only(lab, Bit.ViewChannel | Bit.SendMessages | Bit.ManageMessages);
    await lab.expect(200, "POST", other);
  }),
  documented("a message is crossposted once", "topics/opcodes-and-status-codes.mdx:247", async (lab) => {
    const { path, message } = await announced(lab);
    await lab.expect(200, "POST", `${path}/messages/${message.id}/crosspost`);
    await lab.refused(400, 40033, "POST", `${path}/messages/${message.id}/crosspost`);
  }),
  assumed("only what is written in an announcement channel is crossposted", "bots report 50024 elsewhere", async (lab) => {
    const { id } = await lab.expect(200, "POST", `${GENERAL}/messages`, { content: "x" });
    await lab.refused(400, 50024, "POST", `${GENERAL}/messages/${id}/crosspost`);
  }),
];
