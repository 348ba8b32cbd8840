import {
  type API,
  type APIInteraction,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandType,
  ButtonStyle,
  ChannelType,
  Client,
  ComponentType,
  GatewayDispatchEvents as Events,
  GatewayIntentBits as Intent,
  InteractionType,
  MessageFlags,
  TextInputStyle,
} from "@discordjs/core";
import { REST } from "@discordjs/rest";
import { WebSocketManager } from "@discordjs/ws";
import { ANSWERS, choicesFor, COMMANDS, DONE, LABEL, type ScenarioClient, SIZE } from "./scenario-bot.ts";

const components: APIMessageTopLevelComponent[] = [
  { type: ComponentType.ActionRow, components: [{ type: ComponentType.Button, style: ButtonStyle.Primary, custom_id: DONE.customId, label: DONE.label }] },
  {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.StringSelect, custom_id: SIZE.customId, placeholder: SIZE.placeholder, options: SIZE.options.map((size) => ({ label: size, value: size })) }],
  },
];
const form: APIModalInteractionResponseCallbackData = {
  custom_id: LABEL.modalId,
  title: LABEL.title,
  components: [{ type: ComponentType.Label, label: LABEL.label, component: { type: ComponentType.TextInput, custom_id: LABEL.fieldId, style: TextInputStyle.Short } }],
};

async function answer(api: API, interaction: APIInteraction): Promise<unknown> {
  const { id, token, application_id } = interaction;
  switch (interaction.type) {
    case InteractionType.ApplicationCommandAutocomplete: {
      const [option] = interaction.data.options;
      return api.interactions.createAutocompleteResponse(id, token, { choices: choicesFor(option && "value" in option ? String(option.value) : "") });
    }
    case InteractionType.ApplicationCommand: {
      if (interaction.data.name === "label") return api.interactions.createModal(id, token, form);
      const options = interaction.data.type === ApplicationCommandType.ChatInput ? (interaction.data.options ?? []) : [];
      const [potion] = options;
      return api.interactions.reply(id, token, { content: ANSWERS.brewing(potion && "value" in potion ? String(potion.value) : ""), components });
    }
    case InteractionType.MessageComponent:
      if (interaction.data.component_type === ComponentType.Button) return api.interactions.updateMessage(id, token, { content: ANSWERS.pressed });
      return api.interactions.reply(id, token, { content: ANSWERS.chose(interaction.data.values[0] ?? ""), flags: MessageFlags.Ephemeral });
    case InteractionType.ModalSubmit: {
      await api.interactions.defer(id, token);
      const [field] = interaction.data.components;
      const text = field?.type === ComponentType.Label && field.component.type === ComponentType.TextInput ? field.component.value : "";
      await api.interactions.editReply(application_id, token, { content: ANSWERS.labelled(text) });
      return api.interactions.followUp(application_id, token, { content: ANSWERS.followUp });
    }
    default:
      return undefined;
  }
}

/** @discordjs/core 2: Discord's own objects, over @discordjs/rest and @discordjs/ws. */
export const discordJsCore: ScenarioClient = {
  name: "@discordjs/core 2",
  lacks: {},
  async start({ apiUrl, token, applicationId }) {
    const rest = new REST({ api: apiUrl }).setToken(token);
    const gateway = new WebSocketManager({
      token,
      intents: Intent.Guilds | Intent.GuildMembers | Intent.GuildMessages | Intent.DirectMessages | Intent.MessageContent,
      rest,
    });
    const client = new Client({ rest, gateway });
    const { api } = client;
    const errors: unknown[] = [];
    client.on(Events.InteractionCreate, ({ data }) => void answer(api, data).catch((error: unknown) => errors.push(error)));
    const ready = new Promise((resolve) => client.once(Events.Ready, resolve));
    await gateway.connect();
    await ready;
    await api.applicationCommands.bulkOverwriteGlobalCommands(applicationId, COMMANDS);
    return {
      send: async (channelId, content) => (await api.channels.createMessage(channelId, { content })).id,
      edit: async (channelId, messageId, content) => void (await api.channels.editMessage(channelId, messageId, { content })),
      remove: (channelId, messageId) => api.channels.deleteMessage(channelId, messageId),
      removeMany: (channelId, messageIds) => api.channels.bulkDeleteMessages(channelId, [...messageIds]),
      writeTo: async (userId, content) => (await api.channels.createMessage((await api.users.createDM(userId)).id, { content })).id,
      openThread: async (channelId, name, content) => {
        const thread = await api.channels.createThread(channelId, { name, type: ChannelType.PublicThread });
        await api.channels.createMessage(thread.id, { content });
        return thread.id;
      },
      upload: async (channelId, name, data) => void (await api.channels.createMessage(channelId, { files: [{ name, data }] })),
      loadMembers: async (guildId) => (await client.requestGuildMembers({ guild_id: guildId, query: "", limit: 0 })).members.length,
      [Symbol.asyncDispose]: async () => gateway.destroy(),
    };
  },
};
