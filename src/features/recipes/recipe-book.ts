import { type BookData, compileBook } from "./book-data.ts";
import { lookUp } from "./lookup-table.ts";
import { nameIn, type Pack, type Profession, type Recipe, type RecipeList, translated } from "./recipe.ts";
import { localesOf } from "./sealed-recipes.ts";
import { searchText } from "./search-text.ts";
import { TrigramIndex } from "./trigram-index.ts";

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
 * pack's stands, so that a guild's own pack can change a recipe. It keeps no recipe: each is taken from its pack when it is asked for.
 */
export class RecipeBook {
  readonly #packs: readonly Pack[];
  readonly #data: BookData;
  readonly #locale: string | null;
  readonly #index: TrigramIndex;
  readonly #professions: ReadonlyMap<string, Profession>;
  readonly #spoken = new Map<string, RecipeBook>();
  #locales: ReadonlySet<string> | undefined;

  /** `data` and `locale`: what `compileBook` made of these packs, and for which language. It is made here when it is not given, which takes half a second for 50,000 recipes. */
  constructor(packs: readonly Pack[], data: BookData = compileBook(packs), locale: string | null = null) {
    this.#packs = packs;
    this.#data = data;
    this.#locale = locale;
    this.#index = new TrigramIndex(data.names);
    this.#professions = new Map(packs.flatMap(({ professions }) => professions.map((profession) => [profession.id, profession])));
  }

  /** The languages in which its recipes have names. */
  locales(): ReadonlySet<string> {
    this.#locales ??= new Set(this.#packs.flatMap(({ recipes }) => localesOf(recipes)));
    return this.#locales;
  }

  /** Those in which it can be read at once. */
  spokenLocales(): readonly string[] {
    return [...this.#spoken.keys()];
  }

  /** Takes what `compileBook` made of its packs for a language, so that nobody waits for it who speaks that. */
  teach(locale: string, data: BookData): void {
    this.#spoken.set(locale, new RecipeBook(this.#packs, data, locale));
  }

  /** Whether any recipe has a name in a language, or in that language as it is spoken elsewhere. */
  isSpokenIn(locale: string): boolean {
    return nameIn(Object.fromEntries([...this.locales()].map((one) => [one, one])), locale) !== undefined;
  }

  /** The same recipes with their names in a language, as far as they have any; both names are found. `locale`: Discord's. */
  spokenIn(locale: string): RecipeBook {
    const known = this.#spoken.get(locale);
    if (known) return known;
    if (!this.isSpokenIn(locale)) return this;
    const spoken = new RecipeBook(this.#packs, compileBook(this.#packs, locale), locale);
    this.#spoken.set(locale, spoken);
    return spoken;
  }

  get(recipeId: string): Recipe | undefined {
    const position = this.#positionOf(recipeId);
    return position === undefined ? undefined : this.#at(position);
  }

  #positionOf(recipeId: string): number | undefined {
    return lookUp(this.#data.ids, recipeId, (position) => this.#at(position).id === recipeId);
  }

  #at(position: number): Recipe {
    const { places } = this.#data;
    const recipe = this.#packs[places[position * 2] ?? 0]?.recipes.at(places[position * 2 + 1] ?? 0);
    if (!recipe) throw new RangeError(`no pack has the recipe at ${position}`);
    return this.#locale === null ? recipe : translated(recipe, this.#locale);
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
    return this.#data.sections.filter((section) => section.profession === profession).map(({ category }) => category);
  }

  /** Recipes by name; without a category, all of the profession. */
  list({ profession, category }: { readonly profession: string; readonly category?: string | undefined }): RecipeList {
    const sections = this.#data.sections.filter((section) => section.profession === profession && (category === undefined || section.category === category));
    // The categories of a profession are one behind the other.
    const positions = this.#data.shelved.subarray(sections[0]?.from ?? 0, sections.at(-1)?.to ?? 0);
    return new PickedRecipes(sections.length > 1 ? positions.toSorted() : positions, (position) => this.#at(position));
  }

  /** Recipes whose whole name stands in a text, in the order in which they stand there; the longest where one name holds another. */
  namedIn(text: string): readonly Recipe[] {
    const words = searchText(text).split(" ");
    const found = new Set<number>();
    for (let at = 0; at < words.length; ) {
      const { length, positions } = this.#longestNameAt(words, at);
      for (const position of positions) found.add(position);
      at += Math.max(1, length);
    }
    return Array.from(found, (position) => this.#at(position));
  }

  #longestNameAt(words: readonly string[], at: number): { readonly length: number; readonly positions: readonly number[] } {
    for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length--) {
      const named = this.#index.named(words.slice(at, at + length).join(" "));
      if (named.length > 0) return { length, positions: named.map((entry) => this.#positionOfName(entry)) };
    }
    return { length: 0, positions: [] };
  }

  /** The recipe that has a name. */
  #positionOfName(entry: number): number {
    const recipes = this.#data.places.length / 2;
    return entry < recipes ? entry : (this.#data.twofold[entry - recipes] ?? 0);
  }

  /** What a person may mean by a typed text, the best first; an empty text gives the preferred ones, then all by name. */
  search(text: string, { limit, preferred = [] }: RecipeSearch): readonly Recipe[] {
    const positions = preferred.map((id) => this.#positionOf(id)).filter((position) => position !== undefined);
    // One that is found by both of its names is found once.
    const isTwofold = this.#data.twofold.length > 0;
    const found = this.#index.search(text, { limit: isTwofold ? limit * 2 : limit, preferred: positions }).map((entry) => this.#positionOfName(entry));
    return [...new Set(found)].slice(0, limit).map((position) => this.#at(position));
  }
}

/** Recipes of a book at some positions. */
class PickedRecipes implements RecipeList {
  readonly #positions: Uint32Array;
  readonly #recipeAt: (position: number) => Recipe;

  constructor(positions: Uint32Array, recipeAt: (position: number) => Recipe) {
    this.#positions = positions;
    this.#recipeAt = recipeAt;
  }

  get length(): number {
    return this.#positions.length;
  }

  at(index: number): Recipe | undefined {
    const position = this.#positions[index];
    return position === undefined ? undefined : this.#recipeAt(position);
  }

  slice(from: number, to?: number): readonly Recipe[] {
    return Array.from(this.#positions.subarray(from, to), (position) => this.#recipeAt(position));
  }

  *[Symbol.iterator](): Iterator<Recipe> {
    for (const position of this.#positions) yield this.#recipeAt(position);
  }
}
