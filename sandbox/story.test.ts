import {
  ApplicationCommandOptionType as Option,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType as Type,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import { expect, test } from "vitest";
import { ManualClock, startSandbox } from "./index.ts";
import { play } from "./story.ts";
import { startStage } from "./testing/start-bot.ts";

const COMMANDS = [
  { name: "greet", description: "Greets", options: [{ type: Option.Subcommand as const, name: "one", description: "Somebody", options: [{ type: Option.User as const, name: "who", description: "Whom", required: true }] }] },
  { name: "survey", description: "Asks" },
  {
    name: "forge",
    description: "Forges",
    options: [
      { type: Option.String as const, name: "metal", description: "What of", choices: [{ name: "Gold", value: "au", nameLocalizations: { fr: "Or" } }, { name: "Silver", value: "ag" }] },
      { type: Option.Integer as const, name: "size", description: "How big", choices: [{ name: "Small", value: 1 }, { name: "Big", value: 2 }] },
    ],
  },
];

test("a story: everybody is called by the names that people read, and each step says what is seen", async () => {
  await using stage = await startStage({}, { commands: COMMANDS });
  await stage.client.application.commands.create({ name: "Wave", type: ApplicationCommandType.User });
  stage.on(async (interaction) => {
    if (interaction.isChatInputCommand() && interaction.commandName === "greet") {
      const components = [
        { type: Type.ActionRow as const, components: [{ type: Type.Button as const, style: ButtonStyle.Primary as const, customId: "back", label: "Greet back" }] },
        { type: Type.ActionRow as const, components: [{ type: Type.RoleSelect as const, customId: "role", placeholder: "Which role?" }] },
      ];
      await interaction.reply({ content: `Hello ${interaction.options.getUser("who", true).displayName}`, components });
    } else if (interaction.isChatInputCommand()) {
      const word = new LabelBuilder().setLabel("Your word").setTextInputComponent(new TextInputBuilder().setCustomId("word").setStyle(TextInputStyle.Short));
      const metal = new LabelBuilder().setLabel("Your metal").setStringSelectMenuComponent(new StringSelectMenuBuilder().setCustomId("metal").addOptions({ label: "Gold", value: "au" }, { label: "Silver", value: "ag" }));
      await interaction.showModal(new ModalBuilder().setCustomId("survey").setTitle("Survey").addLabelComponents(word, metal));
    } else if (interaction.isModalSubmit()) {
      await interaction.reply({ content: `${interaction.fields.getTextInputValue("word")} ${interaction.fields.getStringSelectValues("metal")[0]}`, flags: MessageFlags.Ephemeral });
    } else if (interaction.isUserContextMenuCommand()) await interaction.reply(`Waving at ${interaction.targetUser.username}`);
    else if (interaction.isRoleSelectMenu()) await interaction.reply(`Role ${interaction.roles.first()?.name}`);
  });
  await using eva = await play(stage.sandbox, "Eva Brightwater");
  await using sylra = await play(stage.sandbox, "sylra");
  eva.goTo("#general");
  sylra.goTo("general");
  await eva.driver.waitForBot(["greet", "survey", "Wave"]);

  const { text, message } = await eva.command("greet one", { who: "Sylra Moonquill" });
  expect(text).toBe("Hello Sylra Moonquill\nGreet back\nWhich role?");
  if (!message) throw new Error("no message");
  expect(await sylra.choose(message, "Which role?", "Tailor")).toMatchObject({ text: "Role Tailor" });
  const { form } = await sylra.command("survey");
  expect(form?.labels).toEqual(["Your word", "Your metal"]);
  expect(await sylra.fill(form, { "Your word": "Noon", "Your metal": ["Silver"] })).toMatchObject({ text: "Noon ag" });
  expect(eva.sees()).not.toContain("Noon");
  expect((await eva.use("Wave", "corwin")).text).toBe("Waving at corwin");
  const words = await eva.write("Good evening");
  await sylra.waitFor(/evening/);
  await sylra.react(words, "👋");
  await stage.client.users.send(eva.driver.personId, "A letter");
  await eva.waitForDirectMessage("letter");
  expect(eva.goTo("@Guildsmith")).toBe("A letter");
  // Nobody answers the button.
  await stage.client.destroy();
  expect(await sylra.press(message, "Greet back")).toEqual({ text: "This interaction failed", message: null, form: null });
});

test("what is not there is named, with what there is instead", async () => {
  await using stage = await startStage({}, { commands: COMMANDS });
  await expect(play(stage.sandbox, "nobody")).rejects.toThrow('There is nobody called "nobody". There are: eva, corwin');
  await using eva = await play(stage.sandbox, "eva");
  expect(() => eva.goTo("dungeon")).toThrow('There is no channel "dungeon". There are: welcome, crafting-desk');
  await expect(eva.command("fly")).rejects.toThrow('There is no command "fly". There are: greet, survey, forge.');
  await expect(eva.command("greet two")).rejects.toThrow('"greet two": there is no "two". There are: one.');
  await expect(eva.command("greet one", { who: "Merlin" })).rejects.toThrow('There is no person "Merlin". There are: ');
  await expect(eva.command("forge", { weight: 2 })).rejects.toThrow('This command has no option "weight". There are: metal, size.');
  await expect(eva.command("survey", { weight: 2 })).rejects.toThrow('This command has no option "weight". It has none.');
  await expect(eva.command("forge", { metal: "Tin" })).rejects.toThrow('The option "metal" must be one of its choices: Gold, Silver.');
  await expect(eva.command("forge", { size: 3 })).rejects.toThrow('The option "size" must be one of its choices: Small, Big.');
  await expect(eva.fill(null, {})).rejects.toThrow("No form is open.");
});

test("choices of an option are called by their names; their values work too", async () => {
  await using stage = await startStage({}, { commands: COMMANDS });
  stage.on(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply(`${interaction.options.getString("metal")} ${interaction.options.getInteger("size")}`);
  });
  await using eva = await play(stage.sandbox, "eva");
  expect((await eva.command("forge", { metal: "Silver", size: "Big" })).text).toBe("ag 2");
  expect((await eva.command("forge", { metal: "Or", size: 1 })).text).toBe("au 1");
});

test("a clock that moves on once a step has begun finds the bot too late for it", async () => {
  const clock = new ManualClock();
  await using stage = await startStage({ clock }, { commands: COMMANDS });
  stage.on(async (interaction) => {
    if (!interaction.isChatInputCommand() || interaction.commandName === "forge") return;
    const components = [{ type: Type.ActionRow as const, components: [{ type: Type.Button as const, style: ButtonStyle.Primary as const, customId: "slow", label: "Slow" }] }];
    await interaction.reply({ content: "Here", components });
  });
  await using eva = await play(stage.sandbox, "eva");
  const forging = eva.command("forge");
  await forging.begun;
  clock.advance(3100);
  expect(await forging).toMatchObject({ text: "The application did not respond" });
  const { message } = await eva.command("survey");
  if (!message) throw new Error("no message");
  const pressing = eva.press(message, "Slow");
  await pressing.begun;
  clock.advance(3100);
  expect(await pressing).toMatchObject({ text: "This interaction failed" });
  await expect(eva.command("fly").begun).rejects.toThrow('There is no command "fly"');
});

test("a sandbox closes itself where its block ends", async () => {
  let url = "";
  {
    await using sandbox = await startSandbox();
    ({ url } = sandbox);
  }
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});
