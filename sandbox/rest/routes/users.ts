import { RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance } from "fastify";
import { asSeenBy, openDirectMessage } from "../../world/direct-messages.ts";
import { DiscordError } from "../../world/discord-error.ts";
import { guildPermissions } from "../../world/permissions.ts";
import { askingBot, type RestContext } from "../context.ts";
import { readForm } from "../validation/form.ts";

export function userRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  server.get("/users/@me", async (request) => {
    const user = world.user(askingBot(context, request).botUserId);
    return { ...user, verified: true, mfa_enabled: true, locale: "en-US", flags: 0 };
  });
  server.get("/users/@me/guilds", async (request) => {
    const { botUserId } = askingBot(context, request);
    return [...world.guilds.values()].map((guild) => ({
      id: guild.id,
      name: guild.name,
      icon: null,
      banner: null,
      owner: guild.ownerId === botUserId,
      permissions: String(guildPermissions(world, guild, botUserId)),
      features: [],
    }));
  });
  server.get<{ Params: { userId: string } }>("/users/:userId", async (request) => world.user(request.params.userId));
  server.post("/users/@me/channels", async (request) => {
    const { botUserId } = askingBot(context, request);
    const userId = readForm(request.body, (form) => {
      form.get("recipient_id").required();
      return form.get("recipient_id").snowflake() ?? "";
    });
    // Bots have no direct messages with each other or with themselves.
    if (world.user(userId).bot) throw new DiscordError(Code.CannotSendMessagesToThisUser);
    return asSeenBy(openDirectMessage(world, botUserId, userId), botUserId);
  });
}
