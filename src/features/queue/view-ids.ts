/** Where the queue's own buttons, selects and modals lead. */
import { defineCustomId, int, oneOf, optionalText, text } from "../../kernel/custom-id.ts";
import { QUEUE_FILTERS, type QueueFilter } from "./selection.ts";

type Place = { filter: QueueFilter; profession: string; page: number };
const place = { filter: oneOf(...QUEUE_FILTERS), profession: optionalText, page: int };

type Way = "tab" | "previous" | "next" | "refresh" | "clear" | "back";

/** A part of the queue; `as` tells buttons of one message apart that lead to the same. */
export const placeButton = defineCustomId<Place & { as: Way }>("queue.place", 1, {
  ...place,
  as: oneOf("tab", "previous", "next", "refresh", "clear", "back"),
});

/** Its value is a profession's id, or {@link EVERY_PROFESSION}. */
export const professionSelect = defineCustomId<{ filter: QueueFilter }>("queue.profession", 1, { filter: oneOf(...QUEUE_FILTERS) });
/** No id of a profession has this form. */
export const EVERY_PROFESSION = "*";

/** Its values are ids of requests. */
export const chooseSelect = defineCustomId<Place>("queue.choose", 1, place);

/** Leafs while something is chosen. */
export const leafButton = defineCustomId<{ selectionId: string; page: number; as: "previous" | "next" }>("queue.leaf", 1, { selectionId: text, page: int, as: oneOf("previous", "next") });

/** Its values are those of this page that are chosen; what is chosen of other pages stays. */
export const chooseMoreSelect = defineCustomId<{ selectionId: string; page: number }>("queue.more", 1, { selectionId: text, page: int });

export type PickWord = "page" | "all" | "character";
/** Adds to what is chosen: what the page shows, what the list has, or all for the chosen one's character. `selectionId`: empty when nothing is chosen. */
export const pickButton = defineCustomId<Place & { selectionId: string; what: PickWord }>("queue.pick", 1, { ...place, selectionId: optionalText, what: oneOf("page", "all", "character") });

/** Takes back what was done to these, as they are since. */
export const undoButton = defineCustomId<{ selectionId: string }>("queue.undo", 1, { selectionId: text });

export type QueueActWord = "claim" | "start" | "complete" | "release";
export const QUEUE_ACTIONS: readonly QueueActWord[] = ["claim", "start", "complete", "release"];

/** Does it to all that is chosen; `complete` completes the rest of each. */
export const actButton = defineCustomId<{ selectionId: string; action: QueueActWord }>("queue.act", 1, {
  selectionId: text,
  action: oneOf("claim", "start", "complete", "release"),
});

export type QueueAskWord = "complete-all" | "amounts" | "deny";
export const askButton = defineCustomId<{ selectionId: string; question: QueueAskWord }>("queue.ask", 1, {
  selectionId: text,
  question: oneOf("complete-all", "amounts", "deny"),
});

/** Shows the queue again with what was chosen. */
export const returnButton = defineCustomId<{ selectionId: string }>("queue.return", 1, { selectionId: text });

/** `requestId`: of which one a count is asked; empty when there is a line for each of the selection. */
export const amountsModal = defineCustomId<{ selectionId: string; requestId: string }>("queue.amounts", 1, { selectionId: text, requestId: optionalText });

/** Why all that is chosen is denied. */
export const denyModal = defineCustomId<{ selectionId: string }>("queue.deny", 1, { selectionId: text });
