import type { Recipe } from "../recipes/recipe.ts";
import type { RecipeBook } from "../recipes/recipe-book.ts";

/** The recipe with this id, or the one that has just this name; undefined when there is none, or more than one. */
export function recipeOf(book: Pick<RecipeBook, "get" | "search">, typed: string): Recipe | undefined {
  const wanted = typed.toLowerCase();
  const [only, ...more] = book.search(typed, { limit: 25 }).filter(({ name }) => name.toLowerCase() === wanted);
  return book.get(typed) ?? (more.length === 0 ? only : undefined);
}
