import assert from "node:assert/strict";
import { PermissionFlagsBits as Bit } from "discord-api-types/v10";
import { GUILD_ID, PEOPLE } from "../../index.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { BOT, only, permit } from "../stage.ts";
import { GENERAL, openThread as open, TALK, threadOf } from "../thread-stage.ts";

const HOUR_MS = 3_600_000;

/** The addresses of a list's threads. */
const pathsOf = ({ threads }: { threads: { id: string }[] }): string[] => threads.map(({ id }) => `/channels/${id}`);

export const threadRules: readonly Rule[] = [
  documented("bots are told of a new thread, and that it is new", "events/gateway-events.mdx:625", async (lab) => {
    const wire = await lab.bot();
    const path = await open(lab);
    const { d } = await wire.event("THREAD_CREATE");
    assert.deepEqual([`/channels/${d.id}`, d.newly_created, d.thread_metadata.auto_archive_duration], [path, true, 60]);
  }),
  assumed("a thread's opener is its first member", "the documents do not say so; bots are counted among the members of threads that they open", async (lab) => {
    const wire = await lab.bot();
    const path = await open(lab);
    const { d } = await wire.event("THREAD_CREATE");
    assert.deepEqual([d.member.user_id, d.member_count], [BOT, 1]);
    assert.deepEqual((await lab.get(`${path}/thread-members`)).map(({ user_id }: { user_id: string }) => user_id), [BOT]);
  }),
  documented("a thread without a message is private unless its type is given", "resources/channel.mdx:622", async (lab) => {
    assert.equal((await lab.expect(201, "POST", `${GENERAL}/threads`, { name: "quiet" })).type, 12);
    await lab.refused(400, 50035, "POST", `${GENERAL}/threads`, { name: "x", auto_archive_duration: 5 });
  }),
  documented("public and private threads need each their permission", "topics/threads.mdx:71", async (lab) => {
    await only(lab, TALK | Bit.CreatePublicThreads);
    await open(lab);
    await lab.refused(403, 50013, "POST", `${GENERAL}/threads`, { name: "quiet", type: 12 });
    await permit(lab, TALK | Bit.CreatePrivateThreads);
    await open(lab, { type: 12 });
    await lab.refused(403, 50013, "POST", `${GENERAL}/threads`, { name: "aside", type: 11 });
  }),
  documented("a thread from a message has its id, and a message has one thread", "resources/channel.mdx:587", async (lab) => {
    const { id } = await lab.expect(200, "POST", `${GENERAL}/messages`, { content: "root" });
    const thread = await lab.expect(201, "POST", `${GENERAL}/messages/${id}/threads`, { name: "one" });
    assert.deepEqual([thread.id, thread.type], [id, 11]);
    await lab.refused(400, 160004, "POST", `${GENERAL}/messages/${id}/threads`, { name: "two" });
    assert.equal((await lab.get(`${GENERAL}/messages/${id}`)).flags & 32, 32);
  }),
  assumed("a thread nobody writes in is archived after the time that it says", "the documents say only that it leaves the list of channels then; bots get THREAD_UPDATE with archived", async (lab) => {
    const wire = await lab.bot();
    const path = await open(lab);
    lab.clock.advance(HOUR_MS / 2);
    await lab.expect(200, "POST", `${path}/messages`, { content: "still here" });
    lab.clock.advance(HOUR_MS - 1);
    assert.equal((await lab.get(path)).thread_metadata.archived, false);
    lab.clock.advance(1);
    assert.equal((await wire.event("THREAD_UPDATE", (d) => d.thread_metadata.archived)).d.name, "aside");
  }),
  documented("writing in an archived thread opens it again, unless it is locked", "topics/threads.mdx:59", async (lab) => {
    const path = await open(lab);
    await lab.expect(200, "PATCH", path, { archived: true });
    await lab.expect(200, "POST", `${path}/messages`, { content: "again" });
    assert.equal((await lab.get(path)).thread_metadata.archived, false);
    await lab.expect(200, "PATCH", path, { archived: true, locked: true });
    await only(lab, TALK);
    await lab.refused(400, 50083, "POST", `${path}/messages`, { content: "again" });
  }),
  documented("an archived thread takes no change but to be opened, and no members", "resources/channel.mdx:435", async (lab) => {
    const path = await open(lab);
    await lab.expect(200, "PATCH", path, { archived: true });
    await lab.refused(400, 50083, "PATCH", path, { name: "other" });
    await lab.refused(400, 50083, "PUT", `${path}/thread-members/@me`);
    await lab.refused(400, 50083, "PUT", `${path}/thread-members/${PEOPLE.eva}`);
    assert.equal((await lab.expect(200, "PATCH", path, { name: "other", archived: false })).name, "other");
  }),
  documented("who opened a thread may rename and archive it; locking and deleting need MANAGE_THREADS", "topics/threads.mdx:120", async (lab) => {
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
  documented("who may write in somebody else's thread may open it again, but not change it", "resources/channel.mdx:433", async (lab) => {
    const path = await open(lab);
    (await threadOf(lab, path)).thread.owner_id = PEOPLE.eva;
    await lab.expect(200, "PATCH", path, { archived: true });
    await only(lab, TALK);
    await lab.expect(200, "PATCH", path, { archived: false });
    await lab.refused(403, 50013, "PATCH", path, { name: "other" });
    await lab.refused(403, 50013, "PATCH", path, { archived: true });
  }),
  documented("archived threads are listed newest first, page by page, private ones to who manages threads", "resources/channel.mdx:762", async (lab) => {
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
  documented("a guild's active threads are those that the bot sees, the newest first", "resources/guild.mdx:952", async (lab) => {
    const [first, second, third] = [await open(lab), await open(lab, { type: 12 }), await open(lab)];
    await lab.expect(200, "PATCH", first, { archived: true });
    const { threads, members } = await lab.get(`/guilds/${GUILD_ID}/threads/active`);
    assert.deepEqual([threads.map(({ id }: { id: string }) => `/channels/${id}`), members.length], [[third, second], 2]);
  }),
];
