import { nameIn, type Pack, type Profession, type Recipe } from "./recipe.ts";
import { searchText } from "./search-text.ts";
import { TrigramIndex } from "./trigram-index.ts";

/** Each name is made comparable once: there are many, and somebody may wait. */
function sortedByName(recipes: Iterable<Recipe>): readonly Recipe[] {
  const named = Array.from(recipes, (recipe) => ({ recipe, name: searchText(recipe.name) }));
  named.sort((a, b) => {
    if (a.name !== b.name) return a.name < b.name ? -1 : 1;
    return a.recipe.id < b.recipe.id ? -1 : 1;
  });
  return named.map(({ recipe }) => recipe);
}

const NO_PACK = { id: "", name: "", game: "", version: "", sources: [] } as const;

function translated(recipe: Recipe, locale: string): Recipe {
  const name = nameIn(recipe.names, locale);
  return name === undefined || name === recipe.name ? recipe : { ...recipe, name, ownName: recipe.name };
}

/** In words; no name that people write has more. */
const LONGEST_NAME = 12;

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
  readonly #spoken = new Map<string, RecipeBook>();
  #index: TrigramIndex | undefined;
  #named: readonly { readonly name: string; readonly recipe: Recipe }[] | undefined;
  #byName: ReadonlyMap<string, readonly Recipe[]> | undefined;

  constructor(packs: readonly Pack[]) {
    this.#recipes = new Map(packs.flatMap(({ recipes }) => recipes.map((recipe) => [recipe.id, recipe])));
    this.#professions = new Map(packs.flatMap(({ professions }) => professions.map((profession) => [profession.id, profession])));
    this.#sorted = sortedByName(this.#recipes.values());
    this.#positions = new Map(this.#sorted.map(({ id }, position) => [id, position]));
    this.#byProfession = Map.groupBy(this.#sorted, ({ profession }) => profession);
  }

  /** The same recipes with their names in a language, as far as they have any; both names are found. `locale`: Discord's. */
  spokenIn(locale: string): RecipeBook {
    const known = this.#spoken.get(locale);
    if (known) return known;
    const isTranslated = this.#sorted.some(({ names }) => nameIn(names, locale) !== undefined);
    const recipes = isTranslated ? this.#sorted.map((recipe) => translated(recipe, locale)) : [];
    const spoken = isTranslated ? new RecipeBook([{ ...NO_PACK, professions: [...this.#professions.values()], recipes }]) : this;
    this.#spoken.set(locale, spoken);
    return spoken;
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

  /** Recipes whose whole name stands in a text, in the order in which they stand there; the longest where one name holds another. */
  namedIn(text: string): readonly Recipe[] {
    const byName = this.#names();
    const words = searchText(text).split(" ");
    const found: Recipe[] = [];
    for (let at = 0; at < words.length; ) {
      const length = this.#longestNameAt(byName, words, at);
      if (length > 0) found.push(...(byName.get(words.slice(at, at + length).join(" ")) ?? []));
      at += Math.max(1, length);
    }
    return [...new Set(found)];
  }

  #longestNameAt(byName: ReadonlyMap<string, readonly Recipe[]>, words: readonly string[], at: number): number {
    for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length--) if (byName.has(words.slice(at, at + length).join(" "))) return length;
    return 0;
  }

  /** What is searched for: every name of every recipe, the ones that are shown first. */
  #entries(): readonly { readonly name: string; readonly recipe: Recipe }[] {
    this.#named ??= [...this.#sorted.map((recipe) => ({ name: recipe.name, recipe })), ...this.#sorted.flatMap((recipe) => (recipe.ownName === undefined ? [] : [{ name: recipe.ownName, recipe }]))];
    return this.#named;
  }

  #names(): ReadonlyMap<string, readonly Recipe[]> {
    this.#byName ??= new Map([...Map.groupBy(this.#entries(), ({ name }) => searchText(name))].map(([name, of]) => [name, of.map(({ recipe }) => recipe)]));
    return this.#byName;
  }

  /** Makes the index, so that nobody waits for it who searches. */
  prepare(): TrigramIndex {
    this.#index ??= new TrigramIndex(this.#entries().map(({ name }) => name));
    return this.#index;
  }

  /** What a person may mean by a typed text, the best first; an empty text gives the preferred ones, then all by name. */
  search(text: string, { limit, preferred = [] }: RecipeSearch): readonly Recipe[] {
    const entries = this.#entries();
    const positions = preferred.map((id) => this.#positions.get(id)).filter((position) => position !== undefined);
    // One that is found by both of its names is found once.
    const isTwofold = entries.length > this.#sorted.length;
    const found = this.prepare().search(text, { limit: isTwofold ? limit * 2 : limit, preferred: positions }).flatMap((position) => entries[position]?.recipe ?? []);
    return [...new Set(found)].slice(0, limit);
  }
}
