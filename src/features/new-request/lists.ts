/** What a draft's step lets a person choose from; pure, so that views and presses agree. */
import type { Profession, Recipe } from "../recipes/recipe.ts";
import type { RecipeBook } from "../recipes/recipe-book.ts";
import type { DraftState } from "./draft.ts";

/** A select's options in Discord. */
export const PAGE_SIZE = 25;

export const craftedProfessions = (book: RecipeBook): readonly Profession[] => book.professions().filter(({ id }) => book.list({ profession: id }).length > 0);

/** The recipes to choose from at `item` and `results`. */
export function recipesFor({ step, profession, category, search }: DraftState, book: RecipeBook): readonly Recipe[] {
  if (step === "results") return book.search(search, { limit: PAGE_SIZE });
  return profession === null || category === null ? [] : book.list({ profession, category });
}

/** Whether the book no longer has what the draft stands on: its packs changed meanwhile. */
export function isLost({ step, profession, category, recipeId }: DraftState, book: RecipeBook): boolean {
  switch (step) {
    case "category":
      return profession === null || book.categories(profession).length === 0;
    case "item":
      return profession === null || category === null || !book.categories(profession).includes(category);
    case "details":
      return recipeId === null || book.get(recipeId) === undefined;
    case "profession":
    case "results":
    case "sent":
    case "cancelled":
      return false;
  }
}

export interface ListPage<T> {
  readonly items: readonly T[];
  /** From 0; the last one when more was asked for than there is. */
  readonly page: number;
  readonly pageCount: number;
}

export function pageOf<T>(all: readonly T[], page: number): ListPage<T> {
  const pageCount = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const shown = Math.min(page, pageCount - 1);
  return { items: all.slice(shown * PAGE_SIZE, (shown + 1) * PAGE_SIZE), page: shown, pageCount };
}
