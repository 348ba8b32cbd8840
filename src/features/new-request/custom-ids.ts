import { defineCustomId, int, oneOf, text } from "../../kernel/custom-id.ts";

/** One state of one draft; a press on an older state is answered with the newest. */
export interface DraftAddress extends Record<string, string | number> {
  readonly draftId: string;
  readonly version: number;
}

const address = { draftId: text, version: int };

export type Move = "back" | "cancel" | "less-1" | "more-1" | "more-5" | "add-another" | "remove";
export type Opening = "details" | "basket" | "search" | "quantity" | "paste";

/** Starts a new draft in place of the message that was pressed. */
export const startButton = defineCustomId<Record<string, never>>("new.start", 1, {});

/** Starts a new draft for the character of what was just sent, in place of its message. */
export const anotherButton = defineCustomId<{ readonly characterId: string }>("new.another", 1, { characterId: text });
/** Sends all of a basket. */
export const sendButton = defineCustomId<DraftAddress>("new.send", 1, address);
/** Leaves out the line of a pasted list that is asked about. */
export const skipButton = defineCustomId<DraftAddress & { readonly line: string }>("new.skip", 1, { ...address, line: text });

export const moveButton = defineCustomId<DraftAddress & { readonly move: Move }>("new.move", 1, {
  ...address,
  move: oneOf("back", "cancel", "less-1", "more-1", "more-5", "add-another", "remove"),
});
export const pageButton = defineCustomId<DraftAddress & { readonly page: number }>("new.page", 1, { ...address, page: int });
export const professionButton = defineCustomId<DraftAddress & { readonly profession: string }>("new.profession", 1, { ...address, profession: text });
/** Opens a modal; the draft stays as it is until the modal is sent. */
export const openButton = defineCustomId<DraftAddress & { readonly opening: Opening }>("new.open", 1, { ...address, opening: oneOf("details", "basket", "search", "quantity", "paste") });

/** Where there are too many for buttons. */
export const professionSelect = defineCustomId<DraftAddress>("new.professions", 1, address);
export const categorySelect = defineCustomId<DraftAddress>("new.category", 1, address);
/** Its values are recipes' ids. */
export const itemSelect = defineCustomId<DraftAddress>("new.item", 1, address);

/** Its values are recipes' ids: what a line of a pasted list means. */
export const meantSelect = defineCustomId<DraftAddress & { readonly line: string }>("new.meant", 1, { ...address, line: text });
/** Its values are ids of a basket's lines. */
export const lineSelect = defineCustomId<DraftAddress>("new.line", 1, address);

export const detailsModal = defineCustomId<DraftAddress>("new.details", 1, address);
/** The same questions; what is answered goes into the basket. */
export const basketModal = defineCustomId<DraftAddress>("new.basket", 1, address);
export const pasteModal = defineCustomId<DraftAddress>("new.paste", 1, address);
export const searchModal = defineCustomId<DraftAddress>("new.search", 1, address);
export const quantityModal = defineCustomId<DraftAddress>("new.quantity", 1, address);

/** The parts of the modals. */
export const FIELD = { character: "character", characterName: "character-name", source: "source", amounts: "amounts", quantity: "quantity", date: "date", note: "note", search: "search", list: "list" } as const;
