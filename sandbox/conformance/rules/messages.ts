import { PermissionFlagsBits as Bit } from "discord-api-types/v10";
import assert from "node:assert/strict";
import { APPLICATION_ID, CHANNELS, GUILD_ID, PEOPLE, ROLES } from "../../index.ts";
import type { Body, Lab } from "../lab.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { BOT, overwrite } from "../stage.ts";

const GENERAL = `/channels/${CHANNELS.general}/messages`;
const EMBED = { title: "Leather" };
const ALL = `<@${PEOPLE.eva}> <@&${ROLES.tailor}> @everyone`;

const post = (lab: Lab, body: object): Promise<Body> => lab.expect(200, "POST", GENERAL, body);
const mentioned = ({ mentions, mention_roles: roles, mention_everyone: everyone }: Body): unknown => [mentions.map(({ id }: { id: string }) => id), roles, everyone];
const contents = (list: readonly Body[]): string => list.map(({ content }) => content).join("");

async function directMessage(lab: Lab): Promise<string> {
  return `/channels/${(await lab.expect(200, "POST", "/users/@me/channels", { recipient_id: PEOPLE.eva })).id}/messages`;
}

export const messageRules: readonly Rule[] = [
  documented("a message has something in it", "topics/opcodes-and-status-codes.mdx:264", async (lab) => {
    await lab.refused(400, 50006, "POST", GENERAL, {});
    await lab.refused(400, 50006, "POST", GENERAL, { content: " \n " });
  }),
  documented("a nonce of up to 25 characters comes back in the event", "resources/message.mdx:1081", async (lab) => {
    const wire = await lab.bot();
    await post(lab, { content: "x", nonce: "n".repeat(25) });
    await wire.event("MESSAGE_CREATE", ({ nonce }) => nonce === "n".repeat(25));
    await lab.refused(400, 50035, "POST", GENERAL, { content: "x", nonce: "n".repeat(26) });
  }),
  documented("an enforced nonce gives the first message again for some minutes", "resources/message.mdx:1092", async (lab) => {
    const send = async () => (await post(lab, { content: "once", nonce: "n-1", enforce_nonce: true })).id;
    const first = await send();
    assert.equal(await send(), first);
    assert.notEqual((await post(lab, { content: "again", nonce: "n-1" })).id, first);
    lab.clock.advance(6 * 60_000);
    assert.notEqual(await send(), first);
  }),
  documented("an enforced nonce is unique among all that an author sends, in whatever channel", "resources/message.mdx:1092", async (lab) => {
    const send = async (channelId: string, nonce: string) => (await lab.expect(200, "POST", `/channels/${channelId}/messages`, { content: "once", nonce, enforce_nonce: true })).id;
    const first = await send(CHANNELS.general, "n-1");
    assert.equal(await send(CHANNELS.craftingBoard, "n-1"), first);
    assert.notEqual(await send(CHANNELS.craftingBoard, "n-2"), first);
    const { world } = await lab.start();
    const other = await (await lab.person("eva")).openDirectMessage();
    assert.deepEqual([world.messagesOf(other).size, world.messagesOf(CHANNELS.craftingBoard).size], [0, 1]);
  }),
  assumed("the nonce of a message that is deleted is free again", "there is no first message to give", async (lab) => {
    const send = async () => (await post(lab, { content: "once", nonce: "n-1", enforce_nonce: true })).id;
    const first = await send();
    await lab.expect(204, "DELETE", `${GENERAL}/${first}`);
    assert.notEqual(await send(), first);
    const { world } = await lab.start();
    assert.equal(world.nonces.size, 1);
    lab.clock.advance(6 * 60_000);
    await post(lab, { content: "later", nonce: "n-2" });
    assert.equal(world.nonces.size, 1);
  }),
  documented("a new message takes only the flags that an author may set", "resources/message.mdx:1091", async (lab) => {
    const { flags } = await post(lab, { content: "x", flags: (1 << 2) | (1 << 5) | (1 << 6) | (1 << 7) | (1 << 12) });
    assert.equal(flags, (1 << 2) | (1 << 12));
  }),
  documented("embeds that are suppressed are in no answer, and come back when they are not", "resources/message.mdx:150", async (lab) => {
    const { id, embeds, flags } = await post(lab, { content: "x", embeds: [EMBED], flags: 1 << 2 });
    assert.deepEqual([embeds, flags], [[], 1 << 2]);
    const shown = await lab.expect(200, "PATCH", `${GENERAL}/${id}`, { flags: 0 });
    assert.deepEqual([shown.embeds[0].title, shown.flags], ["Leather", 0]);
  }),
  documented("without allowed_mentions a bot's message mentions all that it may", "resources/message.mdx:736", async (lab) => {
    assert.deepEqual(mentioned(await post(lab, { content: ALL })), [[PEOPLE.eva], [ROLES.tailor], false]);
    await overwrite(lab, [{ id: BOT, allow: Bit.MentionEveryone }]);
    assert.deepEqual(mentioned(await post(lab, { content: ALL })), [[PEOPLE.eva], [ROLES.tailor], true]);
  }),
  documented("allowed_mentions lets through what it parses or names", "resources/message.mdx:754", async (lab) => {
    const mentions = async (allowed_mentions: object) => mentioned(await post(lab, { content: ALL, allowed_mentions }));
    assert.deepEqual(await mentions({ parse: [] }), [[], [], false]);
    assert.deepEqual(await mentions({ parse: ["roles"], users: [PEOPLE.eva, PEOPLE.corwin] }), [[PEOPLE.eva], [ROLES.tailor], false]);
    const text = { flags: 1 << 15, components: [{ type: 10, content: ALL }] };
    assert.deepEqual(mentioned(await post(lab, { ...text, allowed_mentions: { parse: ["users"] } })), [[PEOPLE.eva], [], false]);
  }),
  documented("allowed_mentions cannot parse a kind and name some of it", "resources/message.mdx:785", async (lab) => {
    await lab.refused(400, 50035, "POST", GENERAL, { content: ALL, allowed_mentions: { parse: ["users"], users: [PEOPLE.eva] } });
    await post(lab, { content: ALL, allowed_mentions: { parse: ["users"], users: [] } });
  }),
  documented("a reply refers to its message and brings it as it is now", "resources/message.mdx:1060", async (lab) => {
    const first = (await post(lab, { content: "first" })).id;
    const answer = await post(lab, { content: "second", message_reference: { message_id: first } });
    assert.deepEqual([answer.type, answer.message_reference], [19, { type: 0, channel_id: CHANNELS.general, guild_id: GUILD_ID, message_id: first }]);
    await lab.expect(200, "PATCH", `${GENERAL}/${first}`, { content: "changed" });
    assert.equal((await lab.get(`${GENERAL}/${answer.id}`)).referenced_message.content, "changed");
    await lab.expect(204, "DELETE", `${GENERAL}/${first}`);
    assert.equal((await lab.get(`${GENERAL}/${answer.id}`)).referenced_message, null);
  }),
  documented("what is answered must exist and be no system message", "resources/message.mdx:1071", async (lab) => {
    const gone = { message_id: "1200000000000009999" };
    const body = await lab.refused(400, 50035, "POST", GENERAL, { content: "x", message_reference: gone });
    assert.match(JSON.stringify(body.errors.message_reference), /REPLIES_UNKNOWN_MESSAGE/);
    assert.equal((await post(lab, { content: "x", message_reference: { ...gone, fail_if_not_exists: false } })).type, 0);
    await overwrite(lab, [{ id: BOT, allow: Bit.PinMessages }]);
    await lab.expect(204, "PUT", `/channels/${CHANNELS.general}/messages/pins/${(await post(lab, { content: "pin" })).id}`);
    const [notice] = await lab.get(`${GENERAL}?limit=1`);
    await lab.refused(400, 50035, "POST", GENERAL, { content: "x", message_reference: { message_id: notice.id } });
  }),
  documented("who is answered is mentioned only when allowed_mentions says so or is absent", "resources/message.mdx:757", async (lab) => {
    const id = await (await lab.person("eva")).send(CHANNELS.general, "hello");
    const reply = async (more: object) => mentioned(await post(lab, { content: "x", message_reference: { message_id: id }, ...more }));
    assert.deepEqual(await reply({}), [[PEOPLE.eva], [], false]);
    assert.deepEqual(await reply({ allowed_mentions: { parse: [] } }), [[], [], false]);
    assert.deepEqual(await reply({ allowed_mentions: { parse: [], replied_user: true } }), [[PEOPLE.eva], [], false]);
  }),
  documented("to write one needs SEND_MESSAGES, to see the channel comes first", "resources/message.mdx:1068", async (lab) => {
    await overwrite(lab, [{ id: BOT, deny: Bit.SendMessages }]);
    await lab.refused(403, 50013, "POST", GENERAL, { content: "x" });
    await lab.refused(403, 50001, "POST", `/channels/${CHANNELS.officers}/messages`, { content: "x" });
    await lab.refused(404, 10003, "POST", "/channels/1200000000000000999/messages", { content: "x" });
  }),
  documented("text to speech needs SEND_TTS_MESSAGES", "resources/message.mdx:1069", async (lab) => {
    await lab.refused(403, 50013, "POST", GENERAL, { content: "x", tts: true });
    await overwrite(lab, [{ id: BOT, allow: Bit.SendTTSMessages }]);
    assert.equal((await post(lab, { content: "x", tts: true })).tts, true);
  }),
  documented("to reply one must be able to read back", "resources/message.mdx:1070", async (lab) => {
    const { id } = await post(lab, { content: "x" });
    await overwrite(lab, [{ id: BOT, deny: Bit.ReadMessageHistory }]);
    await lab.refused(403, 160002, "POST", GENERAL, { content: "y", message_reference: { message_id: id } });
  }),
  assumed("without EMBED_LINKS embeds are left out, and a message of nothing else is refused", "bots get 50013 for embeds alone, and nothing for an edit with embeds", async (lab) => {
    await overwrite(lab, [{ id: BOT, deny: Bit.EmbedLinks }]);
    await lab.refused(403, 50013, "POST", GENERAL, { embeds: [EMBED] });
    const { id, embeds } = await post(lab, { content: "x", embeds: [EMBED] });
    assert.deepEqual(embeds, []);
    assert.deepEqual((await lab.expect(200, "PATCH", `${GENERAL}/${id}`, { embeds: [EMBED] })).embeds, []);
  }),
  documented("without ATTACH_FILES a message with a file is refused", "topics/permissions.mdx:58", async (lab) => {
    await overwrite(lab, [{ id: BOT, deny: Bit.AttachFiles }]);
    const form = new FormData();
    form.set("files[0]", new Blob(["x"]), "a.txt");
    await lab.refused(403, 50013, "POST", GENERAL, form);
  }),
  documented("history goes from the newest to the oldest, 50 at once unless a limit says otherwise", "resources/message.mdx:896", async (lab) => {
    const ids: string[] = [];
    for (let count = 0; count < 6; count += 1) ids.push((await post(lab, { content: String(count) })).id);
    const page = async (query: string) => contents(await lab.get(`${GENERAL}?${query}`));
    assert.equal(await page("limit=2"), "54");
    assert.equal(await page(`before=${ids[4]}&limit=2`), "32");
    assert.equal(await page(`after=${ids[1]}&limit=2`), "32");
    assert.equal(await page(`around=${ids[3]}&limit=3`), "432");
    await lab.refused(400, 50035, "GET", `${GENERAL}?limit=101`);
    for (let count = 6; count < 51; count += 1) await post(lab, { content: "x" });
    assert.equal((await lab.get(GENERAL)).length, 50);
  }),
  documented("before, after and around exclude each other", "resources/message.mdx:903", async (lab) => {
    await lab.refused(400, 50035, "GET", `${GENERAL}?before=1&after=2`);
  }),
  documented("who may not read back gets an empty history, and no single message", "resources/message.mdx:900", async (lab) => {
    const { id } = await post(lab, { content: "x" });
    await overwrite(lab, [{ id: BOT, deny: Bit.ReadMessageHistory }]);
    assert.deepEqual(await lab.get(GENERAL), []);
    assert.equal((await lab.ask("GET", `${GENERAL}/${id}`)).status, 403);
  }),
  documented("who takes no direct messages cannot be written to", "topics/opcodes-and-status-codes.mdx:265", async (lab) => {
    const path = await directMessage(lab);
    await lab.expect(200, "POST", path, { content: "hello" });
    const eva = await lab.person("eva");
    await eva.act("accept-direct-messages", { accept: false });
    await lab.refused(403, 50007, "POST", path, { content: "hello?" });
  }),
  documented("nobody can be written to without a server in common", "topics/opcodes-and-status-codes.mdx:330", async (lab) => {
    const path = await directMessage(lab);
    const { world } = await lab.start();
    world.guild(GUILD_ID).members.delete(PEOPLE.eva);
    await lab.refused(403, 50278, "POST", path, { content: "hello?" });
  }),
  documented("typing is told to bots with the intent for it", "events/gateway.mdx:385", async (lab) => {
    const wire = await lab.bot();
    await lab.expect(204, "POST", `/channels/${CHANNELS.general}/typing`);
    const { d } = await wire.event("TYPING_START");
    assert.deepEqual([d.channel_id, d.guild_id, d.user_id, d.timestamp], [CHANNELS.general, GUILD_ID, APPLICATION_ID, Math.floor(lab.clock.now() / 1000)]);
  }),
];
