import assert from "node:assert/strict";
import { GatewayIntentBits as Intent, PermissionFlagsBits as Bit } from "discord-api-types/v10";
import { CHANNELS, PEOPLE } from "../../index.ts";
import { isGuildChannel } from "../../world/channel.ts";
import { setOverwrite } from "../../world/channels.ts";
import { addThreadMember, removeThreadMember } from "../../world/threads.ts";
import { documented, type Rule } from "../rule.ts";
import { BOT, only, overwrite, permit } from "../stage.ts";
import { openThread as open, TALK, threadOf } from "../thread-stage.ts";
import { PLAIN_INTENTS } from "../wire.ts";

export const threadMemberRules: readonly Rule[] = [
  documented("members of a thread come and go, and bots with GUILD_MEMBERS are told", "topics/threads.mdx:112", async (lab) => {
    const wire = await lab.bot({ intents: PLAIN_INTENTS | Intent.GuildMembers });
    const path = await open(lab);
    await lab.expect(204, "PUT", `${path}/thread-members/${PEOPLE.eva}`);
    const { d } = await wire.event("THREAD_MEMBERS_UPDATE", ({ added_members: added }) => added.length > 0);
    assert.deepEqual([d.added_members[0].user_id, d.member_count], [PEOPLE.eva, 2]);
    const { user_id, member } = await lab.get(`${path}/thread-members/${PEOPLE.eva}?with_member=true`);
    assert.deepEqual([user_id, member.user.id], [PEOPLE.eva, PEOPLE.eva]);
    assert.equal((await lab.get(`${path}/thread-members?with_member=true&limit=1`)).length, 1);
    await lab.expect(204, "DELETE", `${path}/thread-members/${PEOPLE.eva}`);
    await wire.event("THREAD_MEMBERS_UPDATE", ({ removed_member_ids: removed }) => removed.includes(PEOPLE.eva));
    await lab.refused(404, 10007, "GET", `${path}/thread-members/${PEOPLE.eva}`);
  }),
  documented("to a private thread that is not invitable only its opener and who manages threads add others", "resources/channel.mdx:316", async (lab) => {
    const path = await open(lab, { type: 12, invitable: false });
    (await threadOf(lab, path)).thread.owner_id = PEOPLE.eva;
    await only(lab, TALK);
    await lab.refused(403, 50013, "PUT", `${path}/thread-members/${PEOPLE.corwin}`);
    await permit(lab, TALK | Bit.ManageThreads);
    await lab.expect(204, "PUT", `${path}/thread-members/${PEOPLE.corwin}`);
  }),
  documented("a bot that is added to a thread is told of it, with its part in it", "topics/threads.mdx:164", async (lab) => {
    const { world, thread } = await threadOf(lab, await open(lab));
    const wire = await lab.bot();
    removeThreadMember(world, thread, BOT);
    addThreadMember(world, thread, BOT);
    const { d } = await wire.event("THREAD_CREATE");
    assert.deepEqual([d.id, d.newly_created, d.member.user_id], [thread.id, undefined, BOT]);
  }),
  documented("who writes in a thread is one of its members from then on", "resources/channel.mdx:251", async (lab) => {
    const eva = await lab.person("eva");
    const path = await open(lab);
    await eva.act("message", { channelId: path.slice(10), content: "may I?" });
    assert.equal((await lab.get(`${path}/thread-members/${PEOPLE.eva}`)).user_id, PEOPLE.eva);
    assert.equal((await lab.get(path)).member_count, 2);
  }),
  documented("a bot that asks for a thread, or opens one, is given its part in it", "topics/threads.mdx:100", async (lab) => {
    const path = await open(lab);
    assert.deepEqual([(await lab.get(path)).member.user_id, (await lab.get(path)).member.id], [BOT, path.slice(10)]);
    await lab.expect(204, "DELETE", `${path}/thread-members/@me`);
    assert.equal((await lab.get(path)).member, undefined);
  }),
  documented("a bot that connects is given the active threads that it sees, with its part in them but not whose it is", "resources/channel.mdx:334", async (lab) => {
    const paths = [await open(lab), await open(lab, { type: 12 }), await open(lab)];
    await lab.expect(200, "PATCH", paths[2] ?? "", { archived: true });
    const { d } = await (await lab.bot()).event("GUILD_CREATE");
    const seen = d.threads.map(({ id, member }: { id: string; member: object }) => [`/channels/${id}`, Object.keys(member)]);
    assert.deepEqual(seen, paths.slice(0, 2).map((path) => [path, ["join_timestamp", "flags"]]));
  }),
  documented("members of a thread are counted up to 50", "topics/threads.mdx:40", async (lab) => {
    const { world, thread } = await threadOf(lab, await open(lab));
    for (let n = 0; n < 60; n += 1) addThreadMember(world, thread, world.ids.next());
    assert.deepEqual([thread.member_count, world.threadMembers.get(thread.id)?.size], [50, 61]);
  }),
  documented("the list of a thread's members needs the privileged intent GUILD_MEMBERS to be switched on", "resources/channel.mdx:725", async (lab) => {
    const path = await open(lab);
    (await lab.start()).world.application(BOT).privilegedIntents = 0;
    await lab.refused(403, 50001, "GET", `${path}/thread-members`);
    await lab.get(`${path}/thread-members/${BOT}`);
  }),
  documented("who is added to or taken out of a thread by somebody else is named there by a message of type 1 or 2", "topics/threads.mdx:131", async (lab) => {
    const path = await open(lab);
    await lab.expect(204, "PUT", `${path}/thread-members/${PEOPLE.eva}`);
    await lab.expect(204, "DELETE", `${path}/thread-members/${PEOPLE.eva}`);
    await lab.expect(204, "DELETE", `${path}/thread-members/@me`);
    const said = await lab.get(`${path}/messages`);
    assert.deepEqual(said.map(({ type, author, mentions }: { type: number; author: { id: string }; mentions: { id: string }[] }) => [type, author.id, mentions[0]?.id]), [
      [2, BOT, PEOPLE.eva],
      [1, BOT, PEOPLE.eva],
    ]);
  }),
  documented("when a thread is opened again its members are told of it, then of their part in it", "topics/threads.mdx:201", async (lab) => {
    const wire = await lab.bot();
    const path = await open(lab);
    await lab.expect(200, "PATCH", path, { archived: true });
    assert.equal(wire.all("THREAD_MEMBER_UPDATE").length, 0);
    await lab.expect(200, "PATCH", path, { archived: false });
    const { d, s } = await wire.event("THREAD_MEMBER_UPDATE");
    const before = await wire.event("THREAD_UPDATE", ({ thread_metadata: metadata }) => !metadata.archived);
    assert.deepEqual([d.id, d.user_id, d.guild_id, Number(before.s) < Number(s)], [path.slice(10), BOT, before.d.guild_id, true]);
  }),
  documented("a bot that does not see a thread hears of it only when it is taken out", "topics/threads.mdx:194", async (lab) => {
    const wire = await lab.bot({ intents: PLAIN_INTENTS | Intent.GuildMembers });
    const path = await open(lab);
    const { world, thread } = await threadOf(lab, path);
    await only(lab, TALK);
    await overwrite(lab, [{ id: BOT, deny: Bit.ViewChannel }]);
    addThreadMember(world, thread, PEOPLE.eva);
    removeThreadMember(world, thread, BOT);
    const { d } = await wire.event("THREAD_MEMBERS_UPDATE", ({ removed_member_ids: removed }) => removed.length > 0);
    assert.deepEqual([d.removed_member_ids, wire.all("THREAD_MEMBERS_UPDATE").length, wire.all("THREAD_DELETE").length], [[BOT], 1, 0]);
  }),
  documented("a bot that gains sight of a channel is given its active threads", "topics/threads.mdx:180", async (lab) => {
    const path = await open(lab);
    await only(lab, TALK | Bit.ManageRoles | Bit.ManageChannels);
    await overwrite(lab, [{ id: BOT, deny: Bit.ViewChannel }]);
    const wire = await lab.bot();
    const { world } = await lab.start();
    const channel = world.channel(CHANNELS.general);
    if (isGuildChannel(channel)) setOverwrite(world, channel, BOT, null);
    const { d } = await wire.event("THREAD_LIST_SYNC");
    assert.deepEqual([d.channel_ids, d.threads.map(({ id }: { id: string }) => `/channels/${id}`), d.members.length], [[CHANNELS.general], [path], 1]);
  }),
];
