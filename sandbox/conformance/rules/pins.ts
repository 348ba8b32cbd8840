import { PermissionFlagsBits as Bit } from "discord-api-types/v10";
import assert from "node:assert/strict";
import { APPLICATION_ID, CHANNELS, GUILD_ID } from "../../index.ts";
import type { Lab } from "../lab.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { BOT, overwrite } from "../stage.ts";

const CHANNEL = `/channels/${CHANNELS.general}`;
const PINS = `${CHANNEL}/messages/pins`;

const idsOf = ({ items }: { items: { message: { id: string } }[] }) => items.map(({ message }) => message.id);

/** Messages that can be pinned, oldest first. */
async function written(lab: Lab, count: number): Promise<string[]> {
  await overwrite(lab, [{ id: BOT, allow: Bit.PinMessages }]);
  const ids: string[] = [];
  while (ids.length < count) ids.push((await lab.expect(200, "POST", `${CHANNEL}/messages`, { content: String(ids.length) })).id);
  return ids;
}

async function pin(lab: Lab, id: string): Promise<void> {
  lab.clock.advance(1000);
  await lab.expect(204, "PUT", `${PINS}/${id}`);
}

export const pinRules: readonly Rule[] = [
  documented("pins are listed from the latest, page by page before a time", "resources/message.mdx:1266", async (lab) => {
    const ids = await written(lab, 3);
    for (const id of ids) await pin(lab, id);
    const first = await lab.get(`${PINS}?limit=2`);
    assert.deepEqual([idsOf(first), first.has_more], [[ids[2], ids[1]], true]);
    assert.equal(first.items[0].message.pinned, true);
    const rest = await lab.get(`${PINS}?limit=2&before=${encodeURIComponent(first.items[1].pinned_at)}`);
    assert.deepEqual([idsOf(rest), rest.has_more], [[ids[0]], false]);
    await lab.refused(400, 50035, "GET", `${PINS}?limit=51`);
    await lab.refused(400, 50035, "GET", `${PINS}?before=yesterday`);
  }),
  documented("to pin one needs PIN_MESSAGES, and MANAGE_MESSAGES is not enough", "resources/message.mdx:1273", async (lab) => {
    const [id = ""] = await written(lab, 1);
    await overwrite(lab, [{ id: BOT, allow: Bit.ManageMessages, deny: Bit.PinMessages }]);
    await lab.refused(403, 50013, "PUT", `${PINS}/${id}`);
    await lab.refused(403, 50013, "DELETE", `${PINS}/${id}`);
  }),
  documented("pinning and taking off tell of the channel's pins", "resources/message.mdx:1282", async (lab) => {
    const wire = await lab.bot();
    const [id = ""] = await written(lab, 1);
    await pin(lab, id);
    const pinnedAt = (await lab.get(PINS)).items[0].pinned_at;
    assert.deepEqual((await wire.event("CHANNEL_PINS_UPDATE")).d, { channel_id: CHANNELS.general, guild_id: GUILD_ID, last_pin_timestamp: pinnedAt });
    assert.equal((await lab.get(CHANNEL)).last_pin_timestamp, pinnedAt);
    await lab.expect(204, "DELETE", `${PINS}/${id}`);
    await wire.event("CHANNEL_PINS_UPDATE", ({ last_pin_timestamp }) => last_pin_timestamp === null);
    assert.deepEqual((await lab.get(PINS)).items, []);
    assert.equal((await lab.get(`${CHANNEL}/messages/${id}`)).pinned, false);
  }),
  documented("who may not read back sees no pins", "resources/message.mdx:1245", async (lab) => {
    const [id = ""] = await written(lab, 1);
    await pin(lab, id);
    await overwrite(lab, [{ id: BOT, deny: Bit.ReadMessageHistory }]);
    assert.deepEqual(await lab.get(PINS), { items: [], has_more: false });
  }),
  documented("a channel holds 250 pins", "topics/opcodes-and-status-codes.mdx:203", async (lab) => {
    const ids = await written(lab, 251);
    for (const id of ids.slice(1)) await lab.expect(204, "PUT", `${PINS}/${id}`);
    await lab.refused(400, 30003, "PUT", `${PINS}/${ids[0]}`);
  }),
  documented("the deprecated addresses of pins still work, and list the first 50 messages", "resources/message.mdx:1291", async (lab) => {
    const ids = await written(lab, 51);
    for (const id of ids) await lab.expect(204, "PUT", `${CHANNEL}/pins/${id}`);
    const list = await lab.get(`${CHANNEL}/pins`);
    assert.deepEqual([list.length, list[0].id], [50, ids.at(-1)]);
    await lab.expect(204, "DELETE", `${CHANNEL}/pins/${ids.at(-1)}`);
    assert.equal((await lab.get(`${CHANNEL}/pins`))[0].id, ids.at(-2));
  }),
  assumed("a pin is said in the channel by a message of type 6 that refers to the pinned one", "every client shows it, and bots see it", async (lab) => {
    const wire = await lab.bot();
    const [id = ""] = await written(lab, 1);
    await pin(lab, id);
    const { d } = await wire.event("MESSAGE_CREATE", ({ type }) => type === 6);
    assert.deepEqual([d.content, d.author.id], ["", APPLICATION_ID]);
    assert.deepEqual(d.message_reference, { type: 0, channel_id: CHANNELS.general, guild_id: GUILD_ID, message_id: id });
    await lab.refused(403, 50021, "PUT", `${PINS}/${d.id}`);
    await lab.expect(204, "PUT", `${PINS}/${id}`);
    await wire.settled();
    assert.equal(wire.all("CHANNEL_PINS_UPDATE").length, 1);
  }),
  assumed("in a direct message either side pins", "bots pin there, though nobody has permissions in it", async (lab) => {
    const { id: channelId } = await lab.expect(200, "POST", "/users/@me/channels", { recipient_id: (await lab.person("eva")).personId });
    const { id } = await lab.expect(200, "POST", `/channels/${channelId}/messages`, { content: "keep this" });
    await lab.expect(204, "PUT", `/channels/${channelId}/messages/pins/${id}`);
    assert.equal((await lab.get(`/channels/${channelId}/messages/pins`)).items.length, 1);
  }),
];
