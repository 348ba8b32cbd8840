import { type Basket, type BasketEvent, isFull } from "./basket.ts";
import type { DraftState } from "./draft.ts";
import type { Problem } from "./problem.ts";
import { isQuantity } from "./quantity.ts";

/** Where a draft with these lines goes on: to what is unclear, to the basket, or, being empty, to the first step. */
function restOf(state: DraftState, basket: Basket, problems: readonly Problem[] = []): DraftState {
  const step = basket.unclear.length > 0 ? "unclear" : basket.lines.length > 0 ? "basket" : "profession";
  // By when it is needed is suggested for the next one, too.
  return { ...state, step, profession: null, category: null, search: "", page: 0, recipeId: null, quantity: null, form: { ...state.form, amounts: "", quantity: "", note: "", source: "all" }, problems, basket };
}

/** The way back to the basket from wherever an item for it is looked for. */
export const toBasket = (state: DraftState): DraftState => restOf(state, { ...state.basket, editing: null });

/** The state after an event of the basket. One that does not belong to the step leaves the same object. */
export function advanceBasket(state: DraftState, event: BasketEvent): DraftState {
  const { basket, step } = state;
  switch (event.kind) {
    case "put": {
      if (step !== "details" || !isQuantity(event.line.quantity)) return state;
      const isKnown = basket.lines.some(({ id }) => id === basket.editing);
      const lines = isKnown ? basket.lines.map((line) => (line.id === basket.editing ? { ...event.line, id: line.id } : line)) : [...basket.lines, event.line];
      return restOf(state, { ...basket, lines, editing: null, characterId: event.characterId });
    }
    case "add-another":
      return step === "basket" && !isFull(basket) ? { ...restOf(state, basket), step: "profession" } : state;
    case "edit-line": {
      const line = basket.lines.find(({ id }) => id === event.id);
      return step === "basket" && line ? { ...state, step: "details", recipeId: line.recipeId, quantity: line.quantity, form: line.form, problems: [], basket: { ...basket, editing: line.id } } : state;
    }
    case "remove-line":
      return step === "details" && basket.editing !== null ? restOf(state, { ...basket, lines: basket.lines.filter(({ id }) => id !== basket.editing), editing: null }) : state;
    case "paste":
      return step === "profession"
        ? restOf(state, { ...basket, lines: [...basket.lines, ...event.lines], unclear: event.unclear, characterId: event.characterId, pasted: "" }, event.problems)
        : state;
    case "refuse-paste":
      return step === "profession" ? { ...state, problems: event.problems, basket: { ...basket, pasted: event.text } } : state;
    case "clear-up": {
      const [first, ...unclear] = basket.unclear;
      if (step !== "unclear" || first?.id !== event.id) return state;
      const added = event.recipeId === null ? [] : [{ id: first.id, recipeId: event.recipeId, quantity: first.quantity, form: state.form }];
      return restOf(state, { ...basket, lines: [...basket.lines, ...added], unclear }, state.problems);
    }
    case "refuse-basket":
      return step === "basket" ? { ...state, problems: event.problems, basket: { ...basket, characterId: event.characterId } } : state;
  }
}
