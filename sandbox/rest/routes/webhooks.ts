import { RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { DiscordError } from "../../world/discord-error.ts";
import { followUp, interactionOfToken, messageOfToken } from "../../world/interactions/follow-up.ts";
import type { MessageDraft } from "../../world/messages/draft.ts";
import { deleteMessage } from "../../world/messages/delete-messages.ts";
import { editMessage } from "../../world/messages/edit-message.ts";
import { messageObject } from "../../world/messages/message-object.ts";
import type { StoredMessage } from "../../world/messages/stored-message.ts";
import { executeWebhook, messageOfWebhook, placeOf, webhookOfToken } from "../../world/webhooks.ts";
import { readBody } from "../body.ts";
import type { RestContext } from "../context.ts";
import { type Field, readForm } from "../validation/form.ts";
import { readChange, readDraft } from "../validation/message.ts";
import { readWebhookName } from "../validation/webhook-name.ts";

interface Params {
  applicationId: string;
  token: string;
  messageId: string;
}

/** What a token in an address allows: an interaction's for 15 minutes, a channel webhook's for as long as there is one. */
interface Writer {
  readonly mayBeEphemeral: boolean;
  /** Is the message answered, or nothing? */
  readonly answers: boolean;
  write(draft: MessageDraft, username: string | undefined): StoredMessage;
  find(messageId: string): StoredMessage;
}

export function webhookRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const writerOf = (request: FastifyRequest): Writer => {
    const { applicationId: id, token } = request.params as Params;
    if (world.applications.has(id)) {
      const record = interactionOfToken(world, id, token);
      return { mayBeEphemeral: true, answers: true, write: (draft) => followUp(world, record, draft), find: (messageId) => messageOfToken(world, record, messageId) };
    }
    const webhook = webhookOfToken(world, id, token);
    const { threadId, answers } = readForm(request.query, (form) => ({ threadId: form.get("thread_id").snowflake(), answers: form.get("wait").value === "true" }));
    const place = placeOf(world, webhook, threadId);
    return {
      mayBeEphemeral: false,
      answers,
      write: (draft, username) => executeWebhook(world, webhook, place, { username, draft }),
      find: (messageId) => messageOfWebhook(world, webhook, place, messageId),
    };
  };
  const one = "/webhooks/:applicationId/:token/messages/:messageId";
  server.post("/webhooks/:applicationId/:token", async (request, reply) => {
    const writer = writerOf(request);
    const { json, files } = await readBody(request);
    const { draft, username, opensThread } = readForm(json, (form: Field) => ({
      opensThread: !writer.mayBeEphemeral && !form.get("thread_name").isAbsent,
      draft: readDraft(form, files, writer),
      username: writer.mayBeEphemeral ? undefined : readWebhookName(form.get("username")),
    }));
    if (opensThread) throw new DiscordError(Code.WebhooksCanOnlyCreateThreadsInForumChannels);
    const stored = writer.write(draft, username);
    return writer.answers ? messageObject(world, stored) : reply.code(204).send();
  });
  server.get<{ Params: Params }>(one, async (request) => messageObject(world, writerOf(request).find(request.params.messageId)));
  server.patch<{ Params: Params }>(one, async (request) => {
    const { json, files } = await readBody(request);
    const stored = writerOf(request).find(request.params.messageId);
    return messageObject(world, editMessage(world, stored, readForm(json, (form) => readChange(form, files, stored))));
  });
  server.delete<{ Params: Params }>(one, async (request, reply) => {
    deleteMessage(world, writerOf(request).find(request.params.messageId));
    return reply.code(204).send();
  });
}
