import multipart from "@fastify/multipart";
import { RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance, FastifyReply } from "fastify";
import { registerRestFaults } from "../faults/rest-faults.ts";
import { mayBeBot } from "../own-site.ts";
import { DiscordError, StatusError } from "../world/discord-error.ts";
import { ATTACHMENT_SIZE_LIMIT } from "../world/interactions/start.ts";
import { checkIds, rememberAddresses } from "./addresses.ts";
import { admitCalls } from "./admit.ts";
import type { RestContext } from "./context.ts";
import { archivedThreadRoutes } from "./routes/archived-threads.ts";
import { banRoutes } from "./routes/bans.ts";
import { attachmentRoutes } from "./routes/attachments.ts";
import { applicationRoutes } from "./routes/applications.ts";
import { channelWebhookRoutes } from "./routes/channel-webhooks.ts";
import { channelRoutes } from "./routes/channels.ts";
import { commandRoutes } from "./routes/commands.ts";
import { emojiRoutes } from "./routes/emojis.ts";
import { guildChannelRoutes } from "./routes/guild-channels.ts";
import { guildRoutes } from "./routes/guilds.ts";
import { interactionRoutes } from "./routes/interactions.ts";
import { memberRoutes } from "./routes/members.ts";
import { messageRoutes } from "./routes/messages.ts";
import { pinRoutes } from "./routes/pins.ts";
import { reactionRoutes } from "./routes/reactions.ts";
import { roleRoutes } from "./routes/roles.ts";
import { threadRoutes } from "./routes/threads.ts";
import { answerPlainJson } from "./plain-json.ts";
import { recordAnswers, recordCalls } from "./record-calls.ts";
import { userRoutes } from "./routes/users.ts";
import { webhookRoutes } from "./routes/webhooks.ts";

const PREFIXES = ["/api/v10", "/api"];
const UNKNOWN = "/*";
const NOT_FOR_SITES = "Forbidden: the sandbox was asked by a web site, or by a name that is not its own; to be reached by other names it is started with --host 0.0.0.0";

/** Discord's REST API, with and without the version in its address. `host` is where the sandbox was told to listen. */
export async function registerRest(server: FastifyInstance, context: RestContext, host: string): Promise<void> {
  for (const prefix of PREFIXES) {
    await server.register(
      async (scope) => {
        await scope.register(multipart, { limits: { fileSize: ATTACHMENT_SIZE_LIMIT, files: 10 } });
        recordCalls(scope, context, prefix);
        scope.addHook("onRequest", async ({ headers }, reply) => (mayBeBot(headers, host) ? undefined : answerError(new StatusError(403, NOT_FOR_SITES), reply)));
        answerPlainJson(scope);
        registerRestFaults(scope, context, prefix);
        admitCalls(scope, context, prefix, UNKNOWN);
        checkIds(scope);
        const { isKnown, routes: added } = rememberAddresses(scope, prefix);
        recordAnswers(scope);
        scope.setErrorHandler((error, _request, reply) => answerError(error, reply));
        for (const routes of [
          applicationRoutes,
          commandRoutes,
          userRoutes,
          guildRoutes,
          guildChannelRoutes,
          roleRoutes,
          banRoutes,
          memberRoutes,
          channelRoutes,
          messageRoutes,
          attachmentRoutes,
          pinRoutes,
          reactionRoutes,
          threadRoutes,
          archivedThreadRoutes,
          interactionRoutes,
          webhookRoutes,
          channelWebhookRoutes,
          emojiRoutes,
        ]) {
          routes(scope, context);
        }
        context.faults.knowRoutes(added);
        scope.all(UNKNOWN, ({ url }, reply) => answerError(isKnown(url) ? new StatusError(405, "Method Not Allowed") : new StatusError(404, "Not Found"), reply));
      },
      { prefix },
    );
  }
}

function answerError(error: unknown, reply: FastifyReply): FastifyReply {
  const known = error instanceof DiscordError || error instanceof StatusError ? error : fromFastify(error);
  if (known) {
    // Every 429 says when to come back: without it discord.js asks again at once, and again.
    if (known instanceof DiscordError && known.retryAfterMs !== undefined) {
      void reply.headers({ "retry-after": String(Math.ceil(known.retryAfterMs / 1000)), "x-ratelimit-scope": "user" });
    }
    return reply.code(known.status).send(known.toBody());
  }
  console.error("The sandbox failed:", error);
  return reply.code(500).send({ message: "500: Internal Server Error", code: 0 });
}

function fromFastify(error: unknown): DiscordError | StatusError | null {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  if (code === "FST_FILES_LIMIT") return new DiscordError(Code.MaximumNumberOfAttachmentsInAMessageReached);
  if (code === "FST_REQ_FILE_TOO_LARGE" || code === "FST_ERR_CTP_BODY_TOO_LARGE") return new DiscordError(Code.RequestEntityTooLarge);
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return new StatusError(415, "Unsupported Media Type");
  if (code === "FST_ERR_CTP_INVALID_JSON_BODY" || code === "FST_ERR_CTP_EMPTY_JSON_BODY" || error instanceof SyntaxError) {
    return new DiscordError(Code.RequestBodyContainsInvalidJSON);
  }
  return null;
}
