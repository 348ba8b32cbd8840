import { type APIWebhook, WebhookType } from "discord-api-types/v10";
import type { Webhook } from "./webhook.ts";
import type { World } from "./world.ts";

/** A webhook as Discord shows it; who has only the token does not learn who made it. */
export function webhookObject(world: World, webhook: Webhook, { withUser }: { withUser: boolean }): APIWebhook {
  return {
    id: webhook.id,
    type: WebhookType.Incoming,
    guild_id: webhook.guildId,
    channel_id: webhook.channelId,
    name: webhook.name,
    avatar: webhook.avatar,
    application_id: webhook.applicationId,
    token: webhook.token,
    url: `${world.origin}/api/webhooks/${webhook.id}/${webhook.token}`,
    ...(withUser ? { user: world.user(webhook.userId) } : {}),
  };
}
