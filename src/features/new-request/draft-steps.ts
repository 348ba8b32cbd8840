/** How a draft goes on: pure, so that a press on any message, however old, comes to the same. */
import { advanceBasket, toBasket } from "./basket-steps.ts";
import { type DraftEvent, type DraftState, isOver, newState, type Step } from "./draft.ts";
import type { Problem } from "./problem.ts";
import { parseQuantity, QUANTITY } from "./quantity.ts";
import type { Form } from "./typed-form.ts";

const CHOOSING: ReadonlySet<Step> = new Set(["profession", "category", "item", "results"]);

/** The state after an event. An event that does not belong to the step leaves the same object. */
export function advance(state: DraftState, event: DraftEvent): DraftState {
  if (isOver(state) && event.kind !== "send") return state;
  const next = (change: Partial<DraftState>): DraftState => ({ ...state, problems: [], ...change });
  const isChoosing = CHOOSING.has(state.step);
  switch (event.kind) {
    case "choose-profession":
      return state.step === "profession" ? next({ step: "category", profession: event.profession, category: null, page: 0 }) : state;
    case "choose-category":
      return state.step === "category" ? next({ step: "item", category: event.category, page: 0 }) : state;
    case "choose-item":
      return isChoosing ? next({ step: "details", recipeId: event.recipeId, quantity: state.quantity ?? QUANTITY.min, form: formFor(state, event.recipeId) }) : state;
    case "search":
      return isChoosing && event.text.trim() !== "" ? next({ step: "results", search: event.text.trim(), page: 0 }) : state;
    case "turn-to":
      return isChoosing ? next({ page: event.page }) : state;
    case "add-quantity":
      return state.step === "details" ? withQuantity(state, clampQuantity((state.quantity ?? 0) + event.count)) : state;
    case "type-quantity":
      return state.step === "details" ? withTypedQuantity(state, event.typed) : state;
    case "fill-in":
      return state.step === "details"
        ? next({ form: event.form, problems: event.problems, quantity: state.quantity ?? parseQuantity(event.form.quantity) })
        : state;
    case "back":
      return withStepBefore(state);
    case "cancel":
      return next({ step: "cancelled" });
    case "lose-choice": {
      const problems: readonly Problem[] = [{ kind: "choice-gone" }];
      // The item that was edited stays in the basket, where sending it says that it is gone.
      if (state.basket.editing !== null) return { ...toBasket(state), problems };
      return newState({ quantity: state.quantity, form: { ...state.form, amounts: "" }, problems, basket: state.basket });
    }
    case "send":
      return next({ step: "sent", requestId: event.requestId, basket: { ...state.basket, requestIds: [...state.basket.requestIds, event.requestId] } });
    default:
      return advanceBasket(state, event);
  }
}

/** Amounts belong to one recipe; the rest of what was typed is good for any. */
const formFor = ({ form, recipeId }: DraftState, chosen: string): Form => (recipeId === chosen ? form : { ...form, amounts: "", source: "all" });

const clampQuantity = (quantity: number): number => Math.min(QUANTITY.max, Math.max(QUANTITY.min, quantity));

/** What is wrong besides the quantity stays wrong. */
const OF_THE_MOMENT: ReadonlySet<Problem["kind"]> = new Set(["bad-quantity", "changed-meanwhile"]);
const otherProblems = ({ problems }: DraftState): readonly Problem[] => problems.filter(({ kind }) => !OF_THE_MOMENT.has(kind));

const withQuantity = (state: DraftState, quantity: number): DraftState => ({ ...state, quantity, form: { ...state.form, quantity: "" }, problems: otherProblems(state) });

function withTypedQuantity(state: DraftState, typed: string): DraftState {
  const quantity = parseQuantity(typed);
  return quantity === null ? { ...state, problems: [{ kind: "bad-quantity", typed }, ...otherProblems(state)] } : withQuantity(state, quantity);
}

function withStepBefore(state: DraftState): DraftState {
  const to = (change: Partial<DraftState>): DraftState => ({ ...state, problems: [], page: 0, ...change });
  const browsing: Step = state.category !== null ? "item" : state.profession !== null ? "category" : "profession";
  switch (state.step) {
    case "details":
      if (state.basket.editing !== null) return toBasket(state);
      return to({ step: state.search === "" ? browsing : "results", page: state.page });
    case "results":
      return to({ step: browsing, search: "" });
    case "item":
      return to({ step: "category", category: null });
    case "category":
      return to({ step: "profession", profession: null });
    case "profession":
      return state.basket.lines.length > 0 ? toBasket(state) : state;
    case "unclear":
    case "basket":
    case "sent":
    case "cancelled":
      return state;
  }
}
