/** Several items for one character that are sent together: the lines of a draft. */
import type { Problem } from "./problem.ts";
import type { Form } from "./typed-form.ts";

/** With one minute's default share of requests a person can send it whole. */
export const BASKET_SIZE = 20;

/** One item of a basket, as its form was filled in. */
export interface BasketLine {
  /** The id of the draft that its request will have, so that it is made once however often the basket is sent. */
  readonly id: string;
  readonly recipeId: string;
  readonly quantity: number;
  readonly form: Form;
}

/** A line of a pasted list that no recipe's name says exactly. */
export interface UnclearLine {
  readonly id: string;
  readonly typed: string;
  readonly quantity: number;
}

export interface Basket {
  readonly lines: readonly BasketLine[];
  /** For whom all of it is; null: not chosen yet. */
  readonly characterId: string | null;
  /** The line whose details are shown. */
  readonly editing: string | null;
  /** Still to be asked about, the first one next. */
  readonly unclear: readonly UnclearLine[];
  /** The list as it was pasted, while something is wrong with it. */
  readonly pasted: string;
  /** What it became, in the order of its lines. */
  readonly requestIds: readonly string[];
}

export const EMPTY_BASKET: Basket = { lines: [], characterId: null, editing: null, unclear: [], pasted: "", requestIds: [] };

export type BasketEvent =
  /** The details' modal was filled in for the basket: adds a line, or changes the one that is edited. */
  | { readonly kind: "put"; readonly line: BasketLine; readonly characterId: string }
  | { readonly kind: "add-another" }
  | { readonly kind: "edit-line"; readonly id: string }
  | { readonly kind: "remove-line" }
  | { readonly kind: "paste"; readonly lines: readonly BasketLine[]; readonly unclear: readonly UnclearLine[]; readonly characterId: string; readonly problems: readonly Problem[] }
  | { readonly kind: "refuse-paste"; readonly text: string; readonly problems: readonly Problem[] }
  /** What the first unclear line means; null: it is left out. */
  | { readonly kind: "clear-up"; readonly id: string; readonly recipeId: string | null }
  | { readonly kind: "refuse-basket"; readonly problems: readonly Problem[]; readonly characterId: string | null };

export const isFull = ({ lines, unclear }: Basket): boolean => lines.length + unclear.length >= BASKET_SIZE;
