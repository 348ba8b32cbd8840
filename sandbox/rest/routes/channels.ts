import { type APIOverwrite, ChannelType, GuildFeature, PermissionFlagsBits as Bit, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Channel, type GuildChannel, type GuildChannelType, guildIdOf, holdsMessages, isDirectMessage, isGuildChannel, isThread } from "../../world/channel.ts";
import { changeChannel, deleteChannel, setOverwrite } from "../../world/channels.ts";
import { asSeenBy } from "../../world/direct-messages.ts";
import { DiscordError } from "../../world/discord-error.ts";
import { hasFeature } from "../../world/guild-object.ts";
import { canView, has, permissionsIn } from "../../world/permissions.ts";
import { changeThread, threadSeenBy } from "../../world/threads.ts";
import type { Guild } from "../../world/world.ts";
import { askingBot, type RestContext } from "../context.ts";
import { mayChangeThread } from "../thread-rights.ts";
import { readChannel, readOverwrite } from "../validation/channel.ts";
import { readForm } from "../validation/form.ts";
import { given } from "../validation/given.ts";
import { readThreadChange } from "../validation/thread.ts";
import { mayOverwrite, parentOf } from "./guild-channels.ts";

/** The channel of an address. Throws 10003 when there is none, 50001 when the bot does not see it. */
export function channelOf(context: RestContext, request: FastifyRequest): { channel: Channel; botUserId: string } {
  const channel = context.world.channel((request.params as { channelId: string }).channelId);
  const { botUserId } = askingBot(context, request);
  if (!canView(context.world, botUserId, channel)) throw new DiscordError(Code.MissingAccess);
  return { channel, botUserId };
}

/** What a channel can be made into. Source: resources/channel.mdx in Discord's documentation. */
const typesFrom = ({ type }: GuildChannel, guild: Guild): GuildChannelType[] =>
  type !== ChannelType.GuildCategory && hasFeature(guild, GuildFeature.News) ? [ChannelType.GuildText, ChannelType.GuildAnnouncement] : [type];

export function channelRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const needs = (channel: Channel, botUserId: string, permission: bigint) => {
    if (!has(permissionsIn(world, botUserId, channel), permission)) throw new DiscordError(Code.MissingPermissions);
  };
  server.get("/channels/:channelId", async (request) => {
    const { channel, botUserId } = channelOf(context, request);
    if (isThread(channel)) return threadSeenBy(world, channel, botUserId);
    return isDirectMessage(channel) ? asSeenBy(channel, botUserId) : channel;
  });
  server.patch("/channels/:channelId", async (request) => {
    const { channel, botUserId } = channelOf(context, request);
    if (isDirectMessage(channel)) throw new DiscordError(Code.CannotExecuteActionOnDMChannel);
    if (isThread(channel)) {
      const change = readForm(request.body, readThreadChange);
      mayChangeThread(world, channel, botUserId, change);
      changeThread(world, channel, change, botUserId);
      return threadSeenBy(world, channel, botUserId);
    }
    needs(channel, botUserId, Bit.ManageChannels);
    const change = readForm(request.body, (form) => {
      const guild = world.guild(guildIdOf(channel) ?? "");
      return given({ ...readChannel(form, world, guild, parentOf(channel)), type: form.get("type").oneOf(typesFrom(channel, guild)) });
    });
    if (change.overwrites) {
      needs(channel, botUserId, Bit.ManageRoles);
      mayOverwrite(permissionsIn(world, botUserId, channel), channel.permission_overwrites ?? [], change.overwrites);
    }
    changeChannel(world, channel, change);
    return channel;
  });
  server.delete("/channels/:channelId", async (request) => {
    const { channel, botUserId } = channelOf(context, request);
    if (!isDirectMessage(channel)) needs(channel, botUserId, isThread(channel) ? Bit.ManageThreads : Bit.ManageChannels);
    deleteChannel(world, channel);
    return isDirectMessage(channel) ? asSeenBy(channel, botUserId) : channel;
  });
  server.post("/channels/:channelId/typing", async (request, reply) => {
    const { channel, botUserId } = channelOf(context, request);
    if (!holdsMessages(channel)) throw new DiscordError(Code.CannotExecuteActionOnThisChannelType);
    needs(channel, botUserId, isThread(channel) ? Bit.SendMessagesInThreads : Bit.SendMessages);
    world.events.emit({ type: "typing", channelId: channel.id, userId: botUserId });
    return reply.code(204).send();
  });

  const overwritten = (request: FastifyRequest): { channel: GuildChannel; before: APIOverwrite | undefined; id: string; permissions: bigint } => {
    const { channel, botUserId } = channelOf(context, request);
    const { overwriteId: id } = request.params as { overwriteId: string };
    if (isDirectMessage(channel)) throw new DiscordError(Code.CannotExecuteActionOnDMChannel);
    if (!isGuildChannel(channel)) throw new DiscordError(Code.CannotExecuteActionOnThisChannelType);
    needs(channel, botUserId, Bit.ManageRoles);
    return { channel, id, before: channel.permission_overwrites?.find((each) => each.id === id), permissions: permissionsIn(world, botUserId, channel) };
  };
  server.put("/channels/:channelId/permissions/:overwriteId", async (request, reply) => {
    const { channel, before, id, permissions } = overwritten(request);
    const overwrite = readForm(request.body, (form) => {
      form.get("type").required();
      return { id, ...readOverwrite(form) };
    });
    mayOverwrite(permissions, before ? [before] : [], [overwrite]);
    setOverwrite(world, channel, id, overwrite);
    return reply.code(204).send();
  });
  server.delete("/channels/:channelId/permissions/:overwriteId", async (request, reply) => {
    const { channel, before, id, permissions } = overwritten(request);
    if (!before) throw new DiscordError(Code.UnknownPermissionOverwrite);
    mayOverwrite(permissions, [before], []);
    setOverwrite(world, channel, id, null);
    return reply.code(204).send();
  });
}
