import { RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance } from "fastify";
import { asSeenBy, openDirectMessage } from "../../world/direct-messages.ts";
import { DiscordError } from "../../world/discord-error.ts";
import { guildCounts } from "../../world/guild-object.ts";
import { guildPermissions } from "../../world/permissions.ts";
import { byAge } from "../../world/snowflake.ts";
import type { World } from "../../world/world.ts";
import { askingBot, type RestContext } from "../context.ts";
import { readForm } from "../validation/form.ts";

/** Guilds that a bot is given at once. */
const PAGE = 200;

export function userRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  server.get("/users/@me", async (request) => ownUser(world, askingBot(context, request).botUserId));
  server.patch("/users/@me", async (request) => {
    const { botUserId } = askingBot(context, request);
    const username = readForm(request.body, (form) => form.get("username").text({ min: 2, max: 32 }));
    const user = world.user(botUserId);
    if (username !== undefined && username !== user.username) {
      user.username = username;
      world.events.emit({ type: "user-updated", userId: botUserId });
    }
    return ownUser(world, botUserId);
  });
  server.get("/users/@me/guilds", async (request) => {
    const { botUserId } = askingBot(context, request);
    const { limit, before, after, withCounts } = readForm(request.query, (form) => ({
      limit: form.get("limit").whole({ min: 1, max: PAGE }) ?? PAGE,
      before: form.get("before").snowflake(),
      after: form.get("after").snowflake() ?? "0",
      withCounts: form.get("with_counts").value === "true",
    }));
    const all = [...world.guilds.values()].filter(({ members }) => members.has(botUserId)).toSorted((first, second) => byAge(first.id, second.id));
    const found = before === undefined ? all.filter(({ id }) => byAge(id, after) > 0).slice(0, limit) : all.filter(({ id }) => byAge(id, before) < 0).slice(-limit);
    return found.map((guild) => ({
      id: guild.id,
      name: guild.name,
      icon: null,
      banner: null,
      owner: guild.ownerId === botUserId,
      permissions: String(guildPermissions(world, guild, botUserId)),
      features: guild.settings.features ?? [],
      ...(withCounts ? guildCounts(guild) : {}),
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

/** A bot as it sees itself. */
const ownUser = (world: World, userId: string) => ({ ...world.user(userId), verified: true, mfa_enabled: true, locale: "en-US", flags: 0 });
