/** What a draft's step lets a person choose from; pure, so that views and presses agree. */
import { type Page, type Pageable, pageOf } from "../paging.ts";
import type { Profession, RecipeList } from "../recipes/recipe.ts";
import type { RecipeBook } from "../recipes/recipe-book.ts";
import { LIMITS } from "../view-kit.ts";
import type { DraftState } from "./draft.ts";

export const craftedProfessions = (book: RecipeBook): readonly Profession[] => book.professions().filter(({ id }) => book.categories(id).length > 0);

/** The recipes to choose from at `item` and `results`. */
export function recipesFor({ step, profession, category, search }: DraftState, book: RecipeBook): RecipeList {
  if (step === "results") return book.search(search, { limit: LIMITS.options });
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
    case "unclear":
    case "basket":
    case "sent":
    case "cancelled":
      return false;
  }
}

/** A list of which a select shows as much as Discord lets it. */
export const selectPage = <T>(all: Pageable<T>, page: number): Page<T> => pageOf(all, page, LIMITS.options);
