import { type APIThreadChannel, type APIThreadMember, ChannelType, GatewayIntentBits as Intent, PermissionFlagsBits as Bit, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isThread, isWritable, type WritableChannel } from "../../world/channel.ts";
import { DiscordError } from "../../world/discord-error.ts";
import { memberObject } from "../../world/members.ts";
import { isEphemeral } from "../../world/messages/stored-message.ts";
import { has, permissionsIn } from "../../world/permissions.ts";
import { byAge } from "../../world/snowflake.ts";
import { createThreadFrom } from "../../world/message-threads.ts";
import { beOpen } from "../../world/thread-locks.ts";
import { addThreadMember, createThread, removeThreadMember, threadSeenBy } from "../../world/threads.ts";
import { askingBot, type RestContext } from "../context.ts";
import { mayAddTo, mayRemoveFrom } from "../thread-rights.ts";
import { readForm } from "../validation/form.ts";
import { readThread, readThreadType } from "../validation/thread.ts";
import { channelOf } from "./channels.ts";

export function threadRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const parentOf = (request: FastifyRequest): { parent: WritableChannel; botUserId: string; needs(permission: bigint): void } => {
    const { channel, botUserId } = channelOf(context, request);
    if (!isWritable(channel)) throw new DiscordError(Code.CannotExecuteActionOnThisChannelType);
    const needs = (permission: bigint) => {
      if (!has(permissionsIn(world, botUserId, channel), permission)) throw new DiscordError(Code.MissingPermissions);
    };
    return { parent: channel, botUserId, needs };
  };
  const threadOf = (request: FastifyRequest): { thread: APIThreadChannel; botUserId: string } => {
    const { channel, botUserId } = channelOf(context, request);
    if (!isThread(channel)) throw new DiscordError(Code.CannotExecuteActionOnThisChannelType);
    return { thread: channel, botUserId };
  };
  const memberOf = (thread: APIThreadChannel, userId: string): APIThreadMember => {
    const member = world.threadMembers.get(thread.id)?.get(userId);
    if (!member) throw new DiscordError(Code.UnknownMember);
    return member;
  };
  /** With the guild's member beside it where that is asked for. */
  const shown = (thread: APIThreadChannel, { withMember }: { withMember: boolean }) => (entry: APIThreadMember) => {
    const member = world.guilds.get(thread.guild_id ?? "")?.members.get(entry.user_id ?? "");
    return withMember && member ? { ...entry, member: memberObject(world, member) } : entry;
  };

  server.post("/channels/:channelId/threads", async (request, reply) => {
    const { parent, botUserId, needs } = parentOf(request);
    const wanted = readForm(request.body, (form) => readThread(form, readThreadType(form, parent.type)));
    needs(wanted.type === ChannelType.PrivateThread ? Bit.CreatePrivateThreads : Bit.CreatePublicThreads);
    return reply.code(201).send(threadSeenBy(world, createThread(world, parent, botUserId, wanted), botUserId));
  });
  server.post<{ Params: { messageId: string } }>("/channels/:channelId/messages/:messageId/threads", async (request, reply) => {
    const { parent, botUserId, needs } = parentOf(request);
    const wanted = readForm(request.body, (form) => readThread(form, parent.type === ChannelType.GuildAnnouncement ? ChannelType.AnnouncementThread : ChannelType.PublicThread));
    needs(Bit.CreatePublicThreads);
    const stored = world.message(parent.id, request.params.messageId);
    if (isEphemeral(stored)) throw new DiscordError(Code.UnknownMessage);
    return reply.code(201).send(threadSeenBy(world, createThreadFrom(world, parent, stored, botUserId, wanted), botUserId));
  });

  server.get("/channels/:channelId/thread-members", async (request) => {
    const { thread } = threadOf(request);
    if ((askingBot(context, request).privilegedIntents & Intent.GuildMembers) === 0) throw new DiscordError(Code.MissingAccess);
    const page = readForm(request.query, (form) => ({
      withMember: form.get("with_member").value === "true",
      limit: form.get("limit").whole({ min: 1, max: 100 }) ?? 100,
      after: form.get("after").snowflake() ?? "0",
    }));
    const all = [...(world.threadMembers.get(thread.id)?.values() ?? [])];
    if (!page.withMember) return all;
    const byId = all.toSorted((first, second) => byAge(first.user_id ?? "0", second.user_id ?? "0")).filter(({ user_id: id }) => byAge(id ?? "0", page.after) > 0);
    return byId.slice(0, page.limit).map(shown(thread, page));
  });
  server.get<{ Params: { userId: string }; Querystring: { with_member?: string } }>("/channels/:channelId/thread-members/:userId", async (request) => {
    const { thread, botUserId } = threadOf(request);
    const { userId } = request.params;
    return shown(thread, { withMember: request.query.with_member === "true" })(memberOf(thread, userId === "@me" ? botUserId : userId));
  });
  server.put("/channels/:channelId/thread-members/@me", async (request, reply) => {
    const { thread, botUserId } = threadOf(request);
    beOpen(thread);
    addThreadMember(world, thread, botUserId);
    return reply.code(204).send();
  });
  server.delete("/channels/:channelId/thread-members/@me", async (request, reply) => {
    const { thread, botUserId } = threadOf(request);
    beOpen(thread);
    removeThreadMember(world, thread, botUserId);
    return reply.code(204).send();
  });
  server.put<{ Params: { userId: string } }>("/channels/:channelId/thread-members/:userId", async (request, reply) => {
    const { thread, botUserId } = threadOf(request);
    mayAddTo(world, thread, botUserId);
    addThreadMember(world, thread, world.member(thread.guild_id ?? "", request.params.userId).userId, botUserId);
    return reply.code(204).send();
  });
  server.delete<{ Params: { userId: string } }>("/channels/:channelId/thread-members/:userId", async (request, reply) => {
    const { thread, botUserId } = threadOf(request);
    mayRemoveFrom(world, thread, botUserId);
    removeThreadMember(world, thread, memberOf(thread, request.params.userId).user_id ?? "", botUserId);
    return reply.code(204).send();
  });
}
