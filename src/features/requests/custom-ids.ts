import { defineCustomId, optionalText, text } from "../../kernel/custom-id.ts";

/** A button that leads to one request from anywhere, also from a direct message: hence the guild. */
export interface RequestAddress extends Record<string, string> {
  readonly guildId: string;
  readonly requestId: string;
  /** The outbox row that the message comes from, by which it is found again after a crash; else empty. */
  readonly mark: string;
}

const address = { guildId: text, requestId: text, mark: optionalText };

/** Shows the request to whoever presses. */
export const detailsButton = defineCustomId<RequestAddress>("request.details", 1, address);

/** Claims it from a card that everybody sees; the transition decides who gets it. */
export const claimButton = defineCustomId<RequestAddress>("request.claim", 1, address);
