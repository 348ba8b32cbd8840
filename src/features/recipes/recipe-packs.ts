import { repeat } from "../../kernel/repeat.ts";
import type { Log } from "../../telemetry/log.ts";
import { stateOfPacks } from "./pack-files.ts";
import { type PackProblem, problemLine } from "./pack-problem.ts";
import { createPackReader } from "./pack-reader.ts";
import type { ReadPacks } from "./pack-worker.ts";
import type { Pack } from "./recipe.ts";
import { type BookPreparation, type BookWish, RecipeShelf, type RecipeSource } from "./recipe-shelf.ts";
import { openPack, sealPack } from "./sealed-pack.ts";

export interface RecipePacksDeps {
  /** Folders of packs, or packs. */
  readonly directories: readonly string[];
  readonly log: Log;
  /** Told at the start and after each change what there is now. */
  readonly onPacks?: (packs: readonly Pack[]) => void;
}

/** One mistake may be in every recipe; the first ones say what it is. */
const TOLD_AT_MOST = 10;

/** The packs of a bot that runs. They are read and indexed in a worker; what is asked in the meantime has the earlier ones. */
export interface RecipePacks extends RecipeSource, BookPreparation {
  /** Reads all packs again. They replace the earlier ones at once and together, or, where anything is wrong, not at all; it is logged which. */
  reload(): Promise<void>;
  /** Looks every `everyMs` whether a file was changed, and once it is not being written any more, reads again. */
  watch(everyMs: number): void;
  close(): Promise<void>;
}

/** Reads the packs for the first time; one with anything wrong is left out, and logged. @throws when the worker does not get through it */
export async function openRecipePacks({ directories, log, onPacks = () => {} }: RecipePacksDeps): Promise<RecipePacks> {
  const reader = createPackReader();
  let isClosed = false;
  let watching: { stop(): Promise<void> } | null = null;
  /** The state of the files that were read last, good or not. */
  let taken = "";

  const fetchBook = async (shelf: RecipeShelf, wish: BookWish): Promise<void> => {
    if (!shelf.has(wish)) shelf.place(wish, await reader.compile({ packs: shelf.chosen(wish.packIds).map(sealPack), locale: wish.locale }));
  };
  const fetchLanguages = async (shelf: RecipeShelf, packIds: readonly string[] | null): Promise<void> => {
    for (const locale of shelf.bookOf(packIds).locales()) await fetchBook(shelf, { packIds, locale });
  };

  let shelf: RecipeShelf;
  try {
    taken = await stateOfPacks(directories);
    const first = await reader.read(directories);
    for (const problem of first.problems) log.error({}, `A recipe pack is left out: ${problemLine(problem)}`);
    shelf = shelfOf(first);
    await fetchBook(shelf, { packIds: null, locale: null });
  } catch (cause) {
    await reader.close();
    throw cause;
  }
  onPacks(shelf.packs);

  const stay = (problems: readonly PackProblem[]): void => {
    for (const problem of problems.slice(0, TOLD_AT_MOST)) log.error({}, `The recipe packs stay as they were: ${problemLine(problem)}`);
    if (problems.length > TOLD_AT_MOST) log.error({}, `The recipe packs stay as they were: ${problems.length - TOLD_AT_MOST} more like that`);
  };

  async function readAgain(): Promise<void> {
    taken = await stateOfPacks(directories);
    const begunAt = performance.now();
    const found = await reader.read(directories);
    if (found.problems.length > 0) return stay(found.problems);
    const next = shelfOf(found);
    const readAt = performance.now();
    // What is asked for meanwhile is needed as well.
    for (let wish = missingIn(next); wish; wish = missingIn(next)) {
      await fetchBook(next, wish);
      if (wish.locale === null) await fetchLanguages(next, wish.packIds);
    }
    shelf = next;
    const recipes = next.packs.reduce((sum, pack) => sum + pack.recipes.length, 0);
    const books = next.wishes().length;
    const [readMs, indexMs] = [Math.round(readAt - begunAt), Math.round(performance.now() - readAt)];
    log.info({ packs: next.packs.length, recipes, books, readMs, indexMs }, `the recipe packs were read again: ${next.packs.length} packs, ${recipes} recipes, read in ${readMs} ms, ${books} books made in ${indexMs} ms`);
    onPacks(next.packs);
  }

  const missingIn = (next: RecipeShelf): BookWish | undefined => shelf.wishes().find((wish) => isWanted(next, wish) && !next.has(wish));

  /** Does it again where the packs were replaced meanwhile. */
  const onShelf = async (work: (present: RecipeShelf) => Promise<void>): Promise<void> => {
    let present: RecipeShelf;
    do {
      present = shelf;
      await work(present);
    } while (present !== shelf);
  };

  let last = Promise.resolve();
  const reload = (): Promise<void> => {
    last = last.then(readAgain).catch((cause: unknown) => {
      if (!isClosed) log.error({ err: cause }, "the recipe packs could not be read again; the earlier ones stay");
    });
    return last;
  };

  return {
    get packs() {
      return shelf.packs;
    },
    bookOf: (packIds) => shelf.bookOf(packIds),
    prepareBook: (packIds) => onShelf((present) => fetchBook(present, { packIds, locale: null })),
    prepareLanguages: (packIds) => onShelf((present) => fetchLanguages(present, packIds)),
    reload,
    watch(everyMs) {
      let seen = taken;
      watching = repeat(everyMs, async () => {
        const state = await stateOfPacks(directories);
        // Seen twice, it is not being written any more.
        if (state !== taken && state === seen) await reload();
        seen = state;
      });
    },
    async close() {
      isClosed = true;
      // What is being read is given up, and nothing waits for it.
      await reader.close();
      await watching?.stop();
      await last;
    },
  };
}

const shelfOf = ({ packs, contested }: ReadPacks): RecipeShelf => new RecipeShelf(packs.map(openPack), contested);

/** A language in which the packs have no names any more needs no book. */
const isWanted = (next: RecipeShelf, { packIds, locale }: BookWish): boolean => locale === null || next.bookOf(packIds).isSpokenIn(locale);
