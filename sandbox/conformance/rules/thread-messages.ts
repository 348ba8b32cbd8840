import assert from "node:assert/strict";
import { PermissionFlagsBits as Bit } from "discord-api-types/v10";
import { CHANNELS, PEOPLE } from "../../index.ts";
import type { Lab } from "../lab.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { BOT, only, permit } from "../stage.ts";
import { COMMANDS, TRY } from "../scene.ts";
import { GENERAL, openThread as open, TALK, threadOf } from "../thread-stage.ts";

/** Opens a thread with a message of the bot's in it, and leaves the bot no more than to talk and react. */
async function begun(lab: Lab): Promise<{ path: string; message: string }> {
  const path = await open(lab);
  const { id } = await lab.expect(200, "POST", `${path}/messages`, { content: "first" });
  await lab.expect(204, "PUT", `${path}/messages/${id}/reactions/🪡/@me`);
  await only(lab, TALK | Bit.AddReactions);
  return { path, message: `${path}/messages/${id}` };
}

/** Archives or locks, whoever may. */
async function set(lab: Lab, path: string, change: { archived?: boolean; locked?: boolean }): Promise<void> {
  const { thread } = await threadOf(lab, path);
  Object.assign(thread.thread_metadata ?? {}, change);
}

const countsOf = ({ message_count: now, total_message_sent: ever }: { message_count: number; total_message_sent: number }): number[] => [now, ever];

