import { PermissionFlagsBits as Bit, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { guildIdOf, isWritable, type WritableChannel } from "../../world/channel.ts";
import { DiscordError } from "../../world/discord-error.ts";
import { has, permissionsIn } from "../../world/permissions.ts";
import type { Webhook } from "../../world/webhook.ts";
import { webhookObject } from "../../world/webhook-object.ts";
import { changeWebhook, createWebhook, deleteWebhook, webhookOfToken, webhooksIn } from "../../world/webhooks.ts";
import { askingBot, type RestContext } from "../context.ts";
import { guildOf } from "../guild-of.ts";
import { readForm } from "../validation/form.ts";
import { given } from "../validation/given.ts";
import { readWebhookName } from "../validation/webhook-name.ts";
import { channelOf } from "./channels.ts";

interface Params {
  webhookId: string;
  applicationId: string;
  token: string;
}

/** Webhooks of channels: making, finding, changing and deleting them. */
export function channelWebhookRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const shown = (webhook: Webhook) => webhookObject(world, webhook, { withUser: true });
  const managed = (request: FastifyRequest): { channel: WritableChannel; botUserId: string } => {
    const { channel, botUserId } = channelOf(context, request);
    if (!isWritable(channel)) throw new DiscordError(Code.CannotExecuteActionOnThisChannelType);
    if (!has(permissionsIn(world, botUserId, channel), Bit.ManageWebhooks)) throw new DiscordError(Code.MissingPermissions);
    return { channel, botUserId };
  };
  /** The webhook of an address without a token, for who may manage it. */
  const managedWebhook = (request: FastifyRequest): { webhook: Webhook; botUserId: string } => {
    const { botUserId } = askingBot(context, request);
    const webhook = world.webhooks.get((request.params as Params).webhookId);
    if (!webhook) throw new DiscordError(Code.UnknownWebhook);
    if (!has(permissionsIn(world, botUserId, world.channel(webhook.channelId)), Bit.ManageWebhooks)) throw new DiscordError(Code.MissingPermissions);
    return { webhook, botUserId };
  };
  const byToken = (request: FastifyRequest): Webhook => {
    const { applicationId, token } = request.params as Params;
    return webhookOfToken(world, applicationId, token);
  };

  server.get("/channels/:channelId/webhooks", async (request) => webhooksIn(world, managed(request).channel.id).map(shown));
  server.get("/guilds/:guildId/webhooks", async (request) => {
    const { guild, needs } = guildOf(context, request);
    needs(Bit.ManageWebhooks);
    return [...world.webhooks.values()].filter(({ guildId }) => guildId === guild.id).map(shown);
  });
  server.post("/channels/:channelId/webhooks", async (request) => {
    const { channel, botUserId } = managed(request);
    const name = readForm(request.body, (form) => {
      form.get("name").required();
      return readWebhookName(form.get("name")) ?? "";
    });
    return shown(createWebhook(world, channel, { name, userId: botUserId, applicationId: askingBot(context, request).id }));
  });
  server.get("/webhooks/:webhookId", async (request) => shown(managedWebhook(request).webhook));
  server.patch("/webhooks/:webhookId", async (request) => {
    const { webhook, botUserId } = managedWebhook(request);
    const change = readForm(request.body, (form) => given({ name: readWebhookName(form.get("name")), channelId: form.get("channel_id").snowflake() }));
    if (change.channelId !== undefined) {
      const channel = world.channel(change.channelId);
      if (!isWritable(channel) || guildIdOf(channel) !== webhook.guildId) throw new DiscordError(Code.UnknownChannel);
      if (!has(permissionsIn(world, botUserId, channel), Bit.ManageWebhooks)) throw new DiscordError(Code.MissingPermissions);
    }
    changeWebhook(world, webhook, change);
    return shown(webhook);
  });
  server.delete("/webhooks/:webhookId", async (request, reply) => {
    deleteWebhook(world, managedWebhook(request).webhook);
    return reply.code(204).send();
  });
  server.get("/webhooks/:applicationId/:token", async (request) => webhookObject(world, byToken(request), { withUser: false }));
  server.patch("/webhooks/:applicationId/:token", async (request) => {
    const webhook = byToken(request);
    changeWebhook(world, webhook, readForm(request.body, (form) => given({ name: readWebhookName(form.get("name")) })));
    return webhookObject(world, webhook, { withUser: false });
  });
  server.delete("/webhooks/:applicationId/:token", async (request, reply) => {
    deleteWebhook(world, byToken(request));
    return reply.code(204).send();
  });
}
