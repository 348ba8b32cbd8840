import {
  type APIApplicationCommandOptionChoice,
  type APIModalInteractionResponseCallbackData,
  RESTJSONErrorCodes as Code,
  InteractionResponseType as Answers,
  InteractionType as Kind,
  MessageFlags,
  MessageType,
} from "discord-api-types/v10";
import { type MessageChannel, holdsMessages } from "../channel.ts";
import { DiscordError } from "../discord-error.ts";
import { addMessage } from "../messages/create-message.ts";
import { EMPTY_DRAFT, type MessageChange, type MessageDraft } from "../messages/draft.ts";
import { editMessage } from "../messages/edit-message.ts";
import type { StoredMessage } from "../messages/stored-message.ts";
import type { World } from "../world.ts";
import type { InteractionRecord } from "./record.ts";
import { settle } from "./start.ts";

/** A bot's first answer, already validated. */
export type Answer =
  | { readonly type: Answers.ChannelMessageWithSource; readonly draft: MessageDraft }
  | { readonly type: Answers.DeferredChannelMessageWithSource; readonly isEphemeral: boolean }
  | { readonly type: Answers.DeferredMessageUpdate }
  | { readonly type: Answers.UpdateMessage; readonly change: MessageChange }
  | { readonly type: Answers.ApplicationCommandAutocompleteResult; readonly choices: readonly APIApplicationCommandOptionChoice[] }
  | { readonly type: Answers.Modal; readonly modal: APIModalInteractionResponseCallbackData };

/** Which answers Discord takes: 6 and 7 only where there is a message to change, 9 not after a modal. */
export function allowedAnswers(record: InteractionRecord): readonly Answers[] {
  const message = [Answers.ChannelMessageWithSource, Answers.DeferredChannelMessageWithSource];
  const update = record.messageId === null ? [] : [Answers.DeferredMessageUpdate, Answers.UpdateMessage];
  switch (record.kind) {
    case Kind.ApplicationCommand:
      return [...message, Answers.Modal];
    case Kind.MessageComponent:
      return [...message, ...update, Answers.Modal];
    case Kind.ModalSubmit:
      return [...message, ...update];
    case Kind.ApplicationCommandAutocomplete:
      return [Answers.ApplicationCommandAutocompleteResult];
    case Kind.Ping:
      return [];
  }
}

/** The interaction, if it still waits. Throws 10062 when unknown or too late, 40060 when it has its answer. */
export function waitingInteraction(world: World, id: string, token: string): InteractionRecord {
  const record = world.interactions.get(id);
  if (!record || record.token !== token || record.state === "failed") throw new DiscordError(Code.UnknownInteraction);
  if (record.state === "answered") throw new DiscordError(Code.InteractionHasAlreadyBeenAcknowledged);
  if (world.clock.now() - record.createdAt > world.rules.answerWithinMs) throw new DiscordError(Code.UnknownInteraction);
  return record;
}

/** Carries out the first answer; gives the message that it made or changed. */
export function answerInteraction(world: World, record: InteractionRecord, answer: Answer): StoredMessage | null {
  const message = carryOut(world, record, answer);
  settle(record);
  record.state = "answered";
  record.responseType = answer.type;
  record.originalMessageId = message?.api.id ?? (answer.type === Answers.DeferredMessageUpdate ? record.messageId : null);
  if (answer.type === Answers.Modal) world.events.emit({ type: "modal-opened", interaction: record, modal: answer.modal });
  world.events.emit({ type: "interaction-changed", interaction: record });
  if (answer.type === Answers.ApplicationCommandAutocompleteResult) record.onChoices?.(answer.choices);
  return message;
}

function carryOut(world: World, record: InteractionRecord, answer: Answer): StoredMessage | null {
  switch (answer.type) {
    case Answers.ChannelMessageWithSource:
      return addAnswer(world, record, answer.draft, record.messageId);
    case Answers.DeferredChannelMessageWithSource: {
      const flags = MessageFlags.Loading | (answer.isEphemeral ? MessageFlags.Ephemeral : 0);
      return addAnswer(world, record, { ...EMPTY_DRAFT, flags }, record.messageId);
    }
    case Answers.UpdateMessage:
      return editMessage(world, world.message(record.channelId, record.messageId ?? ""), answer.change);
    case Answers.Modal:
      record.modal = answer.modal;
      return null;
    case Answers.DeferredMessageUpdate:
    case Answers.ApplicationCommandAutocompleteResult:
      return null;
  }
}

/** Sends a message with an interaction's token, the first answer or one that follows it; the EPHEMERAL flag makes it its person's alone. */
export function addAnswer(world: World, record: InteractionRecord, draft: MessageDraft, replyToId: string | null): StoredMessage {
  const isEphemeral = (draft.flags & MessageFlags.Ephemeral) !== 0;
  const isFirst = record.state === "pending";
  const metadata = isFirst || record.originalMessageId === null ? record.metadata : { ...record.metadata, original_response_message_id: record.originalMessageId };
  // The first answer to a message command points to the message that it was used on.
  const target = isFirst && "target_message_id" in record.metadata ? (record.metadata.target_message_id ?? null) : null;
  const answered = replyToId ?? target;
  return addMessage(
    world,
    channelOf(world, record),
    world.application(record.applicationId).botUserId,
    answered === null ? draft : { ...draft, replyToId: answered },
    {
      interactionId: record.id,
      applicationId: record.applicationId,
      metadata,
      command: isFirst && record.kind === Kind.ApplicationCommand ? record.source : null,
      type: typeOf(record, replyToId),
      onlyFor: isEphemeral ? record.personId : null,
    },
  );
}

function typeOf(record: InteractionRecord, replyToId: string | null): MessageType {
  if (replyToId !== null) return MessageType.Reply;
  if (record.kind !== Kind.ApplicationCommand) return MessageType.Default;
  return record.isContextMenu ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand;
}

function channelOf(world: World, record: InteractionRecord): MessageChannel {
  const channel = world.channel(record.channelId);
  if (!holdsMessages(channel)) throw new DiscordError(Code.CannotExecuteActionOnThisChannelType);
  return channel;
}
