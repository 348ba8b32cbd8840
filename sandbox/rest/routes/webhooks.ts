import type { FastifyInstance, FastifyRequest } from "fastify";
import { followUp, interactionOfToken, messageOfToken } from "../../world/interactions/follow-up.ts";
import type { InteractionRecord } from "../../world/interactions/record.ts";
import { deleteMessage } from "../../world/messages/delete-messages.ts";
import { editMessage } from "../../world/messages/edit-message.ts";
import { messageObject } from "../../world/messages/message-object.ts";
import { readBody } from "../body.ts";
import type { RestContext } from "../context.ts";
import { readForm } from "../validation/form.ts";
import { readChange, readDraft } from "../validation/message.ts";

interface Params {
  applicationId: string;
  token: string;
  messageId: string;
}

/** What an interaction's token allows after the first answer, for 15 minutes. */
export function webhookRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const recordOf = (request: FastifyRequest): InteractionRecord => {
    const { applicationId, token } = request.params as Params;
    return interactionOfToken(world, applicationId, token);
  };
  const one = "/webhooks/:applicationId/:token/messages/:messageId";
  server.post("/webhooks/:applicationId/:token", async (request) => {
    const record = recordOf(request);
    const { json, files } = await readBody(request);
    return messageObject(world, followUp(world, record, readForm(json, (form) => readDraft(form, files, { mayBeEphemeral: true }))));
  });
  server.get<{ Params: Params }>(one, async (request) => messageObject(world, messageOfToken(world, recordOf(request), request.params.messageId)));
  server.patch<{ Params: Params }>(one, async (request) => {
    const { json, files } = await readBody(request);
    const stored = messageOfToken(world, recordOf(request), request.params.messageId);
    return messageObject(world, editMessage(world, stored, readForm(json, (form) => readChange(form, files, stored))));
  });
  server.delete<{ Params: Params }>(one, async (request, reply) => {
    deleteMessage(world, messageOfToken(world, recordOf(request), request.params.messageId));
    return reply.code(204).send();
  });
}