export const threadMessageRules: readonly Rule[] = [
  documented("in a locked thread who does not manage threads neither sends nor edits", "topics/threads.mdx:51", async (lab) => {
    const { path, message } = await begun(lab);
    await set(lab, path, { locked: true });
    await lab.refused(400, 160005, "POST", `${path}/messages`, { content: "second" });
    await lab.refused(400, 160005, "PATCH", message, { content: "changed" });
    await lab.refused(403, 50013, "PATCH", path, { name: "other" });
    const eva = await lab.person("eva");
    await permit(lab, TALK, (await threadOf(lab, path)).thread.guild_id ?? "");
    await assert.rejects(eva.act("message", { channelId: path.slice(10), content: "hello" }), /locked/);
  }),
  documented("in a locked thread that is open messages are deleted and reactions come and go, in an archived one not", "topics/threads.mdx:51", async (lab) => {
    const { path, message } = await begun(lab);
    await set(lab, path, { locked: true });
    await lab.expect(204, "PUT", `${message}/reactions/🔥/@me`);
    await lab.expect(204, "DELETE", `${message}/reactions/🔥/@me`);
    await set(lab, path, { archived: true });
    await lab.refused(400, 50083, "DELETE", message);
    await set(lab, path, { archived: false });
    await lab.expect(204, "DELETE", message);
  }),
  documented("who manages threads writes, edits and deletes in a locked one, and opens it again by writing", "topics/threads.mdx:53", async (lab) => {
    const { path, message } = await begun(lab);
    await permit(lab, TALK | Bit.ManageThreads);
    await set(lab, path, { locked: true });
    await lab.expect(200, "PATCH", message, { content: "changed" });
    await set(lab, path, { archived: true });
    await lab.expect(200, "POST", `${path}/messages`, { content: "second" });
    const { archived, locked } = (await lab.get(path)).thread_metadata;
    assert.deepEqual([archived, locked], [false, true]);
    await set(lab, path, { archived: true });
    await lab.expect(204, "DELETE", message);
  }),
  documented("in an archived thread nobody edits messages or touches reactions: 50083", "topics/threads.mdx:59", async (lab) => {
    const { path, message } = await begun(lab);
    await permit(lab, Bit.Administrator);
    await set(lab, path, { archived: true });
    await lab.refused(400, 50083, "PATCH", message, { content: "changed" });
    await lab.refused(400, 50083, "PUT", `${message}/reactions/🔥/@me`);
    await lab.refused(400, 50083, "DELETE", `${message}/reactions/🪡/@me`);
    await lab.refused(400, 50083, "DELETE", `${message}/reactions`);
    await lab.refused(400, 50083, "PUT", message.replace("/messages/", "/messages/pins/"));
    await lab.expect(204, "DELETE", message);
    assert.equal((await lab.get(path)).thread_metadata.archived, true);
  }),
  documented("nobody uses application commands in an archived thread", "topics/threads.mdx:59", async (lab) => {
    await lab.expect(200, "PUT", COMMANDS, [TRY]);
    await lab.bot();
    const eva = await lab.person("eva");
    await eva.waitForBot([TRY.name]);
    const path = await open(lab);
    const use = () => eva.act("command", { channelId: path.slice(10), applicationId: BOT, name: TRY.name });
    await use();
    await set(lab, path, { archived: true });
    await assert.rejects(use());
    await set(lab, path, { archived: false, locked: true });
    await assert.rejects(use());
  }),
  documented("of a thread's messages the deleted ones leave message_count and stay in total_message_sent", "topics/threads.mdx:41", async (lab) => {
    const path = await open(lab);
    const { id } = await lab.expect(200, "POST", `${path}/messages`, { content: "one" });
    await lab.expect(200, "POST", `${path}/messages`, { content: "two" });
    assert.deepEqual(countsOf(await lab.get(path)), [2, 2]);
    await lab.expect(204, "DELETE", `${path}/messages/${id}`);
    assert.deepEqual(countsOf(await lab.get(path)), [1, 2]);
    const { id: third } = await lab.expect(200, "POST", `${path}/messages`, { content: "three" });
    const { id: fourth } = await lab.expect(200, "POST", `${path}/messages`, { content: "four" });
    await lab.expect(204, "POST", `${path}/messages/bulk-delete`, { messages: [third, fourth] });
    assert.deepEqual(countsOf(await lab.get(path)), [1, 4]);
  }),
  documented("a thread from a message begins with a message of type 21 that only points there, and does not count it", "topics/threads.mdx:134", async (lab) => {
    const { id } = await lab.expect(200, "POST", `${GENERAL}/messages`, { content: "root" });
    const thread = await lab.expect(201, "POST", `${GENERAL}/messages/${id}/threads`, { name: "one" });
    const [starter, ...more] = await lab.get(`/channels/${id}/messages`);
    const { type, content, message_reference: reference, referenced_message: root } = starter;
    assert.deepEqual([type, content, reference.channel_id, reference.message_id, root.content, more.length], [21, "", CHANNELS.general, id, "root", 0]);
    assert.deepEqual(countsOf(await lab.get(`/channels/${thread.id}`)), [0, 0]);
  }),
  documented("a thread from an older message is said in its channel by a message of type 18, one from a new message is not", "topics/threads.mdx:133", async (lab) => {
    const { id } = await lab.expect(200, "POST", `${GENERAL}/messages`, { content: "old" });
    lab.clock.advance(24 * 3_600_000);
    const { id: young } = await lab.expect(200, "POST", `${GENERAL}/messages`, { content: "new" });
    for (const root of [id, young]) await lab.expect(201, "POST", `${GENERAL}/messages/${root}/threads`, { name: `of ${root}` });
    const said = (await lab.get(`${GENERAL}/messages`)).filter(({ type }: { type: number }) => type === 18);
    assert.deepEqual(said.map(({ content, message_reference: to }: { content: string; message_reference: object }) => [content, to]), [
      [`of ${id}`, { type: 0, channel_id: id, guild_id: (await lab.get(GENERAL)).guild_id }],
    ]);
  }),
  documented("a thread's new name is said in it by a message of type 4", "topics/threads.mdx:132", async (lab) => {
    const path = await open(lab);
    await lab.expect(200, "PATCH", path, { name: "other" });
    await lab.expect(200, "PATCH", path, { name: "other", auto_archive_duration: 1440 });
    const said = await lab.get(`${path}/messages`);
    assert.deepEqual(said.map(({ type, content, author }: { type: number; content: string; author: { id: string } }) => [type, content, author.id]), [[4, "other", BOT]]);
  }),
  documented("a thread's archive_timestamp is when it was archived or opened, or its time to archive changed", "topics/threads.mdx:42", async (lab) => {
    const path = await open(lab);
    const stamp = async (change: object): Promise<number> => {
      lab.clock.advance(1000);
      const { thread_metadata: metadata } = await lab.expect(200, "PATCH", path, change);
      return lab.clock.now() - Date.parse(metadata.archive_timestamp);
    };
    assert.deepEqual([await stamp({ name: "other" }), await stamp({ auto_archive_duration: 1440 }), await stamp({ auto_archive_duration: 1440 })], [1000, 0, 1000]);
    assert.deepEqual([await stamp({ archived: true }), await stamp({ archived: false })], [0, 0]);
  }),
  assumed("what is said of a thread's own changes counts among its messages", "message_count of threads that were renamed is higher than what people wrote", async (lab) => {
    const path = await open(lab);
    await lab.expect(204, "PUT", `${path}/thread-members/${PEOPLE.eva}`);
    assert.deepEqual(countsOf(await lab.get(path)), [1, 1]);
  }),
];
