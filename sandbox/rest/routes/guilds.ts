import { ChannelType, PermissionFlagsBits as Bit, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { channelsOf, createChannel, threadsOf } from "../../world/channels.ts";
import { DiscordError } from "../../world/discord-error.ts";
import { guildObject } from "../../world/guild-object.ts";
import { canView, guildPermissions, has } from "../../world/permissions.ts";
import type { Guild } from "../../world/world.ts";
import { askingBot, type RestContext } from "../context.ts";
import { readOverwrites } from "../validation/channel.ts";
import { readForm } from "../validation/form.ts";

interface Params {
  guildId: string;
}

export function guildRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const guildOf = (request: FastifyRequest): { guild: Guild; botUserId: string } => ({
    guild: world.guild((request.params as Params).guildId),
    botUserId: askingBot(context, request).botUserId,
  });
  server.get("/guilds/:guildId", async (request) => guildObject(guildOf(request).guild));
  server.get("/guilds/:guildId/roles", async (request) => [...guildOf(request).guild.roles.values()]);
  server.get<{ Params: Params & { roleId: string } }>("/guilds/:guildId/roles/:roleId", async (request) => {
    const role = guildOf(request).guild.roles.get(request.params.roleId);
    if (!role) throw new DiscordError(Code.UnknownRole);
    return role;
  });
  server.get("/guilds/:guildId/channels", async (request) => channelsOf(world, guildOf(request).guild.id));
  server.get("/guilds/:guildId/threads/active", async (request) => {
    const { guild, botUserId } = guildOf(request);
    const threads = threadsOf(world, guild.id).filter((thread) => !thread.thread_metadata?.archived && canView(world, botUserId, thread));
    return { threads, members: threads.flatMap((thread) => world.threadMembers.get(thread.id)?.get(botUserId) ?? []) };
  });
  server.post("/guilds/:guildId/channels", async (request, reply) => {
    const { guild, botUserId } = guildOf(request);
    if (!has(guildPermissions(world, guild, botUserId), Bit.ManageChannels)) throw new DiscordError(Code.MissingPermissions);
    const wanted = readForm(request.body, (form) => {
      if (form.get("name").required()) form.get("name").text({ min: 1, max: 100 });
      const parentId = form.get("parent_id").snowflake() ?? null;
      if (parentId !== null && world.channels.get(parentId)?.type !== ChannelType.GuildCategory) {
        form.get("parent_id").refuse("CHANNEL_PARENT_INVALID", "Category does not exist");
      }
      return {
        name: String(form.get("name").value),
        type: form.get("type").oneOf([ChannelType.GuildText, ChannelType.GuildCategory] as const) ?? ChannelType.GuildText,
        topic: form.get("topic").text({ max: 1024 }) ?? null,
        parentId,
        overwrites: readOverwrites(form.get("permission_overwrites")) ?? [],
      };
    });
    return reply.code(201).send(createChannel(world, guild.id, wanted));
  });
}
