import { type APIMessage, type MessageFlags, MessageType } from "discord-api-types/v10";

/** An emoji on a message: Unicode by its name, a server's own by its id. */
export interface ReactionEmoji {
  readonly id: string | null;
  readonly name: string;
  readonly animated?: boolean;
}

/** One emoji on a message, with who put it there, the first of them first. */
export interface StoredReaction {
  readonly emoji: ReactionEmoji;
  readonly userIds: readonly string[];
}

/** A message with what only the server knows of it. */
export interface StoredMessage {
  readonly api: APIMessage;
  /** Null in a direct message. */
  readonly guildId: string | null;
  /** The only person who sees it, when it is ephemeral. */
  readonly onlyFor: string | null;
  /** The interaction whose token may change it. */
  readonly interactionId: string | null;
  /** The files that came with it and that something in it still shows, by id. */
  readonly fileIds?: readonly string[];
  /** Absent while nobody reacted. */
  readonly reactions?: readonly StoredReaction[];
  /** When it was pinned, in milliseconds since 1970; absent or null while it is not. */
  readonly pinnedAt?: number | null;
}

export const hasFlag = (message: Pick<APIMessage, "flags">, flag: MessageFlags): boolean => ((message.flags ?? 0) & flag) !== 0;

export const isEphemeral = (message: StoredMessage): boolean => message.onlyFor !== null;

const WRITTEN: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply, MessageType.ChatInputCommand, MessageType.ContextMenuCommand]);

/** Did a person or bot write it? Anything else Discord says itself. */
export const isWritten = ({ type }: Pick<APIMessage, "type">): boolean => WRITTEN.has(type);
