import type { FastifyRequest } from "fastify";
import type { World } from "../world/world.ts";

const WITH_OWN_TOKEN = /^\/(interactions\/:interactionId|webhooks\/:\w+)\/:token/;

/** Is the token for this route in its address? `pattern` is the route without its prefix. */
export const hasOwnToken = (pattern: string): boolean => WITH_OWN_TOKEN.test(pattern);

/** Interactions and their webhooks are outside of the global limit, other webhooks are not. Source: interactions/receiving-and-responding.mdx in Discord's documentation. */
export function isGloballyLimited(world: World, request: FastifyRequest, pattern: string): boolean {
  if (!hasOwnToken(pattern)) return true;
  const { applicationId, webhookId, interactionId } = request.params as Record<string, string | undefined>;
  return interactionId === undefined && !world.applications.has(applicationId ?? webhookId ?? "");
}
