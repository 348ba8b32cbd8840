import { ComponentType, type Interaction, MessageFlags, TextInputStyle } from "discord.js";
import { expect, test } from "vitest";
import { textOf } from "./driver.ts";
import { CHANNELS, PEOPLE, ROLES } from "./index.ts";
import { startStage } from "./testing/start-bot.ts";

const button = (customId: string, label: string) => ({ type: ComponentType.Button, style: 1, customId, label }) as const;
const row = (...components: ReturnType<typeof button>[]) => ({ type: ComponentType.ActionRow, components }) as const;
const run = { channelId: CHANNELS.general, name: "try" };

test("a command is deferred, then its answer comes in place of thinking", async () => {
  await using stage = await startStage();
  const flags: (number | undefined)[] = [];
  stage.on(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    flags.push(stage.eva.messages(run.channelId).at(-1)?.flags);
    await interaction.editReply("done");
  });
  const { state, message } = await stage.eva.command(run);
  expect({ state, content: message?.content, flags: message?.flags }).toEqual({ state: "answered", content: "done", flags: 0 });
  expect(message?.interaction_metadata?.user.id).toBe(PEOPLE.eva);
  expect(message?.edited_timestamp).toBeNull();
});

test("the payload tells roles, permissions, locale and where", async () => {
  await using stage = await startStage();
  const seen: Interaction[] = [];
  stage.on(async (interaction) => {
    seen.push(interaction);
    if (interaction.isRepliable()) await interaction.reply("ok");
  });
  const isolde = await stage.person("isolde");
  await isolde.command(run);
  const [interaction] = seen;
  if (!interaction?.inCachedGuild()) throw new Error("not in a guild");
  expect([...interaction.member.roles.cache.keys()]).toEqual(expect.arrayContaining([ROLES.enchanter, ROLES.tailor, ROLES.member]));
  expect(interaction.memberPermissions.has("ManageGuild")).toBe(false);
  expect(interaction.appPermissions.has("ManageMessages")).toBe(true);
  expect(interaction.locale).toBe("en-US");
  expect(interaction.channelId).toBe(CHANNELS.general);
  expect(interaction.authorizingIntegrationOwners.guildId).toBe(interaction.guildId);
  const tobin = await stage.person("tobin");
  await tobin.command(run);
  expect(seen[1]?.memberPermissions?.has("ManageGuild")).toBe(true);
});

test("in a direct message there is a user and no member", async () => {
  await using stage = await startStage();
  stage.on(async (interaction) => {
    if (interaction.isRepliable()) await interaction.reply(`${interaction.inGuild()} ${interaction.user.username} ${interaction.context}`);
  });
  const channelId = await stage.eva.openDirectMessage();
  const { message } = await stage.eva.command({ ...run, channelId });
  expect(message?.content).toBe("false eva 1");
});

test("a modal comes back as it was filled in, and what does not fit is refused before the bot hears of it", async () => {
  await using stage = await startStage();
  stage.on(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.showModal({
        custom_id: "form",
        title: "A form",
        components: [
          { type: ComponentType.Label, label: "Name", component: { type: ComponentType.TextInput, custom_id: "name", style: TextInputStyle.Short, min_length: 2, max_length: 5 } },
          {
            type: ComponentType.Label,
            label: "Colour",
            component: { type: ComponentType.StringSelect, custom_id: "colour", options: [{ label: "Red", value: "red" }, { label: "Blue", value: "blue" }] },
          },
          { type: ComponentType.Label, label: "Who", component: { type: ComponentType.UserSelect, custom_id: "who", required: false } },
        ],
      });
    } else if (interaction.isModalSubmit()) {
      const { fields } = interaction;
      await interaction.reply({ content: [fields.getTextInputValue("name"), ...fields.getStringSelectValues("colour"), fields.getSelectedUsers("who", false)?.first()?.username].join(" "), flags: MessageFlags.Ephemeral });
    }
  });
  const { modal } = await stage.eva.command(run);
  if (!modal) throw new Error("no modal");
  await expect(stage.eva.submit(modal, { name: "x", colour: ["red"] })).rejects.toThrow("Name: must have at least 2 characters.");
  await expect(stage.eva.submit(modal, { name: "Evaaaa", colour: ["red"] })).rejects.toThrow("Name: must have at most 5 characters.");
  await expect(stage.eva.submit(modal, { name: "Eva", colour: ["green"] })).rejects.toThrow('Colour: "green" cannot be chosen here.');
  await expect(stage.eva.submit(modal, { name: "Eva", colour: ["red"], other: "x" })).rejects.toThrow('no field "other"');
  const { message } = await stage.eva.submit(modal, { name: "Eva", colour: ["blue"], who: [PEOPLE.pip] });
  expect(message?.content).toBe("Eva blue pip");
  await expect(stage.eva.submit(modal, { name: "Eva", colour: ["red"] })).rejects.toThrow("That form is closed.");
  expect(stage.errors).toEqual([]);
});

