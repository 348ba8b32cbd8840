import {
  type APIMessage,
  type APIMessageInteraction,
  type APIMessageInteractionMetadata,
  type APIMessageReference,
  type APIUser,
  RESTJSONErrorCodes as Code,
  InteractionType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
} from "discord-api-types/v10";
import { guildIdOf, isThread, type MessageChannel } from "../channel.ts";
import { DiscordError } from "../discord-error.ts";
import { isArchived, mayWrite } from "../thread-locks.ts";
import { addThreadMember, setArchived } from "../threads.ts";
import type { World } from "../world.ts";
import { storeAttachment } from "./attachments.ts";
import { numberComponents } from "./component-tree.ts";
import type { MessageDraft } from "./draft.ts";
import { withComponentMedia, withMedia } from "./media.ts";
import { IN_ANSWERS, mentionsIn } from "./mentions.ts";
import { findByNonce, rememberNonce } from "./nonces.ts";
import { permitted } from "./send-rights.ts";
import type { StoredMessage } from "./stored-message.ts";
import { countIn } from "./thread-counts.ts";

/** What an author may set; the rest Discord sets itself. */
const KEPT_FLAGS =
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsVoiceMessage |
  MessageFlags.IsComponentsV2 |
  MessageFlags.Ephemeral |
  MessageFlags.Loading;

/** Under whose name a channel's webhook writes. */
export interface WebhookAuthor {
  readonly id: string;
  readonly author: APIUser;
  readonly applicationId: string | null;
}

export interface InteractionAnswer {
  readonly interactionId: string;
  readonly applicationId: string;
  readonly metadata: APIMessageInteractionMetadata;
  /** The command that was used, null for a component or modal. Discord's clients write it above the answer. */
  readonly command: string | null;
  readonly type: MessageType;
  /** The only person who sees it. */
  readonly onlyFor: string | null;
}

/**
 * Sends a message as somebody with the right to. Throws what {@link permitted} does, and 50006 for an empty one;
 * the same author and nonce within minutes give the first message when the nonce is enforced. Who writes in a thread joins it.
 */
export function sendMessage(world: World, channel: MessageChannel, authorId: string, draft: MessageDraft): StoredMessage {
  const sent = permitted(world, channel, authorId, draft);
  if (draft.enforceNonce && draft.nonce !== undefined) {
    const first = findByNonce(world, authorId, draft.nonce);
    if (first) return first;
  }
  const message = addMessage(world, channel, authorId, sent, null);
  if (isThread(channel)) addThreadMember(world, channel, authorId);
  return message;
}

/** Stores a message and tells of it, whoever may or may not. Throws 50006 when there is nothing in it. */
export function addMessage(world: World, channel: MessageChannel, authorId: string, draft: MessageDraft, answer: InteractionAnswer | null, webhook: WebhookAuthor | null = null): StoredMessage {
  const isLoading = (draft.flags & MessageFlags.Loading) !== 0;
  if (!isLoading && draft.content.trim() === "" && draft.embeds.length + draft.components.length + draft.files.length === 0) {
    throw new DiscordError(Code.CannotSendAnEmptyMessage);
  }
  if (isThread(channel) && isArchived(channel)) {
    mayWrite(world, channel, authorId);
    setArchived(world, channel, false);
  }
  const attachments = draft.files.map((file) => storeAttachment(world, channel.id, file));
  const repliedTo = draft.replyToId === undefined ? undefined : world.messages.get(channel.id)?.get(draft.replyToId)?.api;
  const components = numberComponents(withComponentMedia(world, draft.components, attachments));
  const api: APIMessage = {
    id: world.ids.next(),
    channel_id: channel.id,
    type: answer?.type ?? (repliedTo ? MessageType.Reply : MessageType.Default),
    author: webhook?.author ?? world.user(authorId),
    content: draft.content.trim(),
    timestamp: world.nowIso(),
    edited_timestamp: null,
    tts: draft.tts ?? false,
    ...mentionsIn(world, channel, authorId, draft.content, components, draft.allowedMentions ?? (answer ? IN_ANSWERS : undefined), answer ? undefined : repliedTo?.author),
    attachments,
    embeds: withMedia(draft.embeds, attachments),
    components,
    pinned: false,
    flags: (draft.flags & KEPT_FLAGS) | (answer?.onlyFor ? MessageFlags.Ephemeral : 0),
    ...(draft.nonce === undefined ? {} : { nonce: draft.nonce }),
    ...(repliedTo ? { message_reference: referenceTo(repliedTo, guildIdOf(channel)) } : {}),
    ...(answer ? { webhook_id: answer.applicationId, application_id: answer.applicationId, interaction_metadata: answer.metadata } : {}),
    ...(webhook ? { webhook_id: webhook.id, ...(webhook.applicationId === null ? {} : { application_id: webhook.applicationId }) } : {}),
    ...(answer?.command ? { interaction: interactionOf(answer, answer.command) } : {}),
  };
  const stored: StoredMessage = { api, guildId: guildIdOf(channel), onlyFor: answer?.onlyFor ?? null, interactionId: answer?.interactionId ?? null, fileIds: attachments.map(({ id }) => id) };
  world.messagesOf(channel.id).set(api.id, stored);
  rememberNonce(world, api);
  if (!stored.onlyFor) {
    channel.last_message_id = api.id;
    countIn(channel);
  }
  world.events.emit({ type: "message-created", message: stored });
  return stored;
}

function interactionOf({ metadata: { id, user } }: InteractionAnswer, name: string): APIMessageInteraction {
  return { id, type: InteractionType.ApplicationCommand, name, user };
}

function referenceTo(message: APIMessage, guildId: string | null): APIMessageReference {
  const { id: message_id, channel_id } = message;
  return { type: MessageReferenceType.Default, channel_id, message_id, ...(guildId === null ? {} : { guild_id: guildId }) };
}
