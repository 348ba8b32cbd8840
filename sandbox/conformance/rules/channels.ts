import assert from "node:assert/strict";
import { ChannelType, OverwriteType, PermissionFlagsBits as Bit } from "discord-api-types/v10";
import { CHANNELS, GUILD_ID, PEOPLE, ROLES } from "../../index.ts";
import { isWritable } from "../../world/channel.ts";
import { createChannel } from "../../world/channels.ts";
import { createThread } from "../../world/threads.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { only, overwrite } from "../stage.ts";

const LIST = `/guilds/${GUILD_ID}/channels`;
const GENERAL = `/channels/${CHANNELS.general}`;
const MANAGE = Bit.ViewChannel | Bit.ManageChannels;

export const channelRules: readonly Rule[] = [
  documented("a channel is made with MANAGE_CHANNELS, and bots are told", "resources/guild.mdx:890", async (lab) => {
    const wire = await lab.bot();
    const channel = await lab.expect(201, "POST", LIST, { name: "Old Forge", topic: "hot", nsfw: true, rate_limit_per_user: 5, parent_id: CHANNELS.guildHall });
    assert.deepEqual([channel.type, channel.topic, channel.nsfw, channel.rate_limit_per_user, channel.parent_id], [0, "hot", true, 5, CHANNELS.guildHall]);
    assert.equal((await wire.event("CHANNEL_CREATE")).d.id, channel.id);
    await only(lab, Bit.ViewChannel);
    await lab.refused(403, 50013, "POST", LIST, { name: "x" });
  }),
  assumed("a text channel's name is in lower case, with dashes for spaces", "the documents name no such rule; bots read it back so", async (lab) => {
    assert.equal((await lab.expect(201, "POST", LIST, { name: "Old Forge" })).name, "old-forge");
  }),
  documented("a guild has 500 channels at most", "topics/opcodes-and-status-codes.mdx:210", async (lab) => {
    const { world } = await lab.start();
    const { length } = await lab.get(LIST);
    for (let count = length; count < 500; count += 1) createChannel(world, GUILD_ID, { name: `c${count}`, type: ChannelType.GuildText });
    await lab.refused(400, 30013, "POST", LIST, { name: "one more" });
  }),
  assumed("a category has 50 channels at most", "bots report CHANNEL_PARENT_MAX_CHANNELS at parent_id", async (lab) => {
    const { world } = await lab.start();
    const { id } = await lab.expect(201, "POST", LIST, { name: "Full", type: ChannelType.GuildCategory });
    for (let count = 0; count < 50; count += 1) createChannel(world, GUILD_ID, { name: `c${count}`, type: ChannelType.GuildText, parentId: id });
    const { errors } = await lab.refused(400, 50035, "POST", LIST, { name: "one more", parent_id: id });
    assert.equal(errors.parent_id["_errors"][0].code, "CHANNEL_PARENT_MAX_CHANNELS");
    await lab.refused(400, 50035, "PATCH", GENERAL, { parent_id: id });
  }),
  documented("a channel that is not there is unknown", "topics/opcodes-and-status-codes.mdx:143", async (lab) => {
    for (const method of ["GET", "PATCH", "DELETE"]) await lab.refused(404, 10003, method, "/channels/1", method === "PATCH" ? {} : undefined);
  }),
  documented("a channel is changed by what is given, and stays as it is in the rest", "resources/channel.mdx:382", async (lab) => {
    const before = await lab.get(GENERAL);
    const wire = await lab.bot();
    const after = await lab.expect(200, "PATCH", GENERAL, { topic: "words", rate_limit_per_user: 10, nsfw: true });
    assert.deepEqual(after, { ...before, topic: "words", rate_limit_per_user: 10, nsfw: true });
    assert.equal((await wire.event("CHANNEL_UPDATE")).d.topic, "words");
    assert.deepEqual([(await lab.expect(200, "PATCH", GENERAL, { topic: null, parent_id: null })).topic, (await lab.get(GENERAL)).parent_id], [null, null]);
    await lab.refused(400, 50035, "PATCH", GENERAL, { rate_limit_per_user: 21_601 });
    await lab.refused(400, 50035, "PATCH", GENERAL, { topic: "x".repeat(1025) });
    await lab.refused(400, 50035, "PATCH", GENERAL, { parent_id: CHANNELS.welcome });
  }),
  documented("a category that is deleted leaves its channels without one", "resources/channel.mdx:466", async (lab) => {
    const wire = await lab.bot();
    await lab.expect(200, "DELETE", `/channels/${CHANNELS.guildHall}`);
    assert.equal((await lab.get(GENERAL)).parent_id, null);
    assert.equal((await wire.event("CHANNEL_UPDATE", ({ id }) => id === CHANNELS.general)).d.parent_id, null);
    await wire.event("CHANNEL_DELETE", ({ id }) => id === CHANNELS.guildHall);
  }),
  assumed("a channel that is deleted takes its threads with it", "the documents say nothing of its threads; bots get THREAD_DELETE for each and 10003 from then on", async (lab) => {
    const wire = await lab.bot();
    const { id } = await lab.expect(201, "POST", `${GENERAL}/threads`, { name: "aside", type: 11 });
    await lab.expect(200, "DELETE", GENERAL);
    assert.deepEqual((await wire.event("THREAD_DELETE")).d, { id, guild_id: GUILD_ID, parent_id: CHANNELS.general, type: 11 });
    await lab.refused(404, 10003, "GET", `/channels/${id}`);
  }),
  documented("bots are told of threads only where they see them, also when they go", "resources/channel.mdx:249", async (lab) => {
    const { world } = await lab.start();
    const general = world.channel(CHANNELS.general);
    assert.ok(isWritable(general));
    const secret = createThread(world, general, PEOPLE.eva, { name: "secret", type: ChannelType.PrivateThread });
    const open = createThread(world, general, PEOPLE.eva, { name: "open", type: ChannelType.PublicThread });
    await only(lab, Bit.ViewChannel | Bit.ManageChannels);
    const wire = await lab.bot();
    await lab.expect(200, "DELETE", GENERAL);
    await wire.event("CHANNEL_DELETE");
    assert.deepEqual([wire.all("THREAD_DELETE").map(({ d }) => d.id), world.channels.has(secret.id)], [[open.id], false]);
  }),
  documented("several channels are moved at once, also to a category whose permissions they take", "resources/guild.mdx:931", async (lab) => {
    await overwrite(lab, [{ id: GUILD_ID, deny: Bit.SendMessages }], CHANNELS.guildHall);
    await lab.expect(204, "PATCH", LIST, [{ id: CHANNELS.general, position: 9, parent_id: CHANNELS.guildHall, lock_permissions: true }, { id: CHANNELS.welcome, position: 8 }]);
    const { position, permission_overwrites } = await lab.get(GENERAL);
    assert.deepEqual([position, permission_overwrites[0].deny, (await lab.get(`/channels/${CHANNELS.welcome}`)).position], [9, String(Bit.SendMessages), 8]);
    await only(lab, Bit.ViewChannel);
    await lab.refused(403, 50013, "PATCH", LIST, [{ id: CHANNELS.general, position: 1 }]);
  }),
  documented("an overwrite is set and taken away with MANAGE_ROLES", "resources/channel.mdx:483", async (lab) => {
    const path = `${GENERAL}/permissions/${ROLES.tailor}`;
    const body = { type: OverwriteType.Role, allow: String(Bit.ViewChannel), deny: "0" };
    await lab.refused(403, 50013, "PUT", path, body);
    await only(lab, MANAGE | Bit.ManageRoles);
    const wire = await lab.bot();
    await lab.expect(204, "PUT", path, body);
    assert.deepEqual((await wire.event("CHANNEL_UPDATE")).d.permission_overwrites, [{ id: ROLES.tailor, ...body }]);
    await lab.expect(204, "DELETE", path);
    await lab.refused(404, 10009, "DELETE", path);
  }),
  documented("an overwrite allows and denies only what its maker may", "resources/channel.mdx:483", async (lab) => {
    await only(lab, MANAGE | Bit.ManageRoles);
    const path = `${GENERAL}/permissions/${ROLES.tailor}`;
    await lab.refused(403, 50013, "PUT", path, { type: 0, allow: String(Bit.BanMembers) });
    await lab.refused(403, 50013, "PUT", path, { type: 0, deny: String(Bit.SendMessages) });
    await lab.refused(403, 50013, "PUT", path, { type: 0, allow: String(Bit.ManageRoles) });
    await lab.refused(403, 50013, "POST", LIST, { name: "x", permission_overwrites: [{ id: ROLES.tailor, type: 0, deny: String(Bit.SendMessages) }] });
  }),
];
