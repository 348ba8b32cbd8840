/** A request that is being put together: what is chosen and typed so far, and which step is next. */
import type { MaterialsSource } from "../requests/request.ts";
import type { Problem } from "./problem.ts";
import { parseQuantity, QUANTITY } from "./quantity.ts";

/** `results` lists what a search or a mistyped name found. `sent` and `cancelled` are ends. */
export type Step = "profession" | "category" | "item" | "results" | "details" | "sent" | "cancelled";

/** What was filled into the details' modal the last time, as it was typed, so that it can be edited. */
export interface Form {
  /** Empty when none was offered or chosen. */
  readonly characterId: string;
  readonly characterName: string;
  readonly source: MaterialsSource;
  /** Empty: as we fill it in. */
  readonly amounts: string;
  readonly quantity: string;
  /** By when it is needed; empty: no date. */
  readonly date: string;
  readonly note: string;
}

export interface DraftState {
  readonly step: Step;
  /** Where the person is in the book. */
  readonly profession: string | null;
  readonly category: string | null;
  readonly search: string;
  /** Of the list that is shown; from 0. */
  readonly page: number;
  readonly recipeId: string | null;
  readonly quantity: number | null;
  readonly form: Form;
  readonly problems: readonly Problem[];
  /** What it became. */
  readonly requestId: string | null;
}

/** A person's draft, as it is stored. */
export interface Draft {
  readonly guildId: string;
  readonly id: string;
  readonly userId: string;
  readonly state: DraftState;
  /** Grows by one with each change; buttons carry it. */
  readonly version: number;
  readonly createdAt: number;
  readonly changedAt: number;
}

export type DraftEvent =
  | { readonly kind: "choose-profession"; readonly profession: string }
  | { readonly kind: "choose-category"; readonly category: string }
  | { readonly kind: "choose-item"; readonly recipeId: string }
  | { readonly kind: "search"; readonly text: string }
  | { readonly kind: "turn-to"; readonly page: number }
  /** Negative counts take away. */
  | { readonly kind: "add-quantity"; readonly count: number }
  | { readonly kind: "type-quantity"; readonly typed: string }
  /** The details' modal was sent with something wrong in it. */
  | { readonly kind: "fill-in"; readonly form: Form; readonly problems: readonly Problem[] }
  | { readonly kind: "back" }
  | { readonly kind: "cancel" }
  | { readonly kind: "lose-choice" }
  | { readonly kind: "send"; readonly requestId: string };

export const EMPTY_FORM: Form = { characterId: "", characterName: "", source: "all", amounts: "", quantity: "", date: "", note: "" };

/** The first step of the guided way, with whatever is known already. */
export const newState = (known: Partial<DraftState> = {}): DraftState => ({
  step: "profession",
  profession: null,
  category: null,
  search: "",
  page: 0,
  recipeId: null,
  quantity: null,
  form: EMPTY_FORM,
  problems: [],
  requestId: null,
  ...known,
});

const CHOOSING: ReadonlySet<Step> = new Set(["profession", "category", "item", "results"]);

export const isOver = ({ step }: DraftState): boolean => step === "sent" || step === "cancelled";

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
    case "lose-choice":
      return newState({ quantity: state.quantity, form: { ...state.form, amounts: "" }, problems: [{ kind: "choice-gone" }] });
    case "send":
      return next({ step: "sent", requestId: event.requestId });
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
      return to({ step: state.search === "" ? browsing : "results", page: state.page });
    case "results":
      return to({ step: browsing, search: "" });
    case "item":
      return to({ step: "category", category: null });
    case "category":
      return to({ step: "profession", profession: null });
    case "profession":
    case "sent":
    case "cancelled":
      return state;
  }
}
