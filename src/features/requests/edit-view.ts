/** The form in which a requester changes what they asked for. */
import type { APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import { formatAmounts } from "../../kernel/typed-amounts.ts";
import { DATE_LENGTH, writtenDate } from "../typed-date.ts";
import { firstOf, labelled, LIMITS, modal, textInput } from "../view-kit.ts";
import { type CraftingRequest, NOTE_LIMIT } from "./request.ts";
import { editModal } from "./view-ids.ts";
import type { Viewer } from "./viewer.ts";

/** The custom ids of the form's parts. */
export const EDIT_FIELDS = { quantity: "quantity", amounts: "amounts", date: "date", note: "note" } as const;

const QUANTITY_LENGTH = 8;

/** Whether the form asks what is brought: of who may bring less than all. */
export const asksAmounts = ({ rights }: Pick<Viewer, "rights">, { materials }: CraftingRequest): boolean => rights.isCore && materials.length > 0;

/** What the form is filled in with; left so, it follows the quantity. */
export const broughtLines = ({ materials }: CraftingRequest): string => formatAmounts(materials.map(({ name, provided }) => ({ name, amount: provided })));

/** Shows each part as it is now. */
export function editForm(viewer: Viewer, request: CraftingRequest): APIModalInteractionResponseCallbackData {
  const { say } = viewer;
  const { guildId, id: requestId, version, number, quantity, completed, neededBy, note } = request;
  const amounts = labelled(say("edit.amounts"), textInput(EDIT_FIELDS.amounts, { paragraph: true, required: false, max: LIMITS.textInput, value: broughtLines(request) }), say("edit.amounts-description"));
  return modal(
    editModal.encode({ guildId, requestId, version }),
    say("edit.title", { number }),
    labelled(
      say("edit.quantity"),
      textInput(EDIT_FIELDS.quantity, { max: QUANTITY_LENGTH, value: String(quantity) }),
      completed > 0 ? say("edit.quantity-made", { count: completed }) : say("edit.quantity-description"),
    ),
    ...(asksAmounts(viewer, request) ? [amounts] : []),
    labelled(say("edit.date"), textInput(EDIT_FIELDS.date, { required: false, max: DATE_LENGTH, value: neededBy === null ? "" : writtenDate(neededBy) }), say("edit.date-description")),
    labelled(say("edit.note"), textInput(EDIT_FIELDS.note, { paragraph: true, required: false, max: NOTE_LIMIT, value: firstOf(note, NOTE_LIMIT) }), say("edit.note-description")),
  );
}
