import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits as Intent,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  type SendableChannels,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import { ANSWERS, choicesFor, COMMANDS, DONE, LABEL, type ScenarioClient, SIZE } from "./scenario-bot.ts";

const buttons = new ActionRowBuilder<ButtonBuilder>().addComponents(new ButtonBuilder().setCustomId(DONE.customId).setLabel(DONE.label).setStyle(ButtonStyle.Primary));
const sizes = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
  new StringSelectMenuBuilder().setCustomId(SIZE.customId).setPlaceholder(SIZE.placeholder).addOptions(SIZE.options.map((size) => ({ label: size, value: size }))),
);
const form = new ModalBuilder()
  .setCustomId(LABEL.modalId)
  .setTitle(LABEL.title)
  .addLabelComponents(new LabelBuilder().setLabel(LABEL.label).setTextInputComponent(new TextInputBuilder().setCustomId(LABEL.fieldId).setStyle(TextInputStyle.Short)));

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) await interaction.respond(choicesFor(interaction.options.getFocused()));
  else if (interaction.isChatInputCommand() && interaction.commandName === "brew") {
    await interaction.reply({ content: ANSWERS.brewing(interaction.options.getString("potion", true)), components: [buttons, sizes] });
  } else if (interaction.isChatInputCommand()) await interaction.showModal(form);
  else if (interaction.isButton()) await interaction.update({ content: ANSWERS.pressed });
  else if (interaction.isStringSelectMenu()) await interaction.reply({ content: ANSWERS.chose(interaction.values[0] ?? ""), flags: MessageFlags.Ephemeral });
  else if (interaction.isModalSubmit()) {
    await interaction.deferReply();
    await interaction.editReply(ANSWERS.labelled(interaction.fields.getTextInputValue(LABEL.fieldId)));
    await interaction.followUp(ANSWERS.followUp);
  }
}

/** discord.js 14: everything by its client, its caches and its builders. */
export const discordJs: ScenarioClient = {
  name: "discord.js 14",
  lacks: {},
  async start({ apiUrl, token }) {
    const client = new Client({ intents: [Intent.Guilds, Intent.GuildMembers, Intent.GuildMessages, Intent.DirectMessages, Intent.MessageContent], rest: { api: apiUrl } });
    client.on(Events.InteractionCreate, (interaction) => void answer(interaction).catch((error: unknown) => client.emit(Events.Error, error as Error)));
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(token);
    const { application } = await ready;
    await application.commands.set(COMMANDS);
    const channel = async (id: string): Promise<SendableChannels> => {
      const found = await client.channels.fetch(id);
      if (!found?.isSendable()) throw new Error(`nothing can be sent to channel ${id}`);
      return found;
    };
    return {
      send: async (channelId, content) => (await (await channel(channelId)).send(content)).id,
      edit: async (channelId, messageId, content) => void (await (await channel(channelId)).messages.edit(messageId, content)),
      remove: async (channelId, messageId) => (await channel(channelId)).messages.delete(messageId),
      removeMany: async (channelId, messageIds) => {
        const found = await channel(channelId);
        if ("bulkDelete" in found) await found.bulkDelete(messageIds);
      },
      writeTo: async (userId, content) => (await client.users.send(userId, content)).id,
      openThread: async (channelId, name, content) => {
        const found = await channel(channelId);
        if (!("threads" in found)) throw new Error("no threads there");
        const thread = await found.threads.create({ name });
        await thread.send(content);
        return thread.id;
      },
      upload: async (channelId, name, attachment) => void (await (await channel(channelId)).send({ files: [{ name, attachment }] })),
      loadMembers: async (guildId) => (await (await client.guilds.fetch(guildId)).members.fetch()).size,
      [Symbol.asyncDispose]: () => client.destroy(),
    };
  },
};
