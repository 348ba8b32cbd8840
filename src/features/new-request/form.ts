/** What the details' modal asks, and what its answers come to. */
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Character } from "../characters/character.ts";
import { parseCharacterName } from "../characters/character-name.ts";
import { needsOf, type Recipe } from "../recipes/recipe.ts";
import { type MaterialLine, type MaterialsSource, NOTE_LIMIT } from "../requests/request.ts";
import { readDate } from "../typed-date.ts";
import { LIMITS } from "../view-kit.ts";
import { formatAmounts, parseAmounts } from "../../kernel/typed-amounts.ts";
import type { DraftState } from "./draft.ts";
import type { Form } from "./typed-form.ts";
import { fold } from "../../kernel/fold.ts";
import type { Problem } from "./problem.ts";
import { parseQuantity } from "./quantity.ts";

/** What a person's modal depends on, besides the draft. */
export interface Asking {
  readonly recipe: Recipe;
  /** Their own, main first. */
  readonly characters: readonly Character[];
  /** Whether they may bring less than all. */
  readonly mayAskGuild: boolean;
  /** In whose words a date is read. */
  readonly locale: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** How the character is asked for; `name-known` is for those who have more than a select can hold. */
export type CharacterPart = "none" | "name-new" | "choose" | "name-known";

export function characterPart({ characters }: Pick<Asking, "characters">): CharacterPart {
  if (characters.length === 1) return "none";
  if (characters.length === 0) return "name-new";
  return characters.length <= LIMITS.options ? "choose" : "name-known";
}

export const offersSource = ({ recipe, mayAskGuild }: Asking): boolean => mayAskGuild && recipe.materials.length > 0;

/** A modal has five parts: by when it is needed is asked where the others leave one. */
export function asksDate(asking: Asking, quantity: number | null): boolean {
  const others = (quantity === null ? 1 : 0) + (characterPart(asking) === "none" ? 0 : 1) + (offersSource(asking) ? 2 : 0) + 1;
  return others < 5;
}

/** The amounts' lines as the modal shows them at first: everything that is needed. */
export const filledInAmounts = ({ recipe }: Asking, quantity: number | null): string => formatAmounts(needsOf(recipe, quantity ?? 1));

/** What is kept of a form for {@link Form} to be edited: amounts left as we filled them in go on following the quantity. */
export function withoutFilledIn(form: Form, asking: Asking, quantity: number | null): Form {
  return form.amounts === filledInAmounts(asking, quantity) ? { ...form, amounts: "" } : form;
}

/** Somebody wrote more than is needed. */
export interface Clamped {
  readonly name: string;
  readonly typed: number;
  readonly needed: number;
}

/** Answers that a request can be made of. */
export interface Filled {
  readonly quantity: number;
  readonly who: { readonly kind: "own"; readonly character: Character } | { readonly kind: "new"; readonly name: string };
  readonly source: MaterialsSource;
  readonly materials: readonly MaterialLine[];
  readonly clamped: readonly Clamped[];
  readonly neededBy: number | null;
  readonly note: string;
}

/** Reads the answers, or says everything that is wrong with them at once. */
export function checkForm(form: Form, state: Pick<DraftState, "quantity">, asking: Asking): Result<Filled, readonly Problem[]> {
  const quantity = state.quantity ?? parseQuantity(form.quantity);
  const who = whoOf(form, asking);
  const brought = broughtOf(form, asking, quantity ?? 1);
  const neededBy = dateOf(form, asking);
  const noteLength = Array.from(form.note).length;
  const problems: Problem[] = [
    ...(quantity === null ? [{ kind: "bad-quantity", typed: form.quantity } as const] : []),
    ...(who.ok ? [] : [who.error]),
    ...(brought.ok ? [] : brought.error),
    ...(neededBy.ok ? [] : [neededBy.error]),
    ...(noteLength > NOTE_LIMIT ? [{ kind: "note-too-long", length: noteLength } as const] : []),
  ];
  if (quantity === null || !who.ok || !brought.ok || !neededBy.ok || problems.length > 0) return err(problems);
  return ok({ quantity, who: who.value, ...brought.value, neededBy: neededBy.value, note: form.note });
}

function dateOf({ date }: Form, { locale, now }: Asking): Result<number | null, Problem> {
  if (date.trim() === "") return ok(null);
  const read = readDate(date, locale, now);
  return read.ok ? read : err({ kind: "bad-date", typed: date, why: read.error });
}

/** Who it is for, as it was chosen or typed. */
export function whoOf({ characterId, characterName }: Form, asking: Pick<Asking, "characters">): Result<Filled["who"], Problem> {
  const { characters } = asking;
  if (characterName !== "") {
    const known = characters.find(({ name }) => fold(name) === fold(characterName));
    if (known) return ok({ kind: "own", character: known });
    return characterPart(asking) === "name-known" ? err({ kind: "character-unknown", name: characterName }) : newName(characterName);
  }
  // Without a part to choose in, it is the main one.
  const character = characterId === "" ? characters[0] : characters.find(({ id }) => id === characterId);
  if (character) return ok({ kind: "own", character });
  return err({ kind: characters.length === 0 ? "character-missing" : "character-gone" });
}

/** Looked at here too, so that all that is wrong with a form is told at once. */
function newName(name: string): Result<Filled["who"], Problem> {
  const parsed = parseCharacterName(name);
  return parsed.ok ? ok({ kind: "new", name }) : err({ kind: "character-refused", name, refusal: parsed.error });
}

type Brought = Pick<Filled, "source" | "materials" | "clamped">;

function broughtOf(form: Form, asking: Asking, quantity: number): Result<Brought, readonly Problem[]> {
  const needs = needsOf(asking.recipe, quantity);
  const linesOf = (provided: (name: string, needed: number) => number): readonly MaterialLine[] =>
    needs.map(({ name, amount }) => ({ name, needed: amount, provided: Math.min(amount, provided(name, amount)) }));
  const source = offersSource(asking) ? form.source : "all";
  if (source === "all") return ok({ source, materials: linesOf((_, needed) => needed), clamped: [] });
  if (source === "guild") return ok({ source, materials: linesOf(() => 0), clamped: [] });
  if (form.amounts.trim() === "") return err([{ kind: "amounts-empty" }]);

  const read = parseAmounts(form.amounts, needs.map(({ name }) => name));
  if (!read.ok) return read;
  const typed = new Map(read.value.map(({ name, amount }) => [name, amount]));
  const materials = linesOf((name) => typed.get(name) ?? 0);
  const clamped = materials.flatMap(({ name, needed }) => {
    const amount = typed.get(name) ?? 0;
    return amount > needed ? [{ name, typed: amount, needed }] : [];
  });
  return ok({ source: sourceOf(materials), materials, clamped });
}

/** "Some" that comes to all or nothing is called what it is. */
function sourceOf(materials: readonly MaterialLine[]): MaterialsSource {
  if (materials.every(({ needed, provided }) => provided === needed)) return "all";
  return materials.every(({ provided }) => provided === 0) ? "guild" : "some";
}
