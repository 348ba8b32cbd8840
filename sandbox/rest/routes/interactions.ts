import { InteractionResponseType, MessageFlags, type RESTPostAPIInteractionCallbackWithResponseResult } from "discord-api-types/v10";
import type { FastifyInstance } from "fastify";
import { answerInteraction, waitingInteraction } from "../../world/interactions/answer.ts";
import type { InteractionRecord } from "../../world/interactions/record.ts";
import { messageObject } from "../../world/messages/message-object.ts";
import { hasFlag, type StoredMessage } from "../../world/messages/stored-message.ts";
import type { World } from "../../world/world.ts";
import { readBody } from "../body.ts";
import type { RestContext } from "../context.ts";
import { readAnswer } from "../validation/answer.ts";
import { readForm } from "../validation/form.ts";
import { isTrue } from "../validation/query.ts";

interface Callback {
  Params: { interactionId: string; token: string };
  Querystring: { with_response?: string };
}

/** The first answer to an interaction. Its token is the right to give it. */
export function interactionRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  server.post<Callback>("/interactions/:interactionId/:token/callback", async (request, reply) => {
    const { interactionId, token } = request.params;
    const { json, files } = await readBody(request);
    const record = waitingInteraction(world, interactionId, token);
    const answer = readForm(json, (form) => readAnswer(form, files, world, record));
    if (!answer) throw new Error("a callback without an answer passed its form");
    const message = answerInteraction(world, record, answer);
    if (!isTrue(request.query.with_response)) return reply.code(204).send();
    return reply.code(200).send(callbackObject(world, record, answer.type, message));
  });
}

function callbackObject(world: World, record: InteractionRecord, type: InteractionResponseType, message: StoredMessage | null): RESTPostAPIInteractionCallbackWithResponseResult {
  const about = message && {
    response_message_id: message.api.id,
    response_message_loading: hasFlag(message.api, MessageFlags.Loading),
    response_message_ephemeral: hasFlag(message.api, MessageFlags.Ephemeral),
  };
  // What is put off or not a message is no resource.
  const isMessage = type === InteractionResponseType.ChannelMessageWithSource || type === InteractionResponseType.UpdateMessage;
  return { interaction: { id: record.id, type: record.kind, ...about }, ...(message && isMessage ? { resource: { type, message: messageObject(world, message) } } : {}) };
}
