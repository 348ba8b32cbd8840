import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { OLD_DELETES } from "../limits/observed.ts";
import { TWO_WEEKS_MS } from "../world/messages/delete-messages.ts";
import { createdAtOf } from "../world/snowflake.ts";
import { askingBot, type RestContext } from "./context.ts";
import { hasOwnToken, isGloballyLimited } from "./global-limit.ts";

const INVALID = new Set([401, 403, 429]);

/** What is before every route: the limits, and a token where one is needed. `prefix` is what addresses begin with, `unknown` the route of all others. */
export function admitCalls(scope: FastifyInstance, context: RestContext, prefix: string, unknown: string): void {
  scope.addHook("onRequest", async (request, reply) => {
    const leftMs = context.limits.shutOutMs(request.ip);
    if (leftMs > 0) return shutOut(reply, leftMs);
    const pattern = request.routeOptions.url?.slice(prefix.length);
    if (pattern === undefined || pattern === unknown) return undefined;
    const { headers, refusal } = context.limits.take({ route: routeOf(context, request, pattern), major: majorOf(request), ...asking(context, request, pattern) });
    reply.headers(headers);
    return refusal ? reply.code(429).send(refusal) : undefined;
  });
  scope.addHook("onSend", (request, reply, payload, done) => {
    const isShared = reply.getHeader("x-ratelimit-scope") === "shared";
    if (INVALID.has(reply.statusCode) && !isShared && !isShutOut(reply)) context.limits.countInvalid(request.ip);
    done(null, payload);
  });
}

function asking(context: RestContext, request: FastifyRequest, pattern: string): { by: string; isGlobal: boolean } {
  const namesNoBot = hasOwnToken(pattern) || pattern === "/gateway";
  return { by: namesNoBot ? request.ip : askingBot(context, request).id, isGlobal: isGloballyLimited(context.world, request, pattern) };
}

function majorOf(request: FastifyRequest): string {
  const { channelId, guildId, applicationId, webhookId, interactionId, token } = request.params as Record<string, string | undefined>;
  if (token !== undefined) return `${applicationId ?? webhookId ?? interactionId}/${token}`;
  return channelId ?? guildId ?? webhookId ?? "";
}

function routeOf({ world }: RestContext, request: FastifyRequest, pattern: string): string {
  const route = `${request.method} ${pattern}`;
  const { messageId } = request.params as Record<string, string | undefined>;
  const isOldDelete = OLD_DELETES.startsWith(`${route} `) && /^\d{1,19}$/.test(messageId ?? "") && world.clock.now() - createdAtOf(messageId ?? "0") > TWO_WEEKS_MS;
  return isOldDelete ? OLD_DELETES : route;
}

/** Where Discord's API is not even reached: no JSON, and none of its headers. */
function shutOut(reply: FastifyReply, leftMs: number): FastifyReply {
  return reply
    .code(429)
    .headers({ "retry-after": String(Math.ceil(leftMs / 1000)), "content-type": "text/html; charset=UTF-8", server: "cloudflare" })
    .send("<!doctype html><title>Access denied</title><h1>Error 1015</h1><p>You are being rate limited: this address made too many invalid requests.</p>");
}

const isShutOut = (reply: FastifyReply) => reply.getHeader("server") === "cloudflare";
