/** The least that a bot on discord.js can do for a submission: a bare form, then a bare reply. */
import { Client, Events, GatewayDispatchEvents, GatewayIntentBits } from "discord.js";
import { type APIInteraction, type APIInteractionResponse, ApplicationCommandOptionType, ApplicationCommandType, ComponentType, InteractionResponseType, InteractionType, MessageFlags, Routes, TextInputStyle } from "discord-api-types/v10";

const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: process.env["DISCORD_API_URL"] ?? "", version: "10" } });

const form: APIInteractionResponse = { type: InteractionResponseType.Modal, data: { custom_id: "form", title: "Request", components: [{ type: ComponentType.Label, label: "Note", component: { type: ComponentType.TextInput, custom_id: "note", style: TextInputStyle.Short, required: false } }] } };
const reply: APIInteractionResponse = { type: InteractionResponseType.ChannelMessageWithSource, data: { content: "Done.", flags: MessageFlags.Ephemeral } };

client.ws.on(GatewayDispatchEvents.InteractionCreate, ({ id, token, type }: APIInteraction) => {
  void client.rest.post(Routes.interactionCallback(id, token), { body: type === InteractionType.ModalSubmit ? reply : form, auth: false });
});
client.once(Events.ClientReady, ({ application }) => {
  const options = [
    { name: "item", description: "what", type: ApplicationCommandOptionType.String, required: true },
    { name: "quantity", description: "how many", type: ApplicationCommandOptionType.Integer },
  ];
  void client.rest.put(Routes.applicationCommands(application.id), { body: [{ name: "request", description: "Ask for something", type: ApplicationCommandType.ChatInput, options }] });
});
process.on("SIGTERM", () => void client.destroy().then(() => process.exit()));
await client.login(process.env["DISCORD_TOKEN"]);
