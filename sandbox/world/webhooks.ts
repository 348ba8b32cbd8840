import { type APIUser, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import { randomBytes } from "node:crypto";
import { isThread, type MessageChannel, type WritableChannel, isWritable } from "./channel.ts";
import { DiscordError } from "./discord-error.ts";
import { addMessage } from "./messages/create-message.ts";
import type { MessageDraft } from "./messages/draft.ts";
import type { StoredMessage } from "./messages/stored-message.ts";
import { NO_FLAGS } from "./no-flags.ts";
import type { Webhook } from "./webhook.ts";
import type { World } from "./world.ts";

/** Source: error code 30007 in Discord's documentation. */
const WEBHOOKS_PER_CHANNEL = 15;

export const webhooksIn = (world: World, channelId: string): Webhook[] => [...world.webhooks.values()].filter((webhook) => webhook.channelId === channelId);

/** Adds a webhook to a channel. Throws 30007 when it has 15. */
export function createWebhook(world: World, channel: WritableChannel, { name, userId, applicationId }: Pick<Webhook, "name" | "userId" | "applicationId">): Webhook {
  if (webhooksIn(world, channel.id).length >= WEBHOOKS_PER_CHANNEL) throw new DiscordError(Code.MaximumNumberOfWebhooksReached);
  const webhook: Webhook = { id: world.ids.next(), token: randomBytes(51).toString("base64url"), guildId: channel.guild_id ?? "", channelId: channel.id, name, avatar: null, userId, applicationId };
  world.webhooks.set(webhook.id, webhook);
  changed(world, webhook.guildId, channel.id);
  return webhook;
}

/** Renames a webhook or moves it to another channel of its guild. */
export function changeWebhook(world: World, webhook: Webhook, { name, channelId }: { readonly name?: string; readonly channelId?: string }): void {
  const before = webhook.channelId;
  webhook.name = name ?? webhook.name;
  webhook.channelId = channelId ?? before;
  for (const id of new Set([before, webhook.channelId])) changed(world, webhook.guildId, id);
}

export function deleteWebhook(world: World, webhook: Webhook): void {
  world.webhooks.delete(webhook.id);
  changed(world, webhook.guildId, webhook.channelId);
}

/** The webhook of an address. Throws 10015 for an unknown id, 50027 for a token that is not its own. */
export function webhookOfToken(world: World, id: string, token: string): Webhook {
  const webhook = world.webhooks.get(id);
  if (!webhook) throw new DiscordError(Code.UnknownWebhook);
  if (webhook.token !== token) throw new DiscordError(Code.InvalidWebhookToken);
  return webhook;
}

/** Where a webhook writes: its channel, or a thread of that. Throws 10003 for any other. */
export function placeOf(world: World, webhook: Webhook, threadId: string | undefined): MessageChannel {
  const channel = world.channel(threadId ?? webhook.channelId);
  if (isThread(channel) ? channel.parent_id === webhook.channelId : isWritable(channel) && channel.id === webhook.channelId) return channel as MessageChannel;
  throw new DiscordError(Code.UnknownChannel);
}

/** Writes as a webhook, under another name if that is wanted. */
export function executeWebhook(world: World, webhook: Webhook, place: MessageChannel, { username, draft }: { readonly username: string | undefined; readonly draft: MessageDraft }): StoredMessage {
  const author: APIUser = { id: webhook.id, username: username ?? webhook.name, discriminator: "0000", global_name: null, avatar: webhook.avatar, bot: true, public_flags: NO_FLAGS, flags: NO_FLAGS, primary_guild: null };
  // Only an application can answer what people do with components.
  const sent = webhook.applicationId === null ? { ...draft, components: [] } : draft;
  return addMessage(world, place, webhook.userId, sent, null, { author, id: webhook.id, applicationId: webhook.applicationId });
}

/** A message that this webhook wrote. Throws 10008 for any other. */
export function messageOfWebhook(world: World, webhook: Webhook, place: MessageChannel, messageId: string): StoredMessage {
  const message = world.message(place.id, messageId);
  if (message.api.webhook_id !== webhook.id) throw new DiscordError(Code.UnknownMessage);
  return message;
}

function changed(world: World, guildId: string, channelId: string): void {
  world.events.emit({ type: "webhooks-changed", guildId, channelId });
}
