import { MessageFlags, PermissionFlagsBits as Bit, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance } from "fastify";
import { isDirectMessage } from "../../world/channel.ts";
import { DiscordError } from "../../world/discord-error.ts";
import { sendMessage } from "../../world/messages/create-message.ts";
import { crosspostMessage } from "../../world/messages/crosspost.ts";
import { bulkDelete, deleteMessage } from "../../world/messages/delete-messages.ts";
import { editMessage } from "../../world/messages/edit-message.ts";
import { messageObject } from "../../world/messages/message-object.ts";
import { listMessages } from "../../world/messages/list-messages.ts";
import { canSend } from "../../world/permissions.ts";
import { mayClearUp, mayRewrite } from "../../world/thread-locks.ts";
import { readBody } from "../body.ts";
import type { RestContext } from "../context.ts";
import { readForm } from "../validation/form.ts";
import { readChange, readDraft, replyIn } from "../validation/message.ts";
import { messageOf, moderating, readingBack, targetOf } from "./message-target.ts";

export function messageRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  server.get("/channels/:channelId/messages", async (request) => {
    const { channel, botUserId, may } = targetOf(context, request);
    const page = readForm(request.query, (form) => {
      const marks = ["before", "after", "around"].filter((key) => !form.get(key).isAbsent);
      if (marks.length > 1) form.refuse("MUTUALLY_EXCLUSIVE", `Only one of ${marks.join(", ")} may be given.`);
      return {
        limit: form.get("limit").whole({ min: 1, max: 100 }) ?? 50,
        before: form.get("before").snowflake(),
        after: form.get("after").snowflake(),
        around: form.get("around").snowflake(),
      };
    });
    if (!may(Bit.ReadMessageHistory)) return [];
    return listMessages(world, channel.id, page).map((message) => messageObject(world, message, botUserId));
  });
  server.get("/channels/:channelId/messages/:messageId", async (request) => {
    const target = targetOf(context, request);
    readingBack(target);
    return messageObject(world, messageOf(world, request), target.botUserId);
  });
  server.post("/channels/:channelId/messages", async (request) => {
    const { channel, botUserId } = targetOf(context, request);
    const { json, files } = await readBody(request);
    const draft = readForm(json, (form) => {
      const read = readDraft(form, files, { mayBeEphemeral: false });
      return { ...read, ...replyIn(form.get("message_reference"), world.messagesOf(channel.id)) };
    });
    return messageObject(world, sendMessage(world, channel, botUserId, draft), botUserId);
  });
  server.patch("/channels/:channelId/messages/:messageId", async (request) => {
    const target = targetOf(context, request);
    const { json, files } = await readBody(request);
    const stored = messageOf(world, request);
    const isOwn = stored.api.author.id === target.botUserId;
    if (!isOwn && (isDirectMessage(target.channel) || files.length > 0 || !hasOnlyFlags(json))) throw new DiscordError(Code.CannotEditMessageAuthoredByAnotherUser);
    if (!isOwn) moderating(target);
    mayRewrite(world, target.channel, target.botUserId);
    const change = readForm(json, (form) => readChange(form, files, stored));
    // Of others' messages only the embeds can be hidden.
    const allowed = isOwn ? change : { files: [], flags: (change.flags ?? 0) & MessageFlags.SuppressEmbeds };
    return messageObject(world, editMessage(world, stored, allowed), target.botUserId);
  });
  server.post("/channels/:channelId/messages/:messageId/crosspost", async (request) => {
    const target = targetOf(context, request);
    const stored = messageOf(world, request);
    if (stored.api.author.id !== target.botUserId) moderating(target);
    if (!canSend(world, target.botUserId, target.channel)) throw new DiscordError(Code.MissingPermissions);
    return messageObject(world, crosspostMessage(world, stored), target.botUserId);
  });
  server.delete("/channels/:channelId/messages/:messageId", async (request, reply) => {
    const target = targetOf(context, request);
    const stored = messageOf(world, request);
    if (stored.api.author.id !== target.botUserId) moderating(target);
    mayClearUp(world, target.channel, target.botUserId);
    deleteMessage(world, stored);
    return reply.code(204).send();
  });
  server.post("/channels/:channelId/messages/bulk-delete", async (request, reply) => {
    const target = targetOf(context, request);
    moderating(target);
    const ids = readForm(request.body, (form) => {
      form.get("messages").required();
      const list = form.get("messages").list().map((entry) => entry.snowflake() ?? "");
      if (new Set(list).size < list.length) form.get("messages").refuse("SET_TYPE_DUPLICATED", "Values must be unique.");
      return list;
    });
    if (ids.length < 2 || ids.length > 100) throw new DiscordError(Code.ProvidedTooFewOrTooManyMessagesToDelete);
    mayClearUp(world, target.channel, target.botUserId);
    bulkDelete(world, target.channel.id, ids);
    return reply.code(204).send();
  });
}

const hasOnlyFlags = (body: unknown): boolean => typeof body === "object" && body !== null && Object.keys(body).every((key) => key === "flags");
