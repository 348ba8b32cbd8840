import assert from "node:assert/strict";
import { APPLICATION_ID, CHANNELS, GUILD_ID, PEOPLE, ROLES } from "../../index.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { COMMANDS, said, scene, TRY } from "../scene.ts";

const RESPONDING = "interactions/receiving-and-responding.mdx";
const BUTTON = { type: 1, components: [{ type: 2, style: 1, label: "Go", custom_id: "go" }] };
const option = (type: number, name: string, more: object = {}) => ({ type, name, description: "d", ...more });
const row = (select: object) => ({ type: 1, components: [{ custom_id: "pick", ...select }] });

export const interactionPayloadRules: readonly Rule[] = [
  documented("an interaction in a guild tells who, with which permissions, where, and in which language", `${RESPONDING}:32`, async (lab) => {
    const at = await scene(lab, [TRY], "odrin");
    const { d } = await at.wire.event("GUILD_CREATE");
    assert.equal(d.id, GUILD_ID);
    const interaction = await at.run();
    const { member, channel, guild } = interaction;
    assert.deepEqual([interaction.application_id, interaction.type, interaction.version, interaction.context], [APPLICATION_ID, 2, 1, 0]);
    assert.deepEqual([member.user.id, member.roles, interaction.user], [PEOPLE.odrin, [ROLES.member, ROLES.alchemist], undefined]);
    assert.deepEqual([typeof member.permissions, BigInt(member.permissions) & 32n, typeof interaction.app_permissions], ["string", 0n, "string"]);
    assert.deepEqual([interaction.locale, interaction.guild_locale, guild.id, guild.locale], ["en-GB", "en-US", GUILD_ID, "en-US"]);
    assert.deepEqual([interaction.guild_id, interaction.channel_id, channel.id, channel.type, channel.name], [GUILD_ID, CHANNELS.general, CHANNELS.general, 0, "general"]);
    assert.deepEqual([interaction.entitlements, interaction.authorizing_integration_owners], [[], { 0: GUILD_ID }]);
    assert.equal(interaction.message, undefined);
  }),
  documented("an interaction says how large an uploaded file may be", "reference.mdx:430", async (lab) => {
    assert.equal((await (await scene(lab)).run()).attachment_size_limit, 10 * 1024 * 1024);
  }),
  documented("the channel of an interaction is a part of it: with what the person may do there, without overwrites", `${RESPONDING}:184`, async (lab) => {
    const { channel } = await (await scene(lab)).run();
    assert.deepEqual([typeof channel.permissions, channel.permission_overwrites], ["string", undefined]);
  }),
  documented("an interaction in a direct message has a user and no member or guild, and context 1", `${RESPONDING}:47`, async (lab) => {
    const at = await scene(lab);
    const interaction = await at.run({ channelId: await at.person.openDirectMessage() });
    assert.deepEqual([interaction.user.id, interaction.member, interaction.guild_id, interaction.guild], [PEOPLE.eva, undefined, undefined, undefined]);
    assert.deepEqual([interaction.context, interaction.channel.type, interaction.authorizing_integration_owners], [1, 1, { 0: "0" }]);
    assert.equal((await at.answer(interaction, said("hello", { components: [BUTTON] }), "?with_response=true")).body.resource.message.content, "hello");
  }),
  assumed("an interaction in a thread is of the thread, and may be answered there", "discord.js users read channel_id", async (lab) => {
    const at = await scene(lab);
    const thread = await lab.expect(201, "POST", `/channels/${CHANNELS.general}/threads`, { name: "talk", type: 11 });
    const interaction = await at.run({ channelId: thread.id });
    assert.deepEqual([interaction.channel_id, interaction.channel.type, interaction.channel.parent_id], [thread.id, 11, CHANNELS.general]);
    const { body } = await at.answer(interaction, said("here", { components: [BUTTON] }), "?with_response=true");
    assert.equal((await at.press(body.resource.message, "go")).channel_id, thread.id);
  }),
  documented("a press brings its message as it is, an ephemeral one with its flag", `${RESPONDING}:36`, async (lab) => {
    const at = await scene(lab);
    for (const flags of [0, 64]) {
      const message = await at.message({ content: "press", components: [BUTTON], flags });
      const pressed = await at.press(message, "go");
      assert.deepEqual([pressed.message.id, pressed.message.content, pressed.message.flags, pressed.data], [message.id, "press", flags, { component_type: 2, custom_id: "go", id: 2 }]);
      assert.equal((await at.answer(pressed, { type: 7, data: { content: "pressed" } }, "?with_response=true")).body.resource.message.flags, flags);
    }
  }),
  documented("a command's options arrive with their types, and what they name is resolved", "interactions/application-commands.mdx:70", async (lab) => {
    const options = [option(3, "text"), option(4, "whole"), option(10, "number"), option(5, "yes"), option(6, "user"), option(7, "channel"), option(8, "role"), option(9, "any"), option(11, "file")];
    const at = await scene(lab, [{ ...TRY, options }]);
    const file = await at.person.upload("cloak.png", "image/png", new Uint8Array([1, 2, 3]));
    const given = { text: "silk", whole: 3, number: 1.5, yes: false, user: PEOPLE.brann, channel: CHANNELS.craftingBoard, role: ROLES.tailor, any: ROLES.core, file };
    const { data } = await at.run({ options: given });
    assert.deepEqual(data.options, options.map(({ type, name }) => ({ name, type, value: given[name as keyof typeof given] })));
    const { users, members, channels, roles, attachments } = data.resolved;
    assert.deepEqual([users[PEOPLE.brann].username, roles[ROLES.tailor].name, roles[ROLES.core].name], ["brann", "Tailor", "Core"]);
    assert.deepEqual([typeof members[PEOPLE.brann].permissions, members[PEOPLE.brann].user, members[PEOPLE.brann].deaf], ["string", undefined, undefined]);
    assert.deepEqual([channels[CHANNELS.craftingBoard].name, typeof channels[CHANNELS.craftingBoard].permissions], ["crafting-board", "string"]);
    assert.deepEqual([attachments[file].filename, attachments[file].size, attachments[file].ephemeral], ["cloak.png", 3, true]);
  }),
  documented("a subcommand's options arrive under its group and its name", "interactions/application-commands.mdx:77", async (lab) => {
    const at = await scene(lab, [{ ...TRY, options: [option(2, "group", { options: [option(1, "sub", { options: [option(3, "text")] })] })] }]);
    const { data } = await at.run({ path: ["group", "sub"], options: { text: "silk" } });
    assert.deepEqual(data.options, [{ name: "group", type: 2, options: [{ name: "sub", type: 1, options: [{ name: "text", type: 3, value: "silk" }] }] }]);
  }),
  documented("a guild's own command says of which guild it is", `${RESPONDING}:120`, async (lab) => {
    const own = await lab.expect(201, "POST", COMMANDS.replace("/commands", `/guilds/${GUILD_ID}/commands`), { ...TRY, description: "Ours" });
    const { data } = await (await scene(lab)).run();
    assert.deepEqual([data.id, data.guild_id, data.name, data.type], [own.id, GUILD_ID, "try", 1]);
  }),
  assumed("a guild's own command goes before a global one of its name", "the documents do not say which runs; bots that register both get the guild's", async (lab) => {
    await lab.expect(201, "POST", COMMANDS.replace("/commands", `/guilds/${GUILD_ID}/commands`), { ...TRY, description: "Ours" });
    assert.equal((await (await scene(lab, [TRY])).run()).data.guild_id, GUILD_ID);
  }),
  documented("user and message commands name their target and resolve it", `${RESPONDING}:121`, async (lab) => {
    const at = await scene(lab, [{ name: "Show Person", type: 2 }, { name: "Show Message", type: 3 }]);
    await lab.get(COMMANDS);
    const onPerson = await at.run({ name: "Show Person", commandType: 2, targetId: PEOPLE.pip });
    assert.deepEqual([onPerson.data.target_id, onPerson.data.resolved.users[PEOPLE.pip].username, typeof onPerson.data.resolved.members[PEOPLE.pip].permissions], [PEOPLE.pip, "pip", "string"]);
    const targetId = await at.person.send(CHANNELS.general, "one cloak, please");
    const onMessage = await at.run({ name: "Show Message", commandType: 3, targetId });
    assert.deepEqual([onMessage.data.target_id, onMessage.data.resolved.messages[targetId].content], [targetId, "one cloak, please"]);
    const { body } = await at.answer(onMessage, said("shown"), "?with_response=true");
    assert.deepEqual([body.resource.message.interaction_metadata.target_message_id, body.resource.message.type], [targetId, 23]);
  }),
  documented("while an option is typed it is focused; the others come as far as they are filled in and fit", `${RESPONDING}:123`, async (lab) => {
    const options = [option(3, "what", { required: true }), option(3, "item", { autocomplete: true }), option(4, "many", { max_value: 5 }), option(6, "who")];
    const at = await scene(lab, [{ ...TRY, options }]);
    const typing = at.type("item", { item: "clo", many: 9, who: PEOPLE.pip });
    const interaction = await at.next(4);
    const { data } = interaction;
    assert.deepEqual(data.options, [{ name: "item", type: 3, value: "clo", focused: true }, { name: "who", type: 6, value: PEOPLE.pip }]);
    await at.answer(interaction, { type: 8, data: { choices: [] } });
    assert.deepEqual(await typing, []);
  }),
  documented("a select of any kind brings its values, and resolves people, roles and channels", "components/reference.mdx:300", async (lab) => {
    const at = await scene(lab);
    const choose = async (select: object, values: string[]) => (await at.press(await at.message({ content: "x", components: [row({ max_values: 2, ...select })] }), "pick", values)).data;
    const text = await choose({ type: 3, options: [{ label: "A", value: "a" }, { label: "B", value: "b" }] }, ["a", "b"]);
    assert.deepEqual([text.component_type, text.values, text.resolved], [3, ["a", "b"], undefined]);
    const people = await choose({ type: 5, default_values: [{ id: PEOPLE.eva, type: "user" }] }, [PEOPLE.pip]);
    assert.deepEqual([people.values, Object.keys(people.resolved.users), Object.keys(people.resolved.members)], [[PEOPLE.pip], [PEOPLE.pip], [PEOPLE.pip]]);
    assert.deepEqual(Object.keys((await choose({ type: 6 }, [ROLES.core])).resolved.roles), [ROLES.core]);
    const both = await choose({ type: 7 }, [PEOPLE.pip, ROLES.core]);
    assert.deepEqual([Object.keys(both.resolved.users), Object.keys(both.resolved.roles)], [[PEOPLE.pip], [ROLES.core]]);
    assert.deepEqual(Object.keys((await choose({ type: 8, channel_types: [0] }, [CHANNELS.general])).resolved.channels), [CHANNELS.general]);
  }),
];
