import { DiscordAPIError, type REST } from "discord.js";
import {
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessage,
  InteractionResponseType,
  RESTJSONErrorCodes,
  type RESTPostAPIInteractionCallbackWithResponseResult,
  Routes,
} from "discord-api-types/v10";
import type { View } from "../features/contract.ts";
import { AnswerRejected, type Callbacks } from "./acknowledgment.ts";
import { withFiles } from "./files.ts";

/** Answers interactions through their callback and webhook, which are outside the bot's global rate limit. */
export function createCallbacks(rest: REST): Callbacks {
  const callback = ({ id, token }: APIInteraction, body: APIInteractionResponse, files: View["files"], query?: URLSearchParams) =>
    told(rest.post(Routes.interactionCallback(id, token), { body, ...withFiles(files), auth: false, ...(query ? { query } : {}) }));
  return {
    async respond(interaction, response, files) {
      await callback(interaction, response, files);
    },
    async respondWith(interaction, data, files) {
      const response = { type: InteractionResponseType.ChannelMessageWithSource, data } as const;
      const answer = (await callback(interaction, response, files, new URLSearchParams({ with_response: "true" }))) as RESTPostAPIInteractionCallbackWithResponseResult;
      const messageId = answer.resource?.message?.id;
      if (messageId === undefined) throw new Error("Discord did not say which message it made of an answer");
      return messageId;
    },
    async editOriginal(interaction, body, files) {
      await told(rest.patch(Routes.webhookMessage(interaction.application_id, interaction.token), { body, ...withFiles(files), auth: false }));
    },
    async followUp(interaction, body, files) {
      const sent = (await told(rest.post(Routes.webhook(interaction.application_id, interaction.token), { body, ...withFiles(files), auth: false }))) as APIMessage;
      return sent.id;
    },
  };
}

async function told(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (cause) {
    const isRejected = cause instanceof DiscordAPIError && cause.status === 400 && cause.code !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
    throw isRejected ? new AnswerRejected({ cause }) : cause;
  }
}
