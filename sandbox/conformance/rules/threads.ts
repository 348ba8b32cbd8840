import assert from "node:assert/strict";
import { GatewayIntentBits as Intent, PermissionFlagsBits as Bit } from "discord-api-types/v10";
import { CHANNELS, GUILD_ID, PEOPLE } from "../../index.ts";
import { setOverwrite } from "../../world/channels.ts";
import { addThreadMember, removeThreadMember } from "../../world/threads.ts";
import { isGuildChannel, isThread } from "../../world/channel.ts";
import type { Lab } from "../lab.ts";
import { assumed, type Rule } from "../rule.ts";
import { BOT, only, overwrite, permit, TOPIC } from "../stage.ts";
import { PLAIN_INTENTS } from "../wire.ts";

const GENERAL = `/channels/${CHANNELS.general}`;
const WHY = TOPIC("Threads");
const TALK = Bit.ViewChannel | Bit.SendMessagesInThreads | Bit.ReadMessageHistory;
const HOUR_MS = 3_600_000;

/** Opens a thread as the bot; a public one (11) that waits an hour, unless told otherwise. Gives its address. */
async function open(lab: Lab, wanted: object = {}): Promise<string> {
  const { id } = await lab.expect(201, "POST", `${GENERAL}/threads`, { name: "aside", type: 11, auto_archive_duration: 60, ...wanted });
  return `/channels/${id}`;
}

/** The addresses of a list's threads. */
const pathsOf = ({ threads }: { threads: { id: string }[] }): string[] => threads.map(({ id }) => `/channels/${id}`);

