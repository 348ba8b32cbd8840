import { GatewayIntentBits as Intent, PermissionFlagsBits as Bit } from "discord-api-types/v10";
import assert from "node:assert/strict";
import { APPLICATION_ID, CHANNELS, GUILD_ID, PEOPLE } from "../../index.ts";
import type { Lab } from "../lab.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { BOT, overwrite } from "../stage.ts";
import { PLAIN_INTENTS } from "../wire.ts";

const GENERAL = `/channels/${CHANNELS.general}/messages`;
/** An emoji of the guild's own. */
const ANVIL = { id: "1200000000000000501", name: "anvil" };
const THUMB = encodeURIComponent("👍");
const FIREWORKS = ["😀", "😁", "😂", "😃", "😄", "😅", "😆", "😇", "😈", "😉", "😊", "😋", "😌", "😍", "😎", "😏", "😐", "😑", "😒", "😓"];

async function message(lab: Lab): Promise<string> {
  return `${GENERAL}/${(await lab.expect(200, "POST", GENERAL, { content: "react" })).id}`;
}

export const reactionRules: readonly Rule[] = [
  documented("a message carries its reactions with emoji, counts and whether oneself is among them", "resources/message.mdx:468", async (lab) => {
    const { world } = await lab.start();
    world.guild(GUILD_ID).emojis.set(ANVIL.id, { ...ANVIL, animated: false });
    const anvil = `reactions/${encodeURIComponent(`${ANVIL.name}:${ANVIL.id}`)}/@me`;
    const path = await message(lab);
    await lab.expect(204, "PUT", `${path}/reactions/${THUMB}/@me`);
    await lab.expect(204, "PUT", `${path}/${anvil}`);
    const thumb = { emoji: { id: null, name: "👍" }, count: 1, count_details: { burst: 0, normal: 1 }, burst_colors: [], me: true, me_burst: false };
    assert.deepEqual((await lab.get(path)).reactions, [thumb, { ...thumb, emoji: ANVIL }]);
    await lab.expect(204, "DELETE", `${path}/reactions/${THUMB}/@me`);
    await lab.expect(204, "DELETE", `${path}/${anvil}`);
    assert.equal((await lab.get(path)).reactions, undefined);
  }),
  documented("what is no emoji, or one of no server, is refused as unknown", "resources/message.mdx:1127", async (lab) => {
    const path = await message(lab);
    for (const emoji of ["nonsense", "7", "anvil", "anvil:1200000000000009999", ":smile:"]) await lab.refused(404, 10014, "PUT", `${path}/reactions/${encodeURIComponent(emoji)}/@me`);
  }),
  documented("the first with an emoji needs ADD_REACTIONS, who joins does not", "resources/message.mdx:1126", async (lab) => {
    const path = await message(lab);
    const eva = await lab.person("eva");
    await eva.act("react", { channelId: CHANNELS.general, messageId: path.split("/").at(-1) ?? "", emoji: "👍", on: true });
    await overwrite(lab, [{ id: BOT, deny: Bit.AddReactions }]);
    await lab.refused(403, 50013, "PUT", `${path}/reactions/${encodeURIComponent("🎉")}/@me`);
    await lab.expect(204, "PUT", `${path}/reactions/${THUMB}/@me`);
    assert.equal((await lab.get(path)).reactions[0].count, 2);
  }),
  documented("to react one must be able to read back", "resources/message.mdx:1126", async (lab) => {
    const path = await message(lab);
    await overwrite(lab, [{ id: BOT, deny: Bit.ReadMessageHistory }]);
    const answer = await lab.ask("PUT", `${path}/reactions/${THUMB}/@me`);
    assert.equal(answer.status, 403);
  }),
  documented("a message takes 20 different emojis", "topics/opcodes-and-status-codes.mdx:208", async (lab) => {
    const path = await message(lab);
    for (const emoji of FIREWORKS) await lab.expect(204, "PUT", `${path}/reactions/${encodeURIComponent(emoji)}/@me`);
    await lab.refused(400, 30010, "PUT", `${path}/reactions/${THUMB}/@me`);
    await lab.expect(204, "PUT", `${path}/reactions/${encodeURIComponent(FIREWORKS[0] ?? "")}/@me`);
  }),
  documented("who reacted is listed by id, at most 100 after another one, and nobody with super reactions", "resources/message.mdx:1144", async (lab) => {
    const path = await message(lab);
    const messageId = path.split("/").at(-1) ?? "";
    for (const name of ["maren", "eva"] as const) await (await lab.person(name)).act("react", { channelId: CHANNELS.general, messageId, emoji: "👍", on: true });
    await lab.expect(204, "PUT", `${path}/reactions/${THUMB}/@me`);
    const ids = async (query: string) => (await lab.get(`${path}/reactions/${THUMB}${query}`)).map(({ id }: { id: string }) => id);
    assert.deepEqual(await ids(""), [PEOPLE.maren, PEOPLE.eva, APPLICATION_ID]);
    assert.deepEqual(await ids(`?limit=1&after=${PEOPLE.maren}`), [PEOPLE.eva]);
    assert.deepEqual(await ids("?type=1"), []);
    await lab.refused(400, 50035, "GET", `${path}/reactions/${THUMB}?limit=101`);
  }),
  documented("others' reactions are taken away by who has MANAGE_MESSAGES", "resources/message.mdx:1138", async (lab) => {
    const path = await message(lab);
    await (await lab.person("eva")).act("react", { channelId: CHANNELS.general, messageId: path.split("/").at(-1) ?? "", emoji: "👍", on: true });
    await overwrite(lab, [{ id: BOT, deny: Bit.ManageMessages }]);
    await lab.refused(403, 50013, "DELETE", `${path}/reactions/${THUMB}/${PEOPLE.eva}`);
    await lab.refused(403, 50013, "DELETE", `${path}/reactions/${THUMB}`);
    await lab.refused(403, 50013, "DELETE", `${path}/reactions`);
    await overwrite(lab, []);
    await lab.expect(204, "DELETE", `${path}/reactions/${THUMB}/${PEOPLE.eva}`);
    assert.equal((await lab.get(path)).reactions, undefined);
  }),
  documented("bots with the intent for it hear of every reaction, and of their removal", "resources/message.mdx:1167", async (lab) => {
    const wire = await lab.bot();
    const path = await message(lab);
    const where = { channel_id: CHANNELS.general, message_id: path.split("/").at(-1), guild_id: GUILD_ID };
    const emoji = { id: null, name: "👍" };
    const eva = await lab.person("eva");
    const react = (on: boolean) => eva.act("react", { channelId: CHANNELS.general, messageId: where.message_id ?? "", emoji: "👍", on });
    await react(true);
    const { d: added } = await wire.event("MESSAGE_REACTION_ADD");
    assert.deepEqual({ ...added, member: added.member.user.id }, { user_id: PEOPLE.eva, ...where, emoji, burst: false, type: 0, message_author_id: APPLICATION_ID, member: PEOPLE.eva });
    await react(false);
    assert.deepEqual((await wire.event("MESSAGE_REACTION_REMOVE")).d, { user_id: PEOPLE.eva, ...where, emoji, burst: false, type: 0 });
    await react(true);
    await lab.expect(204, "DELETE", `${path}/reactions/${THUMB}`);
    assert.deepEqual((await wire.event("MESSAGE_REACTION_REMOVE_EMOJI")).d, { ...where, emoji });
    await react(true);
    await lab.expect(204, "DELETE", `${path}/reactions`);
    assert.deepEqual((await wire.event("MESSAGE_REACTION_REMOVE_ALL")).d, where);
  }),
  documented("without GUILD_MESSAGE_REACTIONS a bot hears of no reaction", "events/gateway.mdx:379", async (lab) => {
    const wire = await lab.bot({ intents: PLAIN_INTENTS & ~Intent.GuildMessageReactions });
    await lab.expect(204, "PUT", `${await message(lab)}/reactions/${THUMB}/@me`);
    await wire.settled();
    assert.deepEqual(wire.all("MESSAGE_REACTION_ADD"), []);
  }),
  assumed("the same reaction twice is one, and told once", "bots get 204 for both and one event", async (lab) => {
    const wire = await lab.bot();
    const path = await message(lab);
    for (let count = 0; count < 2; count += 1) await lab.expect(204, "PUT", `${path}/reactions/${THUMB}/@me`);
    await wire.settled();
    assert.equal(wire.all("MESSAGE_REACTION_ADD").length, 1);
    assert.equal((await lab.get(path)).reactions[0].count, 1);
  }),
  assumed("a heart without its variation selector is the same heart", "bots send both forms and read back the emoji one", async (lab) => {
    const path = await message(lab);
    for (const heart of ["\u2764", "\u2764\uFE0F"]) await lab.expect(204, "PUT", `${path}/reactions/${encodeURIComponent(heart)}/@me`);
    assert.deepEqual((await lab.get(path)).reactions.map(({ emoji }: { emoji: { name: string } }) => emoji.name), ["\u2764\uFE0F"]);
  }),
];
