import { PermissionFlagsBits as Bit, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Channel, isDirectMessage, isGuildChannel, isThread } from "../../world/channel.ts";
import { deleteChannel } from "../../world/channels.ts";
import { asSeenBy } from "../../world/direct-messages.ts";
import { DiscordError } from "../../world/discord-error.ts";
import { canView, has, permissionsIn } from "../../world/permissions.ts";
import { askingBot, type RestContext } from "../context.ts";
import { readOverwrites } from "../validation/channel.ts";
import { readForm } from "../validation/form.ts";

/** The channel of an address. Throws 10003 when there is none, 50001 when the bot does not see it. */
export function channelOf(context: RestContext, request: FastifyRequest): { channel: Channel; botUserId: string } {
  const channel = context.world.channel((request.params as { channelId: string }).channelId);
  const { botUserId } = askingBot(context, request);
  if (!canView(context.world, botUserId, channel)) throw new DiscordError(Code.MissingAccess);
  return { channel, botUserId };
}

export function channelRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  server.get("/channels/:channelId", async (request) => {
    const { channel, botUserId } = channelOf(context, request);
    return isDirectMessage(channel) ? asSeenBy(channel, botUserId) : channel;
  });
  server.patch("/channels/:channelId", async (request) => {
    const { channel, botUserId } = channelOf(context, request);
    if (isDirectMessage(channel)) throw new DiscordError(Code.CannotExecuteActionOnDMChannel);
    const needed = isThread(channel) ? Bit.ManageThreads : Bit.ManageChannels;
    const isOwnThread = isThread(channel) && channel.owner_id === botUserId;
    if (!isOwnThread && !has(permissionsIn(world, botUserId, channel), needed)) throw new DiscordError(Code.MissingPermissions);
    change(channel, request.body, world.nowIso());
    world.events.emit(isThread(channel) ? { type: "thread-updated", thread: channel } : { type: "channel-updated", channel });
    return channel;
  });
  server.delete("/channels/:channelId", async (request) => {
    const { channel, botUserId } = channelOf(context, request);
    const needed = isThread(channel) ? Bit.ManageThreads : Bit.ManageChannels;
    if (!isDirectMessage(channel) && !has(permissionsIn(world, botUserId, channel), needed)) throw new DiscordError(Code.MissingPermissions);
    deleteChannel(world, channel);
    return channel;
  });
  server.post("/channels/:channelId/typing", async (request, reply) => {
    const { channel, botUserId } = channelOf(context, request);
    world.events.emit({ type: "typing", channelId: channel.id, userId: botUserId });
    return reply.code(204).send();
  });
}

function change(channel: Exclude<Channel, { type: 1 }>, body: unknown, now: string): void {
  readForm(body, (form) => {
    const name = form.get("name").text({ min: 1, max: 100 });
    if (name !== undefined) channel.name = name;
    if (isThread(channel) && channel.thread_metadata) {
      const archived = form.get("archived").flag();
      if (archived !== undefined && archived !== channel.thread_metadata.archived) channel.thread_metadata.archive_timestamp = now;
      channel.thread_metadata.archived = archived ?? channel.thread_metadata.archived;
      channel.thread_metadata.locked = form.get("locked").flag() ?? channel.thread_metadata.locked;
      return;
    }
    if (!isGuildChannel(channel)) return;
    const overwrites = readOverwrites(form.get("permission_overwrites"));
    if (overwrites) channel.permission_overwrites = overwrites;
    channel.position = form.get("position").whole() ?? channel.position;
    if ("topic" in channel && form.get("topic").value !== undefined) channel.topic = form.get("topic").text({ max: 1024 }) ?? null;
    if ("topic" in channel && form.get("parent_id").value !== undefined) channel.parent_id = form.get("parent_id").snowflake() ?? null;
  });
}
