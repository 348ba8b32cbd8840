import { defineCustomId, int, optionalText, text } from "../../kernel/custom-id.ts";

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

type RequestOnly = { guildId: string; requestId: string };

/** Says that its crafter is still on it, however it stands. */
export const renewButton = defineCustomId<RequestOnly>("request.renew", 1, { guildId: text, requestId: text });

/** Says that it was handed over. */
export const receiveButton = defineCustomId<RequestOnly>("request.receive", 1, { guildId: text, requestId: text });

/** Says that whoever presses is there to hand over or to receive. */
export const hereButton = defineCustomId<RequestOnly>("request.here", 1, { guildId: text, requestId: text });

/** Takes back what the person did last, which led to this version. */
export const undoButton = defineCustomId<RequestOnly & { version: number }>("request.undo", 1, { guildId: text, requestId: text, version: int });

/** Shows the request in place of the view that has the button. */
export const openButton = defineCustomId<{ guildId: string; requestId: string }>("request.open", 1, { guildId: text, requestId: text });
