import type { BookData } from "./book-data.ts";
import { contestedIn, inOrderThatMatters } from "./pack-order.ts";
import type { Pack } from "./recipe.ts";
import { RecipeBook } from "./recipe-book.ts";

/** A book of 50,000 recipes takes some 10 MB. Most guilds share one. */
const KEPT = 20;

/** A book that somebody needs: of which packs, as they were chosen (null: of all), and in which language (null: as the packs have it). */
export interface BookWish {
  readonly packIds: readonly string[] | null;
  readonly locale: string | null;
}

/** What the desk has of packs. It is asked each time, since packs change while the bot runs. */
export interface RecipeSource {
  /** Every pack that is loaded. */
  readonly packs: readonly Pack[];
  /** The book of a guild's chosen packs (null: of all that are loaded), in the order of choice; a pack that is not loaded is passed over. */
  bookOf(packIds: readonly string[] | null): RecipeBook;
}

/** Makes books before anybody waits for them. */
export interface BookPreparation {
  /** Resolves when the book of a choice is there. @throws when it cannot be made */
  prepareBook(packIds: readonly string[] | null): Promise<void>;
  /** Resolves when the book of a choice can be read at once in every language in which it has names. @throws when it cannot be made */
  prepareLanguages(packIds: readonly string[] | null): Promise<void>;
}

/** The packs that are loaded and the books of them that were asked for last. It never changes what it once answered: packs that are read again are another shelf. */
export class RecipeShelf implements RecipeSource {
  readonly packs: readonly Pack[];
  readonly #contested: ReadonlySet<string>;
  readonly #books = new Map<string, { readonly book: RecipeBook; readonly packIds: readonly string[] | null }>();

  /** `contested`: the packs that have an id in common with another, as `contestedIn` gives them. */
  constructor(packs: readonly Pack[], contested: ReadonlySet<string> = contestedIn(packs)) {
    this.packs = packs;
    this.#contested = contested;
  }

  /** The packs that a choice comes to, in the order that counts. */
  chosen(packIds: readonly string[] | null): readonly Pack[] {
    return inOrderThatMatters(this.packs, this.#contested, packIds);
  }

  bookOf(packIds: readonly string[] | null): RecipeBook {
    const chosen = this.chosen(packIds);
    const key = keyOf(chosen);
    const book = this.#books.get(key)?.book ?? new RecipeBook(chosen);
    this.#keep(key, { book, packIds });
    return book;
  }

  /** Takes a book that was made elsewhere; one that is there stays. */
  place({ packIds, locale }: BookWish, data: BookData): void {
    if (locale !== null) return this.bookOf(packIds).teach(locale, data);
    const chosen = this.chosen(packIds);
    const key = keyOf(chosen);
    if (!this.#books.has(key)) this.#keep(key, { book: new RecipeBook(chosen, data), packIds });
  }

  /** Whether nobody has to wait for a book. */
  has({ packIds, locale }: BookWish): boolean {
    const book = this.#books.get(keyOf(this.chosen(packIds)))?.book;
    return book !== undefined && (locale === null || book.spokenLocales().includes(locale));
  }

  /** The books that are kept, the one of last need last, each before its languages. */
  wishes(): readonly BookWish[] {
    return [...this.#books.values()].flatMap(({ book, packIds }) => [null, ...book.spokenLocales()].map((locale) => ({ packIds, locale })));
  }

  #keep(key: string, kept: { readonly book: RecipeBook; readonly packIds: readonly string[] | null }): void {
    this.#books.delete(key);
    this.#books.set(key, kept);
    for (const oldest of this.#books.keys()) if (this.#books.size > KEPT) this.#books.delete(oldest);
  }
}

const keyOf = (packs: readonly Pack[]): string => packs.map(({ id }) => id).join(" ");
