/** A request that is being put together: what is chosen and typed so far, and which step is next. */
import { type Basket, type BasketEvent, EMPTY_BASKET } from "./basket.ts";
import type { Problem } from "./problem.ts";
import { EMPTY_FORM, type Form } from "./typed-form.ts";

/**
 * `results` lists what a search or a mistyped name found, `unclear` what a line of a pasted list may mean, `basket` the
 * items that are sent together. `sent` and `cancelled` are ends.
 */
export type Step = "profession" | "category" | "item" | "results" | "details" | "unclear" | "basket" | "sent" | "cancelled";

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
  readonly basket: Basket;
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
  | { readonly kind: "send"; readonly requestId: string }
  | BasketEvent;

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
  basket: EMPTY_BASKET,
  ...known,
});

export const isOver = ({ step }: DraftState): boolean => step === "sent" || step === "cancelled";
