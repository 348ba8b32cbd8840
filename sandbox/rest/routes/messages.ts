import { PermissionFlagsBits as Bit, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { holdsMessages, isDirectMessage, type MessageChannel } from "../../world/channel.ts";
import { DiscordError } from "../../world/discord-error.ts";
import { sendMessage } from "../../world/messages/create-message.ts";
import { bulkDelete, deleteMessage } from "../../world/messages/delete-messages.ts";
import { editMessage } from "../../world/messages/edit-message.ts";
import { messageObject } from "../../world/messages/message-object.ts";
import { listMessages } from "../../world/messages/list-messages.ts";
import { isEphemeral, type StoredMessage } from "../../world/messages/stored-message.ts";
import { has, permissionsIn } from "../../world/permissions.ts";
import { readBody } from "../body.ts";
import type { RestContext } from "../context.ts";
import { readForm } from "../validation/form.ts";
import { readChange, readDraft, replyIn } from "../validation/message.ts";
import { channelOf } from "./channels.ts";

export function messageRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const target = (request: FastifyRequest): { channel: MessageChannel; botUserId: string } => {
    const { channel, botUserId } = channelOf(context, request);
    if (!holdsMessages(channel)) throw new DiscordError(Code.CannotExecuteActionOnThisChannelType);
    return { channel, botUserId };
  };
  /** An ephemeral message is in no channel: only its interaction's token reaches it. */
  const messageOf = (request: FastifyRequest): StoredMessage => {
    const { channelId, messageId } = request.params as { channelId: string; messageId: string };
    const message = world.message(channelId, messageId);
    if (isEphemeral(message)) throw new DiscordError(Code.UnknownMessage);
    return message;
  };

  server.get("/channels/:channelId/messages", async (request) => {
    const { channel } = target(request);
    const page = readForm(request.query, (form) => ({
      limit: form.get("limit").whole({ min: 1, max: 100 }) ?? 50,
      before: form.get("before").snowflake(),
      after: form.get("after").snowflake(),
      around: form.get("around").snowflake(),
    }));
    return listMessages(world, channel.id, page).map((message) => messageObject(world, message));
  });
  server.get("/channels/:channelId/messages/:messageId", async (request) => {
    target(request);
    return messageObject(world, messageOf(request));
  });
  server.post("/channels/:channelId/messages", async (request) => {
    const { channel, botUserId } = target(request);
    const { json, files } = await readBody(request);
    const draft = readForm(json, (form) => {
      const read = readDraft(form, files, { mayBeEphemeral: false });
      return { ...read, ...replyIn(form.get("message_reference"), world.messagesOf(channel.id)) };
    });
    return messageObject(world, sendMessage(world, channel, botUserId, draft));
  });
  server.patch("/channels/:channelId/messages/:messageId", async (request) => {
    const { botUserId } = target(request);
    const { json, files } = await readBody(request);
    const stored = messageOf(request);
    if (stored.api.author.id !== botUserId) throw new DiscordError(Code.CannotEditMessageAuthoredByAnotherUser);
    return messageObject(world, editMessage(world, stored, readForm(json, (form) => readChange(form, files, stored))));
  });
  server.delete("/channels/:channelId/messages/:messageId", async (request, reply) => {
    const { channel, botUserId } = target(request);
    const stored = messageOf(request);
    if (stored.api.author.id !== botUserId && !has(permissionsIn(world, botUserId, channel), Bit.ManageMessages)) {
      throw new DiscordError(isDirectMessage(channel) ? Code.CannotExecuteActionOnDMChannel : Code.MissingPermissions);
    }
    deleteMessage(world, stored);
    return reply.code(204).send();
  });
  server.post("/channels/:channelId/messages/bulk-delete", async (request, reply) => {
    const { channel, botUserId } = target(request);
    if (isDirectMessage(channel)) throw new DiscordError(Code.CannotExecuteActionOnDMChannel);
    if (!has(permissionsIn(world, botUserId, channel), Bit.ManageMessages)) throw new DiscordError(Code.MissingPermissions);
    const ids = readForm(request.body, (form) => {
      form.get("messages").required();
      const list = form.get("messages").list().map((entry) => entry.snowflake() ?? "");
      if (new Set(list).size < list.length) form.get("messages").refuse("SET_TYPE_DUPLICATED", "Values must be unique.");
      return list;
    });
    if (ids.length < 2 || ids.length > 100) throw new DiscordError(Code.ProvidedTooFewOrTooManyMessagesToDelete);
    bulkDelete(world, channel.id, ids);
    return reply.code(204).send();
  });
}
