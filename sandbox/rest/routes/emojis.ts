import { RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance } from "fastify";
import { DiscordError } from "../../world/discord-error.ts";
import { askingBot, type RestContext } from "../context.ts";
import { guildOf } from "../guild-of.ts";

/** The emojis that there are; an application has none of its own here. */
export function emojiRoutes(server: FastifyInstance, context: RestContext): void {
  server.get("/guilds/:guildId/emojis", async (request) => [...guildOf(context, request).guild.emojis.values()]);
  server.get<{ Params: { emojiId: string } }>("/guilds/:guildId/emojis/:emojiId", async (request) => {
    const emoji = guildOf(context, request).guild.emojis.get(request.params.emojiId);
    if (!emoji) throw new DiscordError(Code.UnknownEmoji);
    return emoji;
  });
  server.get<{ Params: { applicationId: string } }>("/applications/:applicationId/emojis", async (request) => {
    if (askingBot(context, request).id !== request.params.applicationId) throw new DiscordError(Code.NotAuthorizedToPerformThisActionOnThisApplication);
    return { items: [] };
  });
}
