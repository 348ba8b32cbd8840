/** A list of items as people paste it: `3 Runecloth Bag` or `Runecloth Bag x3`, one a line. */
import { fold } from "../../kernel/fold.ts";
import type { Recipe } from "../recipes/recipe.ts";
import type { RecipeBook } from "../recipes/recipe-book.ts";
import { parseQuantity } from "./quantity.ts";

export type PastedLine =
  | { readonly kind: "known"; readonly recipe: Recipe; readonly quantity: number }
  /** No name says it exactly, or several do; something near it is in the book. */
  | { readonly kind: "unclear"; readonly typed: string; readonly quantity: number }
  | { readonly kind: "unknown"; readonly line: string }
  | { readonly kind: "bad-quantity"; readonly line: string };

/** More than any item's name. */
const LINE_LENGTH = 120;

/** The forms of a line with a number in it; names may themselves begin or end with one, so each is tried. */
const FORMS: readonly RegExp[] = [
  /^(?<count>\S+?)\s*[x×*]\s+(?<name>.+)$/i,
  /^(?<count>\d\S*)\s+(?<name>.+)$/,
  /^(?<name>.+?)\s+[x×*]\s*(?<count>\S+)$/i,
  /^(?<name>.+?)\s*[:=]\s*(?<count>\d\S*)$/,
  /^(?<name>.+)\s+\(?(?<count>\d[^\s)]*)\)?$/,
];

/** The lines that say anything, as they are read. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|[\n\r]/)
    .map((line) => line.replaceAll(/\s+/g, " ").trim().replace(/^[-*•] /, ""))
    .filter((line) => line !== "");

/** What each line means. Each is looked for in the book: count them before. */
export const readPastedList = (lines: readonly string[], book: RecipeBook): readonly PastedLine[] => lines.map((line) => readLine(line.slice(0, LINE_LENGTH), book));

function readLine(line: string, book: RecipeBook): PastedLine {
  const whole = exactly(line, book);
  if (whole) return { kind: "known", recipe: whole, quantity: 1 };
  const counted = FORMS.flatMap((form) => partsOf(line, form));
  for (const { name, count } of counted) {
    const recipe = exactly(name, book);
    if (!recipe) continue;
    const quantity = parseQuantity(count);
    return quantity === null ? { kind: "bad-quantity", line } : { kind: "known", recipe, quantity };
  }
  const [likely] = counted;
  const typed = likely?.name ?? line;
  const quantity = likely === undefined ? 1 : parseQuantity(likely.count);
  if (book.search(typed, { limit: 1 }).length === 0) return { kind: "unknown", line };
  return quantity === null ? { kind: "bad-quantity", line } : { kind: "unclear", typed, quantity };
}

function partsOf(line: string, form: RegExp): readonly { readonly name: string; readonly count: string }[] {
  const groups = form.exec(line)?.groups;
  const [name, count] = [groups?.["name"] ?? "", groups?.["count"] ?? ""];
  return name !== "" && /\d/.test(count) ? [{ name, count }] : [];
}

/** The one recipe of this name; of several the person is asked. */
function exactly(name: string, book: RecipeBook): Recipe | undefined {
  const named = book.namedIn(name).filter((recipe) => fold(recipe.name) === fold(name));
  return named.length === 1 ? named[0] : undefined;
}
