import type { APIMessage, MessageFlags } from "discord-api-types/v10";

/** A message with what only the server knows of it. */
export interface StoredMessage {
  readonly api: APIMessage;
  /** Null in a direct message. */
  readonly guildId: string | null;
  /** The only person who sees it, when it is ephemeral. */
  readonly onlyFor: string | null;
  /** The interaction whose token may change it. */
  readonly interactionId: string | null;
}

export const hasFlag = (message: Pick<APIMessage, "flags">, flag: MessageFlags): boolean => ((message.flags ?? 0) & flag) !== 0;

export const isEphemeral = (message: StoredMessage): boolean => message.onlyFor !== null;
