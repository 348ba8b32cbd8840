/** The buttons and selects of a draft. */
import type { Call, ComponentRoute, Reply } from "../contract.ts";
import { onPress } from "../on-press.ts";
import { EMPTY_BASKET } from "./basket.ts";
import {
  anotherButton,
  categorySelect,
  type DraftAddress,
  itemSelect,
  lineSelect,
  meantSelect,
  type Move,
  moveButton,
  openButton,
  type Opening,
  pageButton,
  professionButton,
  professionSelect,
  skipButton,
  startButton,
} from "./custom-ids.ts";
import { type DraftEvent, type DraftState, newState, type Step } from "./draft.ts";
import type { Flow, Going } from "./flow.ts";
import { detailsForm, pasteForm, quantityForm, searchForm } from "./modals.ts";

const MOVES: Record<Move, DraftEvent> = {
  back: { kind: "back" },
  cancel: { kind: "cancel" },
  "less-1": { kind: "add-quantity", count: -1 },
  "more-1": { kind: "add-quantity", count: 1 },
  "more-5": { kind: "add-quantity", count: 5 },
  "add-another": { kind: "add-another" },
  remove: { kind: "remove-line" },
};

const OPENED_AT: Record<Opening, readonly Step[]> = {
  details: ["details"],
  basket: ["details"],
  quantity: ["details"],
  search: ["profession", "category", "item", "results"],
  paste: ["profession"],
};

export function pressRoutes(flow: Flow): readonly ComponentRoute[] {
  const chooseProfession = (call: Call, target: DraftAddress, profession: string): Promise<Reply> =>
    flow.step(call, target, (book) => (book.categories(profession).length > 0 ? { kind: "choose-profession", profession } : { kind: "lose-choice" }));

  return [
    onPress(startButton, (call) => start(flow, call, newState())),
    // A character that is not theirs is passed over where characters are looked up.
    onPress(anotherButton, (call, { characterId }) => start(flow, call, newState({ basket: { ...EMPTY_BASKET, characterId } }))),
    onPress(lineSelect, (call, target, [id = ""]) => flow.step(call, target, () => ({ kind: "edit-line", id }))),
    onPress(meantSelect, (call, target, [recipeId = ""]) =>
      flow.step(call, target, (book) => ({ kind: "clear-up", id: target.line, recipeId: book.get(recipeId) ? recipeId : null })),
    ),
    onPress(skipButton, (call, target) => flow.step(call, target, () => ({ kind: "clear-up", id: target.line, recipeId: null }))),
    onPress(moveButton, (call, target) => flow.step(call, target, () => MOVES[target.move])),
    onPress(pageButton, (call, target) => flow.step(call, target, () => ({ kind: "turn-to", page: target.page }))),
    onPress(professionButton, (call, target) => chooseProfession(call, target, target.profession)),
    onPress(professionSelect, (call, target, [profession = ""]) => chooseProfession(call, target, profession)),
    onPress(categorySelect, (call, target, [category = ""]) =>
      flow.step(call, target, (book, { profession }) =>
        book.categories(profession ?? "").includes(category) ? { kind: "choose-category", category } : { kind: "lose-choice" },
      ),
    ),
    onPress(itemSelect, (call, target, [recipeId = ""]) =>
      flow.step(call, target, (book) => (book.get(recipeId) ? { kind: "choose-item", recipeId } : { kind: "lose-choice" })),
    ),
    onPress(openButton, async (call, target) => {
      const going = await flow.find(call, target);
      if (!going.ok) return going.error;
      return going.value.isOutdated ? flow.show(going.value, going.value.draft) : open(flow, going.value, target.opening);
    }),
  ];
}

/** A new draft in place of the message that was pressed. */
async function start(flow: Flow, call: Call, state: DraftState): Promise<Reply> {
  const visit = flow.enter(call);
  return visit.ok ? flow.show(visit.value, await flow.drafts.open(call, state)) : visit.error;
}

async function open(flow: Flow, going: Going, opening: Opening): Promise<Reply> {
  const { say, draft } = going;
  // An opening that does not belong to the step shows the step.
  if (!OPENED_AT[opening].includes(draft.state.step)) return flow.show(going, draft);
  switch (opening) {
    case "details":
    case "basket":
      return { kind: "modal", modal: detailsForm(say, draft, await flow.askingFor(going), opening === "basket" ? "basket" : "sending") };
    case "paste":
      return { kind: "modal", modal: pasteForm(say, draft, await flow.charactersFor(going, draft.state)) };
    case "search":
      return { kind: "modal", modal: searchForm(say, draft) };
    case "quantity":
      return { kind: "modal", modal: quantityForm(say, draft) };
  }
}
