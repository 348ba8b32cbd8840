import { PermissionFlagsBits as Bit, ReactionType, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { guildIdOf } from "../../world/channel.ts";
import { DiscordError } from "../../world/discord-error.ts";
import { emojiNamed, isAtHome } from "../../world/messages/emoji.ts";
import { addReaction, clearReactions, reactionWith, removeReaction } from "../../world/messages/reactions.ts";
import type { ReactionEmoji } from "../../world/messages/stored-message.ts";
import { byAge } from "../../world/snowflake.ts";
import type { RestContext } from "../context.ts";
import { readForm } from "../validation/form.ts";
import { messageOf, moderating, readingBack, targetOf } from "./message-target.ts";

const ALL = "/channels/:channelId/messages/:messageId/reactions";
const ONE = `${ALL}/:emoji`;

export function reactionRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const emojiOf = (request: FastifyRequest): ReactionEmoji => {
    const emoji = emojiNamed(world, (request.params as { emoji: string }).emoji);
    if (!emoji) throw new DiscordError(Code.UnknownEmoji);
    return emoji;
  };

  server.put(`${ONE}/@me`, async (request, reply) => {
    const target = targetOf(context, request);
    readingBack(target);
    const message = messageOf(world, request);
    const emoji = emojiOf(request);
    // Where somebody began, anybody may join.
    if (!reactionWith(message, emoji)) {
      const isForeign = !isAtHome(world.guilds.get(guildIdOf(target.channel) ?? ""), emoji);
      if (!target.may(Bit.AddReactions | (isForeign ? Bit.UseExternalEmojis : 0n))) throw new DiscordError(Code.MissingPermissions);
    }
    addReaction(world, message, target.botUserId, emoji);
    return reply.code(204).send();
  });
  server.delete<{ Params: { userId: string } }>(`${ONE}/:userId`, async (request, reply) => {
    const target = targetOf(context, request);
    const { userId } = request.params;
    const isOwn = userId === "@me" || userId === target.botUserId;
    if (!isOwn) moderating(target);
    removeReaction(world, messageOf(world, request), isOwn ? target.botUserId : world.user(userId).id, emojiOf(request));
    return reply.code(204).send();
  });
  server.get(ONE, async (request) => {
    readingBack(targetOf(context, request));
    const { after, limit, isNormal } = readForm(request.query, (form) => ({
      after: form.get("after").snowflake() ?? "0",
      limit: form.get("limit").whole({ min: 1, max: 100 }) ?? 25,
      isNormal: (form.get("type").whole({ max: ReactionType.Burst }) ?? 0) === 0,
    }));
    const reaction = reactionWith(messageOf(world, request), emojiOf(request));
    if (!reaction || !isNormal) return [];
    return reaction.userIds.filter((id) => byAge(id, after) > 0).toSorted(byAge).slice(0, limit).map((id) => world.user(id));
  });
  server.delete(ALL, async (request, reply) => {
    moderating(targetOf(context, request));
    clearReactions(world, messageOf(world, request), null);
    return reply.code(204).send();
  });
  server.delete(ONE, async (request, reply) => {
    moderating(targetOf(context, request));
    clearReactions(world, messageOf(world, request), emojiOf(request));
    return reply.code(204).send();
  });
}
