import { PermissionFlagsBits as Bit } from "discord-api-types/v10";
import assert from "node:assert/strict";
import { CHANNELS, GUILD_ID, PEOPLE } from "../../index.ts";
import type { Lab } from "../lab.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { BOT, overwrite } from "../stage.ts";

const GENERAL = `/channels/${CHANNELS.general}/messages`;
const BULK = `${GENERAL}/bulk-delete`;
const DAY_MS = 24 * 3_600_000;
const HIDDEN = 1 << 2;
const V2 = 1 << 15;

async function written(lab: Lab, body: object = { content: "x" }): Promise<string> {
  return (await lab.expect(200, "POST", GENERAL, body)).id;
}

export const messageChangeRules: readonly Rule[] = [
  documented("of others' messages only the flags can be edited, by who has MANAGE_MESSAGES", "resources/message.mdx:1178", async (lab) => {
    const path = `${GENERAL}/${await (await lab.person("eva")).send(CHANNELS.general, "mine")}`;
    await lab.refused(403, 50005, "PATCH", path, { content: "yours" });
    assert.equal((await lab.expect(200, "PATCH", path, { flags: HIDDEN })).flags, HIDDEN);
    await overwrite(lab, [{ id: BOT, deny: Bit.ManageMessages }]);
    await lab.refused(403, 50013, "PATCH", path, { flags: 0 });
  }),
  documented("flags that an edit may not change are passed over", "resources/message.mdx:1178", async (lab) => {
    const id = await written(lab);
    assert.equal((await lab.expect(200, "PATCH", `${GENERAL}/${id}`, { flags: HIDDEN | (1 << 5) | (1 << 12) })).flags, HIDDEN);
  }),
  documented("an edit of the text finds its mentions anew, without regard to what was allowed before", "resources/message.mdx:1180", async (lab) => {
    const content = `<@${PEOPLE.eva}>`;
    const id = await written(lab, { content, allowed_mentions: { parse: [] } });
    assert.deepEqual((await lab.get(`${GENERAL}/${id}`)).mentions, []);
    const edited = await lab.expect(200, "PATCH", `${GENERAL}/${id}`, { content });
    assert.equal(edited.mentions[0].id, PEOPLE.eva);
    assert.deepEqual((await lab.expect(200, "PATCH", `${GENERAL}/${id}`, { content, allowed_mentions: { parse: [] } })).mentions, []);
  }),
  documented("Components V2 is put on with everything else taken off, and stays", "resources/message.mdx:1209", async (lab) => {
    const path = `${GENERAL}/${await written(lab, { content: "x", embeds: [{ title: "t" }] })}`;
    const components = [{ type: 10, content: "text" }];
    await lab.refused(400, 50035, "PATCH", path, { flags: V2, components });
    await lab.refused(400, 50035, "PATCH", path, { flags: V2, components, content: null });
    assert.equal((await lab.expect(200, "PATCH", path, { flags: V2, components, content: null, embeds: [] })).flags, V2);
    const edited = await lab.expect(200, "PATCH", path, { flags: 0, components: [{ type: 10, content: "other" }] });
    assert.deepEqual([edited.flags, edited.components[0].content], [V2, "other"]);
    await lab.refused(400, 50035, "PATCH", path, { content: "back" });
  }),
  documented("edits of messages older than an hour are limited", "topics/opcodes-and-status-codes.mdx:227", async (lab) => {
    await lab.start({ oldMessageEditsPerHour: 2 });
    const path = `${GENERAL}/${await written(lab)}`;
    lab.clock.advance(2 * 3_600_000);
    for (const content of ["1", "2"]) await lab.expect(200, "PATCH", path, { content });
    const { status, body, headers } = await lab.ask("PATCH", path, { content: "3" });
    assert.deepEqual([status, body.code, body.retry_after, headers.get("retry-after")], [429, 30046, 3600, "3600"]);
    lab.clock.advance(3_600_000);
    await lab.expect(200, "PATCH", path, { content: "3" });
  }),
  assumed("hiding embeds is no edit that readers are told of", "edited_timestamp stays as it was", async (lab) => {
    const path = `${GENERAL}/${await written(lab, { content: "x", embeds: [{ title: "t" }] })}`;
    assert.equal((await lab.expect(200, "PATCH", path, { flags: HIDDEN })).edited_timestamp, null);
    assert.notEqual((await lab.expect(200, "PATCH", path, { content: "y" })).edited_timestamp, null);
  }),
  documented("others' messages are deleted by who has MANAGE_MESSAGES, and bots hear of it", "resources/message.mdx:1214", async (lab) => {
    const wire = await lab.bot();
    const id = await (await lab.person("eva")).send(CHANNELS.general, "mine");
    await overwrite(lab, [{ id: BOT, deny: Bit.ManageMessages }]);
    await lab.refused(403, 50013, "DELETE", `${GENERAL}/${id}`);
    await overwrite(lab, []);
    await lab.expect(204, "DELETE", `${GENERAL}/${id}`);
    assert.deepEqual((await wire.event("MESSAGE_DELETE")).d, { id, channel_id: CHANNELS.general, guild_id: GUILD_ID });
    await lab.refused(404, 10008, "DELETE", `${GENERAL}/${id}`);
  }),
  documented("bulk delete takes 2 to 100 ids, those of no message too, and is told once", "resources/message.mdx:1225", async (lab) => {
    const wire = await lab.bot();
    const ids = [await written(lab), await written(lab)];
    const unknown = Array.from({ length: 99 }, (_, index) => String(BigInt(ids[1] ?? 0) + BigInt(index) + 1n));
    await lab.refused(400, 50016, "POST", BULK, { messages: ids.slice(1) });
    await lab.refused(400, 50016, "POST", BULK, { messages: [...ids, ...unknown] });
    await lab.expect(204, "POST", BULK, { messages: [...ids, ...unknown.slice(1)] });
    assert.deepEqual((await wire.event("MESSAGE_DELETE_BULK")).d, { ids, channel_id: CHANNELS.general, guild_id: GUILD_ID });
    assert.deepEqual(await lab.get(GENERAL), []);
  }),
  documented("bulk delete takes no id twice, and none older than two weeks", "resources/message.mdx:1228", async (lab) => {
    const old = await written(lab);
    await lab.refused(400, 50035, "POST", BULK, { messages: [old, old] });
    lab.clock.advance(14 * DAY_MS + 1000);
    await lab.refused(400, 50034, "POST", BULK, { messages: [old, await written(lab)] });
  }),
  documented("bulk delete is for servers, and who has MANAGE_MESSAGES there", "resources/message.mdx:1223", async (lab) => {
    const messages = [await written(lab), await written(lab)];
    await overwrite(lab, [{ id: BOT, deny: Bit.ManageMessages }]);
    await lab.refused(403, 50013, "POST", BULK, { messages });
    const { id } = await lab.expect(200, "POST", "/users/@me/channels", { recipient_id: PEOPLE.eva });
    await lab.refused(400, 50003, "POST", `/channels/${id}/messages/bulk-delete`, { messages });
  }),
];