export const threadRules: readonly Rule[] = [
  assumed("a thread's opener is its first member, and bots are told of a new thread with their part in it", WHY, async (lab) => {
    const wire = await lab.bot();
    const path = await open(lab);
    const { d } = await wire.event("THREAD_CREATE");
    assert.deepEqual([`/channels/${d.id}`, d.newly_created, d.member.user_id, d.member_count, d.thread_metadata.auto_archive_duration], [path, true, BOT, 1, 60]);
    assert.deepEqual((await lab.get(`${path}/thread-members`)).map(({ user_id }: { user_id: string }) => user_id), [BOT]);
  }),
  assumed("a thread without a message is private unless its type is given", WHY, async (lab) => {
    assert.equal((await lab.expect(201, "POST", `${GENERAL}/threads`, { name: "quiet" })).type, 12);
    await lab.refused(400, 50035, "POST", `${GENERAL}/threads`, { name: "x", auto_archive_duration: 5 });
  }),
  assumed("public and private threads need each their permission", WHY, async (lab) => {
    await only(lab, TALK | Bit.CreatePublicThreads);
    await open(lab);
    await lab.refused(403, 50013, "POST", `${GENERAL}/threads`, { name: "quiet", type: 12 });
    await permit(lab, TALK | Bit.CreatePrivateThreads);
    await open(lab, { type: 12 });
    await lab.refused(403, 50013, "POST", `${GENERAL}/threads`, { name: "aside", type: 11 });
  }),
  assumed("a thread from a message has its id, and a message has one thread", WHY, async (lab) => {
    const { id } = await lab.expect(200, "POST", `${GENERAL}/messages`, { content: "root" });
    const thread = await lab.expect(201, "POST", `${GENERAL}/messages/${id}/threads`, { name: "one" });
    assert.deepEqual([thread.id, thread.type], [id, 11]);
    await lab.refused(400, 160004, "POST", `${GENERAL}/messages/${id}/threads`, { name: "two" });
    assert.equal((await lab.get(`${GENERAL}/messages/${id}`)).flags & 32, 32);
  }),
  assumed("a thread nobody writes in is archived after the time that it says", WHY, async (lab) => {
    const wire = await lab.bot();
    const path = await open(lab);
    lab.clock.advance(HOUR_MS / 2);
    await lab.expect(200, "POST", `${path}/messages`, { content: "still here" });
    lab.clock.advance(HOUR_MS - 1);
    assert.equal((await lab.get(path)).thread_metadata.archived, false);
    lab.clock.advance(1);
    assert.equal((await wire.event("THREAD_UPDATE", (d) => d.thread_metadata.archived)).d.name, "aside");
  }),
  assumed("writing in an archived thread opens it again, unless it is locked", WHY, async (lab) => {
    const path = await open(lab);
    await lab.expect(200, "PATCH", path, { archived: true });
    await lab.expect(200, "POST", `${path}/messages`, { content: "again" });
    assert.equal((await lab.get(path)).thread_metadata.archived, false);
    await lab.expect(200, "PATCH", path, { archived: true, locked: true });
    await lab.refused(400, 50083, "POST", `${path}/messages`, { content: "again" });
  }),
  assumed("an archived thread takes no change but to be opened, and no members", WHY, async (lab) => {
    const path = await open(lab);
    await lab.expect(200, "PATCH", path, { archived: true });
    await lab.refused(400, 50083, "PATCH", path, { name: "other" });
    await lab.refused(400, 50083, "PUT", `${path}/thread-members/@me`);
    await lab.refused(400, 50083, "PUT", `${path}/thread-members/${PEOPLE.eva}`);
    assert.equal((await lab.expect(200, "PATCH", path, { name: "other", archived: false })).name, "other");
  }),
  assumed("who opened a thread may rename and archive it; locking and deleting need MANAGE_THREADS", WHY, async (lab) => {
    const path = await open(lab);
    await only(lab, TALK);
    await lab.expect(200, "PATCH", path, { name: "mine", auto_archive_duration: 1440 });
    await lab.refused(403, 50013, "PATCH", path, { locked: true });
    await lab.refused(403, 50013, "PATCH", path, { rate_limit_per_user: 5 });
    await lab.refused(403, 50013, "DELETE", path);
    await permit(lab, TALK | Bit.ManageThreads);
    await lab.expect(200, "PATCH", path, { locked: true, archived: true });
    await permit(lab, TALK);
    await lab.refused(403, 50013, "PATCH", path, { archived: false });
  }),
  assumed("who may write in somebody else's thread may open it again, but not change it", WHY, async (lab) => {
    const path = await open(lab);
    const thread = (await lab.start()).world.channel(path.slice(10));
    if (isThread(thread)) thread.owner_id = PEOPLE.eva;
    await lab.expect(200, "PATCH", path, { archived: true });
    await only(lab, TALK);
    await lab.expect(200, "PATCH", path, { archived: false });
    await lab.refused(403, 50013, "PATCH", path, { name: "other" });
    await lab.refused(403, 50013, "PATCH", path, { archived: true });
  }),
  assumed("members of a thread come and go, and bots with GUILD_MEMBERS are told", WHY, async (lab) => {
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
  assumed("to a private thread that is not invitable only its opener and who manages threads add others", WHY, async (lab) => {
    const path = await open(lab, { type: 12, invitable: false });
    const thread = (await lab.start()).world.channel(path.slice(10));
    if (isThread(thread)) thread.owner_id = PEOPLE.eva;
    await only(lab, TALK);
    await lab.refused(403, 50013, "PUT", `${path}/thread-members/${PEOPLE.corwin}`);
    await permit(lab, TALK | Bit.ManageThreads);
    await lab.expect(204, "PUT", `${path}/thread-members/${PEOPLE.corwin}`);
  }),
  assumed("a bot that is added to a thread is told of it, with its part in it", TOPIC("Gateway Events"), async (lab) => {
    const { world } = await lab.start();
    const path = await open(lab);
    const wire = await lab.bot();
    const thread = world.channel(path.slice(10));
    if (!isThread(thread)) throw new Error("no thread");
    removeThreadMember(world, thread, BOT);
    addThreadMember(world, thread, BOT);
    const { d } = await wire.event("THREAD_CREATE");
    assert.deepEqual([d.id, d.newly_created, d.member.user_id], [thread.id, undefined, BOT]);
  }),
  assumed("archived threads are listed newest first, page by page, private ones to who manages threads", WHY, async (lab) => {
    const paths: string[] = [];
    for (const type of [11, 11, 11, 12]) paths.push(await open(lab, { type }));
    for (const path of paths) {
      lab.clock.advance(1000);
      await lab.expect(200, "PATCH", path, { archived: true });
    }
    const first = await lab.get(`${GENERAL}/threads/archived/public?limit=2`);
    assert.deepEqual([pathsOf(first), first.has_more, first.members.length], [[paths[2], paths[1]], true, 2]);
    const rest = await lab.get(`${GENERAL}/threads/archived/public?before=${encodeURIComponent(first.threads[1].thread_metadata.archive_timestamp)}`);
    assert.deepEqual([pathsOf(rest), rest.has_more], [[paths[0]], false]);
    assert.deepEqual(pathsOf(await lab.get(`${GENERAL}/threads/archived/private`)), [paths[3]]);
    assert.deepEqual(pathsOf(await lab.get(`${GENERAL}/users/@me/threads/archived/private`)), [paths[3]]);
    await only(lab, TALK);
    await lab.refused(403, 50013, "GET", `${GENERAL}/threads/archived/private`);
  }),
  assumed("a guild's active threads are those that the bot sees", TOPIC("Guild"), async (lab) => {
    const [first, second] = [await open(lab), await open(lab, { type: 12 })];
    await lab.expect(200, "PATCH", first, { archived: true });
    const { threads, members } = await lab.get(`/guilds/${GUILD_ID}/threads/active`);
    assert.deepEqual([threads.map(({ id }: { id: string }) => `/channels/${id}`), members.length], [[second], 1]);
  }),
  assumed("a bot that gains sight of a channel is given its active threads", TOPIC("Gateway Events"), async (lab) => {
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
