import type { Recipe } from "../recipes/recipe.ts";
import type { RecipeBook } from "../recipes/recipe-book.ts";

/** What a pasted list names. */
export interface PastedList {
  readonly recipes: readonly Recipe[];
  /** Lines that name nothing. */
  readonly unknown: readonly string[];
}

/** Reads a line at a time, so that what is in no recipe book can be told. */
export function readPastedList(book: Pick<RecipeBook, "namedIn">, typed: string): PastedList {
  const lines = typed.split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line !== "");
  const read = lines.map((line) => ({ line, named: book.namedIn(line) }));
  return { recipes: [...new Set(read.flatMap(({ named }) => named))], unknown: read.filter(({ named }) => named.length === 0).map(({ line }) => line) };
}
