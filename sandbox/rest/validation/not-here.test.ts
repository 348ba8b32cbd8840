import { PermissionFlagsBits as Bit } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { Lab } from "../../conformance/lab.ts";
import { only } from "../../conformance/stage.ts";
import { CHANNELS, GUILD_ID, PEOPLE } from "../../index.ts";

const MESSAGES = `/channels/${CHANNELS.general}/messages`;
const V2 = 1 << 15;
const VOICE_MESSAGE = 1 << 13;
const POLL = { question: { text: "Iron?" }, answers: [{ poll_media: { text: "yes" } }] };

test.each<[string, object, string, string]>([
  ["a poll beside words", { content: "x", poll: POLL }, "poll", "The sandbox has no polls."],
  ["a poll alone", { poll: POLL }, "poll", "The sandbox has no polls."],
  ["stickers alone", { sticker_ids: ["1"] }, "sticker_ids", "The sandbox has no stickers."],
  ["a theme", { content: "x", shared_client_theme: { colors: ["ff0000"] } }, "shared_client_theme", "The sandbox has no shared themes."],
  ["a theme beside Components V2", { flags: V2, components: [{ type: 10, content: "x" }], shared_client_theme: {} }, "shared_client_theme", "The sandbox has no shared themes."],
  ["a voice message", { content: "x", flags: VOICE_MESSAGE }, "flags", "The sandbox has no voice messages."],
  ["a forward", { content: "x", message_reference: { type: 1, channel_id: CHANNELS.general, message_id: "1" } }, "message_reference.type", "The sandbox has no forwarded messages."],
])("who sends %s reads that the sandbox has none", async (_what, body, place, sentence) => {
  await using lab = new Lab();
  const { errors } = await lab.refused(400, 50035, "POST", MESSAGES, body);
  expect(place.split(".").reduce((inner, key) => inner?.[key], errors)["_errors"]).toEqual([{ code: "NOT_IN_THE_SANDBOX", message: sentence }]);
});

test("what is empty of them is no reason to refuse a message", async () => {
  await using lab = new Lab();
  expect((await lab.ask("POST", MESSAGES, { content: "x", poll: null, sticker_ids: [], shared_client_theme: null })).status).toBe(200);
});

test("beside Components V2 a poll is refused as Discord does", async () => {
  await using lab = new Lab();
  const { errors } = await lab.refused(400, 50035, "POST", MESSAGES, { flags: V2, components: [{ type: 10, content: "x" }], poll: POLL });
  expect(errors.poll["_errors"]).toMatchObject([{ code: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2" }]);
});

test("edits, webhooks and direct messages refuse them too", async () => {
  await using lab = new Lab();
  await only(lab, Bit.ViewChannel | Bit.SendMessages | Bit.ManageWebhooks);
  const { id } = await lab.expect(200, "POST", MESSAGES, { content: "x" });
  const webhook = await lab.expect(200, "POST", `/channels/${CHANNELS.general}/webhooks`, { name: "Desk" });
  const direct = await lab.expect(200, "POST", "/users/@me/channels", { recipient_id: PEOPLE.eva });
  const asked = [
    await lab.ask("PATCH", `${MESSAGES}/${id}`, { sticker_ids: ["1"] }),
    await lab.ask("POST", `/webhooks/${webhook.id}/${webhook.token}`, { content: "x", poll: POLL }),
    await lab.ask("POST", `/channels/${direct.id}/messages`, { content: "x", poll: POLL }),
  ];
  expect(asked.map(({ status, body }) => [status, body.code])).toEqual(asked.map(() => [400, 50035]));
});

test.each([
  [2, "The sandbox has no voice channels."],
  [13, "The sandbox has no stage channels."],
  [15, "The sandbox has no forum channels."],
  [16, "The sandbox has no media channels."],
])("who makes a channel of type %i reads that the sandbox has none", async (type, sentence) => {
  await using lab = new Lab();
  const { errors } = await lab.refused(400, 50035, "POST", `/guilds/${GUILD_ID}/channels`, { name: "Hall", type });
  expect(errors.type["_errors"]).toEqual([{ code: "NOT_IN_THE_SANDBOX", message: sentence }]);
});
