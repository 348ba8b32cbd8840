import {
  type AnyInteractionGateway,
  ApplicationCommandTypes,
  ButtonStyles,
  ChannelTypes,
  Client,
  ComponentTypes,
  InteractionTypes,
  type MessageComponent,
  MessageFlags,
  type ModalData,
  TextInputStyles,
} from "oceanic.js";
import { ANSWERS, choicesFor, COMMANDS, DONE, LABEL, type ScenarioClient, SIZE } from "./scenario-bot.ts";

const components: MessageComponent[] = [
  { type: ComponentTypes.ACTION_ROW, components: [{ type: ComponentTypes.BUTTON, style: ButtonStyles.PRIMARY, customID: DONE.customId, label: DONE.label }] },
  {
    type: ComponentTypes.ACTION_ROW,
    components: [{ type: ComponentTypes.STRING_SELECT, customID: SIZE.customId, placeholder: SIZE.placeholder, options: SIZE.options.map((size) => ({ label: size, value: size })) }],
  },
];
const form: ModalData = {
  customID: LABEL.modalId,
  title: LABEL.title,
  components: [{ type: ComponentTypes.LABEL, label: LABEL.label, component: { type: ComponentTypes.TEXT_INPUT, customID: LABEL.fieldId, style: TextInputStyles.SHORT } }],
};

async function answer(interaction: AnyInteractionGateway): Promise<void> {
  switch (interaction.type) {
    case InteractionTypes.APPLICATION_COMMAND_AUTOCOMPLETE:
      return void (await interaction.result(choicesFor(interaction.data.options.getFocused(true).value.toString())));
    case InteractionTypes.APPLICATION_COMMAND:
      if (interaction.data.name === "label") return void (await interaction.createModal(form));
      return void (await interaction.createMessage({ content: ANSWERS.brewing(interaction.data.options.getString("potion", true)), components }));
    case InteractionTypes.MESSAGE_COMPONENT:
      if (interaction.data.componentType === ComponentTypes.BUTTON) return void (await interaction.editParent({ content: ANSWERS.pressed }));
      return void (await interaction.createMessage({ content: ANSWERS.chose(interaction.data.values.raw[0] ?? ""), flags: MessageFlags.EPHEMERAL }));
    case InteractionTypes.MODAL_SUBMIT:
      await interaction.defer();
      await interaction.editOriginal({ content: ANSWERS.labelled(interaction.data.components.getTextInput(LABEL.fieldId) ?? "") });
      return void (await interaction.createFollowup({ content: ANSWERS.followUp }));
    default:
      return undefined;
  }
}

/** oceanic.js 1: another lineage than discord.js, with its own REST queue and gateway. */
export const oceanic: ScenarioClient = {
  name: "oceanic.js 1",
  lacks: {},
  async start({ apiUrl, token }) {
    const client = new Client({
      auth: `Bot ${token}`,
      rest: { baseURL: `${apiUrl}/v10` },
      gateway: { intents: ["GUILDS", "GUILD_MEMBERS", "GUILD_MESSAGES", "DIRECT_MESSAGES", "MESSAGE_CONTENT"] },
    });
    const errors: unknown[] = [];
    client.on("error", (error) => errors.push(error));
    client.on("interactionCreate", (interaction) => void answer(interaction).catch((error: unknown) => errors.push(error)));
    const ready = new Promise<void>((resolve) => client.once("ready", () => resolve()));
    await client.connect();
    await ready;
    await client.application.bulkEditGlobalCommands(COMMANDS.map((command) => ({ type: ApplicationCommandTypes.CHAT_INPUT, ...command })));
    const { channels } = client.rest;
    return {
      send: async (channelId, content) => (await channels.createMessage(channelId, { content })).id,
      edit: async (channelId, messageId, content) => void (await channels.editMessage(channelId, messageId, { content })),
      remove: (channelId, messageId) => channels.deleteMessage(channelId, messageId),
      removeMany: async (channelId, messageIds) => void (await channels.deleteMessages(channelId, [...messageIds])),
      writeTo: async (userId, content) => (await (await client.rest.users.createDM(userId)).createMessage({ content })).id,
      openThread: async (channelId, name, content) => {
        const thread = await channels.startThreadWithoutMessage(channelId, { name, type: ChannelTypes.PUBLIC_THREAD });
        await channels.createMessage(thread.id, { content });
        return thread.id;
      },
      upload: async (channelId, name, contents) => void (await channels.createMessage(channelId, { files: [{ name, contents }] })),
      loadMembers: async (guildId) => ((await client.guilds.get(guildId)?.requestMembers()) ?? []).length,
      [Symbol.asyncDispose]: async () => client.disconnect(false),
    };
  },
};
