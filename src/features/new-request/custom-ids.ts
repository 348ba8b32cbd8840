import { defineCustomId, int, oneOf, text } from "../../kernel/custom-id.ts";

/** One state of one draft; a press on an older state is answered with the newest. */
export interface DraftAddress extends Record<string, string | number> {
  readonly draftId: string;
  readonly version: number;
}

const address = { draftId: text, version: int };

export type Move = "back" | "cancel" | "less-1" | "more-1" | "more-5";
export type Opening = "details" | "search" | "quantity";

/** Starts a new draft in place of the message that was pressed. */
export const startButton = defineCustomId<Record<string, never>>("new.start", 1, {});

export const moveButton = defineCustomId<DraftAddress & { readonly move: Move }>("new.move", 1, {
  ...address,
  move: oneOf("back", "cancel", "less-1", "more-1", "more-5"),
});
export const pageButton = defineCustomId<DraftAddress & { readonly page: number }>("new.page", 1, { ...address, page: int });
export const professionButton = defineCustomId<DraftAddress & { readonly profession: string }>("new.profession", 1, { ...address, profession: text });
/** Opens a modal; the draft stays as it is until the modal is sent. */
export const openButton = defineCustomId<DraftAddress & { readonly opening: Opening }>("new.open", 1, { ...address, opening: oneOf("details", "search", "quantity") });

/** Where there are too many for buttons. */
export const professionSelect = defineCustomId<DraftAddress>("new.professions", 1, address);
export const categorySelect = defineCustomId<DraftAddress>("new.category", 1, address);
/** Its values are recipes' ids. */
export const itemSelect = defineCustomId<DraftAddress>("new.item", 1, address);

export const detailsModal = defineCustomId<DraftAddress>("new.details", 1, address);
export const searchModal = defineCustomId<DraftAddress>("new.search", 1, address);
export const quantityModal = defineCustomId<DraftAddress>("new.quantity", 1, address);

/** The parts of the modals. */
export const FIELD = { character: "character", characterName: "character-name", source: "source", amounts: "amounts", quantity: "quantity", date: "date", note: "note", search: "search" } as const;
