import { PermissionFlagsBits as Bit, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance } from "fastify";
import { isDirectMessage } from "../../world/channel.ts";
import { DiscordError } from "../../world/discord-error.ts";
import { messageObject } from "../../world/messages/message-object.ts";
import { pinMessage, pinsOf, unpinMessage } from "../../world/messages/pins.ts";
import type { RestContext } from "../context.ts";
import { readForm } from "../validation/form.ts";
import { messageOf, targetOf } from "./message-target.ts";

/** The addresses of today and those of before, which are deprecated but work. */
const ADDRESSES = ["/channels/:channelId/messages/pins/:messageId", "/channels/:channelId/pins/:messageId"];
const AT_MOST = 50;

export function pinRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  server.get("/channels/:channelId/messages/pins", async (request) => {
    const { channel, botUserId, may } = targetOf(context, request);
    const { before, limit } = readForm(request.query, (form) => {
      form.get("before").instant();
      return { before: form.get("before").value, limit: form.get("limit").whole({ min: 1, max: AT_MOST }) ?? AT_MOST };
    });
    const earlierThan = typeof before === "string" ? Date.parse(before) : Number.POSITIVE_INFINITY;
    const pins = may(Bit.ReadMessageHistory) ? pinsOf(world, channel.id).filter(({ pinnedAt }) => (pinnedAt ?? 0) < earlierThan) : [];
    const items = pins.slice(0, limit).map((message) => ({ pinned_at: new Date(message.pinnedAt ?? 0).toISOString(), message: messageObject(world, message, botUserId) }));
    return { items, has_more: pins.length > limit };
  });
  server.get("/channels/:channelId/pins", async (request) => {
    const { channel, botUserId, may } = targetOf(context, request);
    const pins = may(Bit.ReadMessageHistory) ? pinsOf(world, channel.id) : [];
    return pins.slice(0, AT_MOST).map((message) => messageObject(world, message, botUserId));
  });
  for (const url of ADDRESSES) {
    for (const [method, change] of [["PUT", pinMessage], ["DELETE", unpinMessage]] as const) {
      server.route({
        method,
        url,
        handler: async (request, reply) => {
          const { channel, botUserId, may } = targetOf(context, request);
          if (!isDirectMessage(channel) && !may(Bit.PinMessages)) throw new DiscordError(Code.MissingPermissions);
          change(world, channel, messageOf(world, request), botUserId);
          return reply.code(204).send();
        },
      });
    }
  }
}
