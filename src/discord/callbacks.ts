import type { REST } from "discord.js";
import { Routes } from "discord-api-types/v10";
import type { Callbacks } from "./acknowledgment.ts";

/** Answers interactions through their callback and webhook, which are outside the bot's global rate limit. */
export function createCallbacks(rest: REST): Callbacks {
  return {
    async respond(interaction, response) {
      await rest.post(Routes.interactionCallback(interaction.id, interaction.token), { body: response, auth: false });
    },
    async editOriginal(interaction, body) {
      await rest.patch(Routes.webhookMessage(interaction.application_id, interaction.token), { body, auth: false });
    },
    async followUp(interaction, body) {
      await rest.post(Routes.webhook(interaction.application_id, interaction.token), { body, auth: false });
    },
  };
}
