/** What is done with packs beside the bot, in a worker: whatever takes as long as there are recipes. */
import { type BookData, compileBook } from "./book-data.ts";
import { loadPacks } from "./load-packs.ts";
import { contestedIn } from "./pack-order.ts";
import type { PackProblem } from "./pack-problem.ts";
import { openPack, type SealedPack, sealPack } from "./sealed-pack.ts";

export interface ReadPacks {
  readonly packs: readonly SealedPack[];
  /** As `contestedIn` gives them. */
  readonly contested: ReadonlySet<string>;
  readonly problems: readonly PackProblem[];
}

/** Reads the packs in `directories`, as `loadPacks` does. */
export async function read(directories: readonly string[]): Promise<ReadPacks> {
  const { packs, problems } = await loadPacks(directories);
  return { packs: packs.map(sealPack), contested: contestedIn(packs), problems };
}

export interface BookOrder {
  /** In the order that counts. */
  readonly packs: readonly SealedPack[];
  readonly locale: string | null;
}

/** Makes what a book looks things up in. */
export const compile = ({ packs, locale }: BookOrder): BookData => compileBook(packs.map(openPack), locale);
