import { ApplicationCommandOptionType, ApplicationCommandType, type Interaction, PermissionFlagsBits } from "discord.js";
import { expect, test } from "vitest";
import { CHANNELS, OBSERVED_LIMITS, PEOPLE, ROLES } from "./index.ts";
import { startStage } from "./testing/start-bot.ts";

const limits = { ...OBSERVED_LIMITS, routes: {}, otherwise: { limit: 1000, windowMs: 1000 } };
const channelId = CHANNELS.general;

test("options arrive typed and resolved, and what does not fit stays with the person", async () => {
  await using stage = await startStage(
    { limits },
    {
      commands: [
        {
          name: "make",
          description: "Makes",
          options: [
            {
              name: "one",
              description: "One",
              type: ApplicationCommandOptionType.Subcommand,
              options: [
                { name: "item", description: "What", type: ApplicationCommandOptionType.String, required: true, autocomplete: true },
                { name: "count", description: "How many", type: ApplicationCommandOptionType.Integer, minValue: 1, maxValue: 9 },
                { name: "who", description: "Who", type: ApplicationCommandOptionType.User },
                { name: "role", description: "Role", type: ApplicationCommandOptionType.Role },
                { name: "where", description: "Where", type: ApplicationCommandOptionType.Channel },
              ],
            },
          ],
        },
      ],
    },
  );
  stage.on(async (interaction) => {
    if (interaction.isAutocomplete()) {
      const { name, value } = interaction.options.getFocused(true);
      await interaction.respond([{ name: `${name} ${value}!`, value: "x" }]);
    }
    if (!interaction.isChatInputCommand() || !interaction.inCachedGuild()) return;
    const { options } = interaction;
    await interaction.reply(
      [options.getSubcommand(), options.getString("item"), options.getInteger("count"), options.getMember("who")?.displayName, options.getRole("role")?.name, options.getChannel("where")?.name].join(" | "),
    );
  });
  const make = (options: Record<string, string | number>) => stage.eva.command({ channelId, name: "make", path: ["one"], options });
  const full = { item: "cloth", count: 3, who: PEOPLE.brann, role: ROLES.tailor, where: CHANNELS.craftingBoard };
  expect((await make(full)).message?.content).toBe("one | cloth | 3 | Brann Threadgood | Tailor | crafting-board");
  await expect(make({})).rejects.toThrow('The option "item" is required.');
  await expect(make({ ...full, count: 10 })).rejects.toThrow('The option "count" must be at most 9.');
  await expect(make({ ...full, count: "abc" })).rejects.toThrow('The option "count" must be a number.');
  await expect(make({ ...full, who: "1" })).rejects.toThrow('The option "who" must be a person.');
  const choices = await stage.eva.autocomplete({ channelId, name: "make", path: ["one"], focused: "item", options: { item: "clo" } });
  expect(choices).toEqual([{ name: "item clo!", value: "x" }]);
});

test("who may not use a command neither sees nor runs it", async () => {
  await using stage = await startStage({ limits });
  stage.on(async (interaction) => interaction.isRepliable() && interaction.reply("ruled"));
  await stage.client.application.commands.set([
    { name: "try", description: "For all", contexts: [0] },
    { name: "rule", description: "For officers", contexts: [0], defaultMemberPermissions: PermissionFlagsBits.ManageGuild },
  ]);
  const tobin = await stage.person("tobin");
  const names = (person: typeof tobin) => person.snapshot.applications[0]?.commands.map(({ name }) => name);
  await stage.eva.waitForBot(["try"]);
  expect([names(stage.eva), names(tobin)]).toEqual([["try"], ["try", "rule"]]);
  await expect(stage.eva.command({ channelId, name: "rule" })).rejects.toThrow('There is no command "rule" that you may use here.');
  expect((await tobin.command({ channelId, name: "rule" })).message?.content).toBe("ruled");
  const directMessage = await tobin.openDirectMessage();
  await expect(tobin.command({ channelId: directMessage, name: "rule" })).rejects.toThrow("There is no command");
});

test("user and message commands tell their target", async () => {
  await using stage = await startStage({ limits });
  await stage.client.application.commands.set([
    { name: "Crafting requests", type: ApplicationCommandType.User },
    { name: "Request this craft", type: ApplicationCommandType.Message },
  ]);
  await stage.eva.waitForBot(["Crafting requests", "Request this craft"]);
  stage.on(async (interaction: Interaction) => {
    if (interaction.isUserContextMenuCommand()) await interaction.reply(interaction.targetUser.username);
    if (interaction.isMessageContextMenuCommand()) await interaction.reply(interaction.targetMessage.content);
  });
  const applied = await stage.eva.command({ channelId, name: "Crafting requests", commandType: 2, targetId: PEOPLE.pip });
  expect(applied.message?.content).toBe("pip");
  const corwin = await stage.person("corwin");
  const targetId = await corwin.send(channelId, "one cloak, please");
  const onMessage = await stage.eva.command({ channelId, name: "Request this craft", commandType: 3, targetId });
  expect(onMessage.message?.content).toBe("one cloak, please");
  stage.on(async (interaction: Interaction) => interaction.isRepliable() && interaction.reply({ content: "secret", flags: 64 }));
  const { message: secret } = await stage.eva.command({ channelId, name: "Crafting requests", commandType: 2, targetId: PEOPLE.pip });
  const onSecret = { channelId, name: "Request this craft", commandType: 3, targetId: secret?.id ?? "" };
  await expect(corwin.command(onSecret)).rejects.toThrow("That message is gone.");
});