test("what follows the first answer refers to it, and only the first names the command", async () => {
  await using stage = await startStage({}, { commands: [{ name: "roll", description: "d", options: [{ type: 1, name: "dice", description: "d" }] }] });
  stage.on(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply({ content: "only you", flags: MessageFlags.Ephemeral });
    await interaction.followUp("everyone");
  });
  const { message: first } = await stage.eva.command({ ...run, name: "roll", path: ["dice"] });
  expect(first?.interaction?.name).toBe("roll dice");
  const second = await stage.eva.waitForMessage(run.channelId, ({ content }) => content === "everyone");
  expect(second.interaction).toBeUndefined();
  expect(second.interaction_metadata).toMatchObject({ original_response_message_id: first?.id });
  const read = await stage.raw("GET", `/channels/${run.channelId}/messages/${second.id}`);
  expect(read.body).not.toHaveProperty("referenced_message");
});

test("an ephemeral reply is one person's alone and in no history", async () => {
  await using stage = await startStage();
  stage.on(async (interaction) => {
    if (interaction.isRepliable()) await interaction.reply({ content: "for your eyes", components: [row(button("again", "Again"))], flags: MessageFlags.Ephemeral });
  });
  const corwin = await stage.person("corwin");
  const { message } = await stage.eva.command(run);
  if (!message) throw new Error("no message");
  const marker = await corwin.send(run.channelId, "marker");
  await stage.eva.waitForMessage(run.channelId, ({ id }) => id === marker);
  await corwin.waitForMessage(run.channelId, ({ id }) => id === marker);
  expect(corwin.messages(run.channelId).map(({ id }) => id)).toEqual([marker]);
  await expect(corwin.press(message, "again")).rejects.toThrow("That message is gone.");
  const second = await stage.person("eva");
  expect(textOf(second.messages(run.channelId)[0] ?? message)).toContain("for your eyes");
  const history = await stage.raw("GET", `/channels/${run.channelId}/messages`);
  expect(history.body).toMatchObject([{ id: marker }]);
  expect((await stage.raw("GET", `/channels/${run.channelId}/messages/${message.id}`)).body).toEqual({ message: "Unknown Message", code: 10008 });
  await stage.eva.act("dismiss", { channelId: run.channelId, messageId: message.id });
  await second.until((driver) => (driver.message(run.channelId, message.id) ? null : true));
});

test("a button changes its message in place, at once or put off", async () => {
  await using stage = await startStage();
  stage.on(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: "0", components: [row(button("add", "Add"), button("later", "Later"))] });
    if (!interaction.isButton()) return;
    const next = String(Number(interaction.message.content) + 1);
    if (interaction.customId === "add") await interaction.update(next);
    else {
      await interaction.deferUpdate();
      await interaction.editReply(next);
    }
  });
  const { message } = await stage.eva.command(run);
  if (!message) throw new Error("no message");
  expect((await stage.eva.press(message, "Add")).message).toMatchObject({ id: message.id, content: "1" });
  expect((await stage.eva.press(message, "later")).message).toMatchObject({ id: message.id, content: "2" });
  const corwin = await stage.person("corwin");
  expect(corwin.message(run.channelId, message.id)?.content).toBe("2");
});
