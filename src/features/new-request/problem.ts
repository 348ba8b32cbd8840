import type { AddRefusal } from "../characters/character.ts";
import type { SubmitRefusal } from "../requests/request-port.ts";
import type { AmountProblem } from "../../kernel/typed-amounts.ts";

/** What keeps a draft from going on; kept in the draft, so that every view of it says so. */
export type Problem =
  | AmountProblem
  | { readonly kind: "amounts-empty" }
  | { readonly kind: "bad-quantity"; readonly typed: string }
  | { readonly kind: "note-too-long"; readonly length: number }
  | { readonly kind: "bad-date"; readonly typed: string; readonly why: "unreadable" | "past" | "too-far" }
  | { readonly kind: "choice-gone" }
  | { readonly kind: "unknown-line" | "bad-line"; readonly line: string }
  | { readonly kind: "list-empty" }
  | { readonly kind: "basket-character-gone" }
  | { readonly kind: "list-too-long"; readonly count: number; readonly fit: number }
  /** Something is wrong with a line of the basket. */
  | { readonly kind: "line-wrong"; readonly item: string }
  | { readonly kind: "changed-meanwhile" }
  | { readonly kind: "character-missing" }
  | { readonly kind: "character-gone" }
  | { readonly kind: "character-unknown"; readonly name: string }
  | { readonly kind: "character-refused"; readonly name: string; readonly refusal: AddRefusal }
  | { readonly kind: "submit-refused"; readonly refusal: SubmitRefusal; /** Of the limit that it is about. */ readonly most?: number };
