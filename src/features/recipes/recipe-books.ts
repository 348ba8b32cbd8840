import type { Pack } from "./recipe.ts";
import { RecipeBook } from "./recipe-book.ts";

/** A book of 50,000 recipes takes some 50 MB. Most guilds share one. */
const KEPT = 20;

/**
 * Gives the book of a guild's chosen packs (null: of all that are loaded), in the order of choice. The books
 * asked for last are kept; a pack that is not loaded is passed over.
 */
export function recipeBooks(packs: readonly Pack[]): (packIds: readonly string[] | null) => RecipeBook {
  const inOrderThatMatters = orderOf(packs);
  const byId = new Map(packs.map((pack) => [pack.id, pack]));
  const books = new Map<string, RecipeBook>();
  return (packIds) => {
    const chosen = inOrderThatMatters(packIds === null ? packs : packIds.flatMap((id) => byId.get(id) ?? []));
    const key = chosen.map(({ id }) => id).join(" ");
    const book = books.get(key) ?? new RecipeBook(chosen);
    books.delete(key);
    books.set(key, book);
    for (const oldest of books.keys()) if (books.size > KEPT) books.delete(oldest);
    return book;
  };
}

/** Gives one order to choices that make the same book: packs are told apart by their order only where they have an id in common. */
function orderOf(packs: readonly Pack[]): (chosen: readonly Pack[]) => readonly Pack[] {
  const holders = new Map<string, Set<Pack>>();
  for (const pack of packs) {
    for (const id of [...pack.recipes.map((recipe) => `recipe ${recipe.id}`), ...pack.professions.map((profession) => `profession ${profession.id}`)])
      holders.set(id, (holders.get(id) ?? new Set()).add(pack));
  }
  const contested = new Set([...holders.values()].filter(({ size }) => size > 1).flatMap((several) => [...several]));
  return (chosen) => {
    // Of one that is named twice, the later place counts.
    const distinct = [...new Set(chosen.toReversed())].toReversed();
    return [...packs.filter((pack) => !contested.has(pack) && distinct.includes(pack)), ...distinct.filter((pack) => contested.has(pack))];
  };
}
