import assert from "node:assert/strict";
import { PermissionFlagsBits as Bit } from "discord-api-types/v10";
import { CHANNELS, GUILD_ID } from "../../index.ts";
import type { Body, Lab } from "../lab.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { BOT, only } from "../stage.ts";

const LIST = `/channels/${CHANNELS.general}/webhooks`;

async function make(lab: Lab): Promise<Body> {
  await only(lab, Bit.ViewChannel | Bit.ManageWebhooks | Bit.CreatePublicThreads | Bit.ReadMessageHistory);
  return lab.expect(200, "POST", LIST, { name: "Herald" });
}

export const webhookRules: readonly Rule[] = [
  documented("webhooks are made with MANAGE_WEBHOOKS, and bots are told that a channel's webhooks changed", "resources/webhook.mdx:123", async (lab) => {
    await only(lab, Bit.ViewChannel);
    await lab.refused(403, 50013, "POST", LIST, { name: "Herald" });
    const wire = await lab.bot();
    const webhook = await make(lab);
    assert.deepEqual([webhook.type, webhook.channel_id, webhook.guild_id, webhook.application_id, webhook.user.id], [1, CHANNELS.general, GUILD_ID, BOT, BOT]);
    assert.deepEqual((await wire.event("WEBHOOKS_UPDATE")).d, { guild_id: GUILD_ID, channel_id: CHANNELS.general });
    assert.deepEqual(await lab.get(LIST), [webhook]);
    assert.deepEqual(await lab.get(`/guilds/${GUILD_ID}/webhooks`), [webhook]);
    assert.deepEqual(await lab.get(`/webhooks/${webhook.id}`), webhook);
  }),
  documented("a webhook's name has 1 to 80 characters and neither clyde nor discord in it", "resources/webhook.mdx:127", async (lab) => {
    await make(lab);
    for (const name of ["", "x".repeat(81), "My Clyde", "discordant"]) await lab.refused(400, 50035, "POST", LIST, { name });
  }),
  documented("a channel has 15 webhooks at most", "topics/opcodes-and-status-codes.mdx:206", async (lab) => {
    await make(lab);
    for (let count = 1; count < 15; count += 1) await lab.expect(200, "POST", LIST, { name: `h${count}` });
    await lab.refused(400, 30007, "POST", LIST, { name: "one more" });
  }),
  assumed("a webhook opens a thread with thread_name only in a forum, of which the sandbox has none", "the code 220003 is among the codes; which channels answer it the documents do not say", async (lab) => {
    const { id, token } = await make(lab);
    await lab.refused(400, 220_003, "POST", `/webhooks/${id}/${token}`, { content: "hello", thread_name: "News" });
    await lab.expect(204, "POST", `/webhooks/${id}/${token}`, { content: "hello", thread_name: null });
  }),
  documented("a webhook that is not there is unknown", "topics/opcodes-and-status-codes.mdx:155", async (lab) => {
    const { id, token } = await make(lab);
    await lab.expect(204, "DELETE", `/webhooks/${id}`);
    await lab.refused(404, 10015, "GET", `/webhooks/${id}`);
    await lab.refused(404, 10015, "POST", `/webhooks/${id}/${token}`, { content: "hello" });
  }),
  documented("a webhook's token must be its own", "topics/opcodes-and-status-codes.mdx:282", async (lab) => {
    const { id } = await make(lab);
    await lab.refused(401, 50027, "GET", `/webhooks/${id}/wrong`);
    await lab.refused(401, 50027, "POST", `/webhooks/${id}/wrong`, { content: "hello" });
  }),
  documented("who has a webhook's token needs no other, and does not learn who made it", "resources/webhook.mdx:163", async (lab) => {
    const { id, token } = await make(lab);
    const ask = (method: string, body?: unknown) => lab.ask(method, `/webhooks/${id}/${token}`, body, { token: null });
    const { status, body } = await ask("GET");
    assert.deepEqual([status, body.name, body.user], [200, "Herald", undefined]);
    assert.equal((await ask("PATCH", { name: "Crier" })).body.name, "Crier");
    assert.equal((await ask("DELETE")).status, 204);
  }),
  documented("a webhook writes under its name or another one, and is answered the message only when it waits", "resources/webhook.mdx:228", async (lab) => {
    const { id, token } = await make(lab);
    const wire = await lab.bot();
    await lab.expect(204, "POST", `/webhooks/${id}/${token}`, { content: "first" });
    const message = await lab.expect(200, "POST", `/webhooks/${id}/${token}?wait=true`, { content: "second", username: "Crier" });
    assert.deepEqual([message.webhook_id, message.author.id, message.author.username, message.author.bot], [id, id, "Crier", true]);
    const { d } = await wire.event("MESSAGE_CREATE");
    assert.deepEqual([d.webhook_id, d.author.username, d.member], [id, "Herald", undefined]);
    await lab.refused(400, 50006, "POST", `/webhooks/${id}/${token}`, {});
  }),
  documented("a webhook reads, changes and deletes what it wrote, and nothing else", "resources/webhook.mdx:291", async (lab) => {
    const { id, token } = await make(lab);
    const { id: messageId } = await lab.expect(200, "POST", `/webhooks/${id}/${token}?wait=true`, { content: "one" });
    const path = `/webhooks/${id}/${token}/messages/${messageId}`;
    assert.equal((await lab.get(path)).content, "one");
    assert.equal((await lab.expect(200, "PATCH", path, { content: "two" })).content, "two");
    await lab.expect(204, "DELETE", path);
    await lab.refused(404, 10008, "GET", path);
    await only(lab, Bit.Administrator);
    const other = await lab.expect(200, "POST", `/channels/${CHANNELS.general}/messages`, { content: "mine" });
    await lab.refused(404, 10008, "DELETE", `/webhooks/${id}/${token}/messages/${other.id}`);
  }),
  documented("a webhook writes in its channel's threads, and in no other channel", "resources/webhook.mdx:229", async (lab) => {
    const { id, token } = await make(lab);
    const thread = await lab.expect(201, "POST", `/channels/${CHANNELS.general}/threads`, { name: "aside", type: 11 });
    const message = await lab.expect(200, "POST", `/webhooks/${id}/${token}?wait=true&thread_id=${thread.id}`, { content: "here" });
    assert.equal(message.channel_id, thread.id);
    await lab.refused(404, 10008, "GET", `/webhooks/${id}/${token}/messages/${message.id}`);
    await lab.get(`/webhooks/${id}/${token}/messages/${message.id}?thread_id=${thread.id}`);
    await lab.refused(404, 10003, "POST", `/webhooks/${id}/${token}?thread_id=${CHANNELS.welcome}`, { content: "there" });
  }),
  documented("a webhook moves to another channel of its guild", "resources/webhook.mdx:185", async (lab) => {
    const { id } = await make(lab);
    assert.equal((await lab.expect(200, "PATCH", `/webhooks/${id}`, { channel_id: CHANNELS.welcome })).channel_id, CHANNELS.welcome);
    await lab.refused(404, 10003, "PATCH", `/webhooks/${id}`, { channel_id: "1" });
  }),
  assumed("a webhook goes with its channel", "the documents do not say so; bots get 10015 for it then", async (lab) => {
    const { id } = await make(lab);
    await only(lab, Bit.Administrator);
    await lab.expect(200, "DELETE", `/channels/${CHANNELS.general}`);
    await lab.refused(404, 10015, "GET", `/webhooks/${id}`);
  }),
  documented("the emojis of a guild can be listed", "resources/emoji.mdx:113", async (lab) => {
    assert.deepEqual(await lab.get(`/guilds/${GUILD_ID}/emojis`), []);
  }),
  documented("the emojis of an application can be listed", "resources/emoji.mdx:179", async (lab) => {
    assert.deepEqual((await lab.get(`/applications/${BOT}/emojis`)).items, []);
  }),
];
