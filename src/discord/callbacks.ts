import { DiscordAPIError, type REST } from "discord.js";
import { RESTJSONErrorCodes, Routes } from "discord-api-types/v10";
import { AnswerRejected, type Callbacks } from "./acknowledgment.ts";
import { withFiles } from "./files.ts";

/** Answers interactions through their callback and webhook, which are outside the bot's global rate limit. */
export function createCallbacks(rest: REST): Callbacks {
  return {
    respond: (interaction, response, files) => told(rest.post(Routes.interactionCallback(interaction.id, interaction.token), { body: response, ...withFiles(files), auth: false })),
    editOriginal: (interaction, body, files) => told(rest.patch(Routes.webhookMessage(interaction.application_id, interaction.token), { body, ...withFiles(files), auth: false })),
    followUp: (interaction, body, files) => told(rest.post(Routes.webhook(interaction.application_id, interaction.token), { body, ...withFiles(files), auth: false })),
  };
}

async function told(answer: Promise<unknown>): Promise<void> {
  try {
    await answer;
  } catch (cause) {
    const isRejected = cause instanceof DiscordAPIError && cause.status === 400 && cause.code !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
    throw isRejected ? new AnswerRejected({ cause }) : cause;
  }
}
