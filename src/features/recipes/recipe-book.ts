import type { Pack, Profession, Recipe } from "./recipe.ts";
import { searchText } from "./search-text.ts";
import { TrigramIndex } from "./trigram-index.ts";

const byName = (a: Recipe, b: Recipe): number => {
  const [first, second] = [searchText(a.name), searchText(b.name)];
  if (first !== second) return first < second ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

export interface RecipeSearch {
  /** The most recipes that come back. */
  readonly limit: number;
  /** Recipe ids that come first among what matches, the most recent first; unknown ones are passed over. */
  readonly preferred?: readonly string[] | undefined;
}

/**
 * What can be crafted, out of one or more packs. Where two packs have the same recipe or profession id, the later
 * pack's stands, so that a guild's own pack can change a recipe.
 */
export class RecipeBook {
  readonly #recipes: ReadonlyMap<string, Recipe>;
  readonly #sorted: readonly Recipe[];
  readonly #positions: ReadonlyMap<string, number>;
  readonly #professions: ReadonlyMap<string, Profession>;
  readonly #byProfession: ReadonlyMap<string, readonly Recipe[]>;
  #index: TrigramIndex | undefined;

  constructor(packs: readonly Pack[]) {
    this.#recipes = new Map(packs.flatMap(({ recipes }) => recipes.map((recipe) => [recipe.id, recipe])));
    this.#professions = new Map(packs.flatMap(({ professions }) => professions.map((profession) => [profession.id, profession])));
    this.#sorted = [...this.#recipes.values()].toSorted(byName);
    this.#positions = new Map(this.#sorted.map(({ id }, position) => [id, position]));
    this.#byProfession = Map.groupBy(this.#sorted, ({ profession }) => profession);
  }

  get(recipeId: string): Recipe | undefined {
    return this.#recipes.get(recipeId);
  }

  /** All professions, by name. */
  professions(): readonly Profession[] {
    return [...this.#professions.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  profession(id: string): Profession | undefined {
    return this.#professions.get(id);
  }

  /** The categories in which a profession has recipes, alphabetically. */
  categories(profession: string): readonly string[] {
    return [...new Set(this.#byProfession.get(profession)?.map(({ category }) => category))].toSorted();
  }

  /** Recipes by name; without a category, all of the profession. */
  list({ profession, category }: { readonly profession: string; readonly category?: string | undefined }): readonly Recipe[] {
    const recipes = this.#byProfession.get(profession) ?? [];
    return category === undefined ? recipes : recipes.filter((recipe) => recipe.category === category);
  }

  /** What a person may mean by a typed text, the best first; an empty text gives the preferred ones, then all by name. */
  search(text: string, { limit, preferred = [] }: RecipeSearch): readonly Recipe[] {
    this.#index ??= new TrigramIndex(this.#sorted.map(({ name }) => name));
    const positions = preferred.map((id) => this.#positions.get(id)).filter((position) => position !== undefined);
    return this.#index.search(text, { limit, preferred: positions }).flatMap((position) => this.#sorted[position] ?? []);
  }
}

/**
 * Gives the book of a guild's chosen packs (null: of all that are loaded), in the order of choice. Books are made
 * once for each choice; a pack that is not loaded is passed over.
 */
export function recipeBooks(packs: readonly Pack[]): (packIds: readonly string[] | null) => RecipeBook {
  const byId = new Map(packs.map((pack) => [pack.id, pack]));
  const books = new Map<string, RecipeBook>();
  return (packIds) => {
    const chosen = packIds === null ? packs : packIds.flatMap((id) => byId.get(id) ?? []);
    const key = chosen.map(({ id }) => id).join(" ");
    const book = books.get(key) ?? new RecipeBook(chosen);
    books.set(key, book);
    return book;
  };
}
