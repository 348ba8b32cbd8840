/** The modals of a draft: details, search, quantity. Each part stays within Discord's five. */
import type { APILabelComponent, APIModalInteractionResponseCallbackData, APITextInputComponent } from "discord-api-types/v10";
import { NAME_LENGTH } from "../characters/character.ts";
import type { ModalFields } from "../modal-fields.ts";
import { type MaterialsSource, NOTE_LIMIT } from "../requests/request.ts";
import { DATE_LENGTH } from "../typed-date.ts";
import { firstOf, labelled, LIMITS, modal, option, radioGroup, shorten, stringSelect, textInput } from "../view-kit.ts";
import { basketModal, detailsModal, FIELD, pasteModal, quantityModal, searchModal } from "./custom-ids.ts";
import type { Draft } from "./draft.ts";
import type { Form } from "./typed-form.ts";
import { type Asking, asksDate, characterPart, filledInAmounts, offersSource } from "./form.ts";
import { QUANTITY } from "./quantity.ts";
import type { Say } from "./texts.ts";

type Modal = APIModalInteractionResponseCallbackData;

const QUANTITY_LENGTH = 8;
export const SEARCH_LENGTH = 100;

const SOURCES: readonly MaterialsSource[] = ["all", "some", "guild"];

/** What the details' modal is filled in for: to be sent, or to be put into the basket. */
export type FilledInFor = "sending" | "basket";

/** All that is still asked about a request: quantity if unknown, character and materials where there is a choice, a date where it fits, a note. */
export function detailsForm(say: Say, draft: Draft, asking: Asking, purpose: FilledInFor = "sending"): Modal {
  const { form, quantity } = draft.state;
  return modal(
    (purpose === "basket" ? basketModal : detailsModal).encode({ draftId: draft.id, version: draft.version }),
    asking.recipe.name,
    ...(quantity === null ? [quantityPart(say, form.quantity || String(QUANTITY.min))] : []),
    ...characterParts(say, form, asking),
    ...(offersSource(asking) ? materialParts(say, form, asking, quantity) : []),
    ...(asksDate(asking, quantity) ? [labelled(say("form.date"), textInput(FIELD.date, { required: false, max: DATE_LENGTH, value: firstOf(form.date, DATE_LENGTH) }), say("form.date-description"))] : []),
    labelled(
      say("form.note"),
      textInput(FIELD.note, { paragraph: true, required: false, max: NOTE_LIMIT, value: firstOf(form.note, NOTE_LIMIT) }),
      say("form.note-description"),
    ),
  );
}

/** What was answered; parts that were not asked are empty. */
export function readDetailsForm(fields: ModalFields): Form {
  const source = fields.text(FIELD.source);
  const typed = (name: string): string => firstOf(fields.text(name), LIMITS.textInput);
  return {
    characterId: typed(FIELD.character),
    characterName: typed(FIELD.characterName),
    source: SOURCES.find((known) => known === source) ?? "all",
    amounts: typed(FIELD.amounts),
    quantity: typed(FIELD.quantity),
    date: typed(FIELD.date),
    note: typed(FIELD.note),
  };
}

export const searchForm = (say: Say, { id, version, state }: Draft): Modal =>
  modal(
    searchModal.encode({ draftId: id, version }),
    say("search.title"),
    labelled(say("search.label"), textInput(FIELD.search, { max: SEARCH_LENGTH, value: shorten(state.search, SEARCH_LENGTH) }), say("search.description")),
  );

/** A list to paste; the character is asked for where it is not clear. */
export const pasteForm = (say: Say, { id, version, state }: Draft, characters: Asking["characters"]): Modal =>
  modal(
    pasteModal.encode({ draftId: id, version }),
    say("paste.title"),
    labelled(say("paste.label"), textInput(FIELD.list, { paragraph: true, max: LIMITS.textInput, value: firstOf(state.basket.pasted, LIMITS.textInput), hint: "3 Runecloth Bag" }), say("paste.description")),
    ...characterParts(say, state.form, { characters }),
  );

export const quantityForm = (say: Say, { id, version, state }: Draft): Modal =>
  modal(quantityModal.encode({ draftId: id, version }), say("quantity.title"), quantityPart(say, state.quantity === null ? state.form.quantity : String(state.quantity)));

const quantityPart = (say: Say, value: string): APILabelComponent =>
  labelled(say("quantity.label"), textInput(FIELD.quantity, { max: QUANTITY_LENGTH, value: firstOf(value, QUANTITY_LENGTH), hint: "1" }), say("quantity.description"));

const nameInput = (value: string): APITextInputComponent => textInput(FIELD.characterName, { max: NAME_LENGTH.max, value: firstOf(value, NAME_LENGTH.max) });

function characterParts(say: Say, form: Form, asking: Pick<Asking, "characters">): readonly APILabelComponent[] {
  const { characters } = asking;
  switch (characterPart(asking)) {
    case "none":
      return [];
    case "name-new":
      return [labelled(say("form.character-new"), nameInput(form.characterName), say("form.character-new-description"))];
    case "name-known":
      return [labelled(say("form.character"), nameInput(form.characterName || (characters[0]?.name ?? "")), say("form.character-known-description"))];
    case "choose": {
      const chosen = characters.find(({ id }) => id === form.characterId) ?? characters[0];
      const options = characters.map((each) => option(each.name, each.id, { isDefault: each === chosen }));
      return [labelled(say("form.character"), stringSelect(FIELD.character, options))];
    }
  }
}

function materialParts(say: Say, form: Form, asking: Asking, quantity: number | null): readonly APILabelComponent[] {
  const describe = { all: undefined, some: say("form.source-some-description"), guild: say("form.source-guild-description") };
  const options = SOURCES.map((source) => ({
    value: source,
    label: say(`form.source-${source}`),
    default: source === form.source,
    ...(describe[source] === undefined ? {} : { description: describe[source] }),
  }));
  return [
    labelled(say("form.source"), radioGroup(FIELD.source, options)),
    labelled(
      say("form.amounts"),
      textInput(FIELD.amounts, { paragraph: true, required: false, max: LIMITS.textInput, value: form.amounts || filledInAmounts(asking, quantity) }),
      say(quantity === null ? "form.amounts-for-one" : "form.amounts-description"),
    ),
  ];
}
