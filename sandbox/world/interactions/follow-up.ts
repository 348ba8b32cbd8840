import { RESTJSONErrorCodes as Code, MessageFlags } from "discord-api-types/v10";
import { DiscordError } from "../discord-error.ts";
import type { MessageDraft } from "../messages/draft.ts";
import { editMessage } from "../messages/edit-message.ts";
import { hasFlag, type StoredMessage } from "../messages/stored-message.ts";
import type { World } from "../world.ts";
import { addAnswer } from "./answer.ts";
import type { InteractionRecord } from "./record.ts";

/** The interaction behind a webhook's token. Throws 50027 when the token is unknown or over, 10015 while there is no first answer. */
export function interactionOfToken(world: World, applicationId: string, token: string): InteractionRecord {
  const record = world.interactions.get(world.interactionIds.get(token) ?? "");
  if (record?.applicationId !== applicationId || world.clock.now() - record.createdAt > world.rules.tokenLivesMs) throw new DiscordError(Code.InvalidWebhookToken);
  if (record.state !== "answered") throw new DiscordError(Code.UnknownWebhook);
  return record;
}

/** `@original`, or a message that this token made. Throws 10008 for any other. */
export function messageOfToken(world: World, record: InteractionRecord, messageId: string): StoredMessage {
  const id = messageId === "@original" ? record.originalMessageId : messageId;
  const message = world.message(record.channelId, id ?? "");
  if (message.interactionId !== record.id && message.api.id !== record.originalMessageId) throw new DiscordError(Code.UnknownMessage);
  return message;
}

/** A further message; the first one after "thinking…" takes its place and keeps who sees it. */
export function followUp(world: World, record: InteractionRecord, draft: MessageDraft): StoredMessage {
  const original = record.originalMessageId === null ? undefined : world.messages.get(record.channelId)?.get(record.originalMessageId);
  if (original && hasFlag(original.api, MessageFlags.Loading)) return editMessage(world, original, draft);
  return addAnswer(world, record, draft, original ? original.api.id : null);
}
