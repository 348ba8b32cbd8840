import type { MaterialsSource } from "../requests/request.ts";

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

export const EMPTY_FORM: Form = { characterId: "", characterName: "", source: "all", amounts: "", quantity: "", date: "", note: "" };
