import type { APIAllowedMentions, APIEmbed, APIMessageTopLevelComponent } from "discord-api-types/v10";
import type { AttachmentRow, IncomingFile } from "./attachments.ts";

/** A message to be made, already validated. */
export interface MessageDraft {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIMessageTopLevelComponent[];
  /** MessageFlags, a bit field. */
  readonly flags: number;
  readonly files: readonly IncomingFile[];
  readonly tts?: boolean;
  readonly nonce?: string | number;
  readonly enforceNonce?: boolean;
  readonly allowedMentions?: APIAllowedMentions;
  /** The message of the same channel that this one answers. */
  readonly replyToId?: string;
}

/** A change of a message, already validated; what is not there stays. */
export interface MessageChange {
  readonly content?: string;
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly APIMessageTopLevelComponent[];
  readonly flags?: number;
  readonly files: readonly IncomingFile[];
  /** Of the attachments so far those that stay, with what is new about them; all stay when absent. */
  readonly attachments?: readonly AttachmentRow[];
  readonly allowedMentions?: APIAllowedMentions;
}

export const EMPTY_DRAFT: MessageDraft = { content: "", embeds: [], components: [], flags: 0, files: [] };
