import { lookUp, type LookupTable, tableOf } from "./lookup-table.ts";
import { searchText } from "./search-text.ts";
import { collectTrigrams, SharedTrigrams, type TrigramData } from "./shared-trigrams.ts";
import { sharedNumbers } from "./shared-memory.ts";
import { similarityTo } from "./similarity.ts";

/** So many candidates are compared letter by letter. */
const MOST_COMPARED = 120;
/** Less alike than this is noise: two typos in a word of five letters are still 0.6. */
const LEAST_SIMILARITY = 0.55;
/** How much more alike another name must be to come before a preferred one, where there is a typo. */
const PREFERRED_BONUS = 0.1;
/** No name is longer than this; what is typed beyond it is passed over. */
const LONGEST_QUERY = 100;
/** Up to this length there is nothing to forgive: a word begins so or not. */
const SHORT_QUERY = 2;

export interface SearchOptions {
  /** The most positions that come back. */
  readonly limit: number;
  /** Positions that come first among what matches, the most wanted first. */
  readonly preferred?: readonly number[] | undefined;
}

/** The name itself; a preferred one that begins so; the name begins so; its words begin so, in any order; it is something like it. */
type Tier = 0 | 1 | 2 | 3 | 4;

interface Match {
  readonly position: number;
  readonly tier: Tier;
  readonly score: number;
}

const compare = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

const wordsBegin = (typed: string, name: string): boolean => typed.split(" ").every((word) => name.startsWith(word) || name.includes(` ${word}`));

/** Names as they are compared, in memory that threads share but for `texts`: one text, which another thread copies in a moment. */
export interface NamesData {
  /** All names as `searchText` writes them, one behind the other. */
  readonly texts: string;
  /** Where each begins in `texts`; the last number is where all end. */
  readonly starts: Uint32Array;
  /** The positions by name. */
  readonly alphabetical: Uint32Array;
  /** Where a position stands in `alphabetical`. */
  readonly ranks: Uint32Array;
  /** Where a name first stands in `alphabetical`. */
  readonly byText: LookupTable;
  readonly trigrams: TrigramData;
}

/** Makes names ready for a `TrigramIndex`: 50,000 take some 300 ms. */
export function indexNames(names: readonly string[]): NamesData {
  const texts = names.map(searchText);
  const starts = [0];
  let end = 0;
  for (const text of texts) {
    end += text.length;
    starts.push(end);
  }
  const alphabetical = [...texts.keys()].toSorted((a, b) => compare(texts[a] ?? "", texts[b] ?? "") || a - b);
  const ranks = sharedNumbers(names.length);
  for (const [rank, position] of alphabetical.entries()) ranks[position] = rank;
  const firsts = alphabetical.map((position, rank) => ({ text: texts[position] ?? "", rank })).filter(({ text }, at, all) => text !== all[at - 1]?.text);
  return {
    texts: texts.join(""),
    starts: sharedNumbers(starts),
    alphabetical: sharedNumbers(alphabetical),
    ranks,
    byText: tableOf(firsts.map(({ text }) => text), firsts.map(({ rank }) => rank)),
    trigrams: collectTrigrams(texts),
  };
}

/**
 * Finds names by what a person types: any case, with or without accents, any order of words, unfinished words, typos.
 * Answers are positions in the list of names. Speed and recall on 50,000 names: `npm run bench -- search`.
 */
export class TrigramIndex {
  readonly #names: NamesData;
  readonly #trigrams: SharedTrigrams;

  constructor(names: NamesData) {
    this.#names = names;
    this.#trigrams = new SharedTrigrams(names.trigrams);
  }

  #text(position: number): string {
    const { texts, starts } = this.#names;
    return texts.slice(starts[position], starts[position + 1]);
  }

  /** The positions of a whole name as `searchText` writes it, ascending. */
  named(text: string): readonly number[] {
    const { alphabetical, byText } = this.#names;
    const at = (rank: number): string => this.#text(alphabetical[rank] ?? 0);
    const first = lookUp(byText, text, (rank) => at(rank) === text);
    if (first === undefined) return [];
    let end = first + 1;
    while (end < alphabetical.length && at(end) === text) end++;
    return [...alphabetical.subarray(first, end)];
  }

  /** The best positions first. An empty query gives the preferred ones, then all by name. */
  search(query: string, { limit, preferred = [] }: SearchOptions): number[] {
    const typed = searchText(query.slice(0, LONGEST_QUERY));
    if (typed === "") return [...new Set([...preferred, ...this.#names.alphabetical.subarray(0, limit)])].slice(0, limit);
    const wanted = new Map([...new Set(preferred)].map((position, order) => [position, order]));
    const candidates = new Set([...this.#beginningWith(typed, limit), ...this.#trigrams.nearest(typed, MOST_COMPARED, wanted)]);
    const similarity = similarityTo(typed);
    return [...candidates]
      .flatMap((position) => this.#match(typed, position, wanted.has(position), similarity) ?? [])
      .toSorted((a, b) => a.tier - b.tier || b.score - a.score || this.#order(a, wanted) - this.#order(b, wanted))
      .slice(0, limit)
      .map(({ position }) => position);
  }

  #match(typed: string, position: number, isWanted: boolean, similarity: (name: string) => number): Match | null {
    const text = this.#text(position);
    if (text === typed) return { position, tier: 0, score: 1 };
    const begins = text.startsWith(typed);
    if (begins || wordsBegin(typed, text)) {
      if (isWanted) return { position, tier: 1, score: 1 };
      // Nearest first: of what is not typed yet, the least.
      return { position, tier: begins ? 2 : 3, score: typed.length / text.length };
    }
    if (typed.length <= SHORT_QUERY) return null;
    const score = similarity(text);
    return score < LEAST_SIMILARITY ? null : { position, tier: 4, score: score + (isWanted ? PREFERRED_BONUS : 0) };
  }

  /** Among equals: the wanted ones as they are wanted, then by name. */
  #order({ position }: Match, wanted: ReadonlyMap<number, number>): number {
    return wanted.get(position) ?? wanted.size + (this.#names.ranks[position] ?? 0);
  }

  /** The first `limit` names, alphabetically, that begin as typed; a name that is exactly so comes first. */
  #beginningWith(typed: string, limit: number): Uint32Array {
    const { alphabetical } = this.#names;
    let [low, high] = [0, alphabetical.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (compare(this.#text(alphabetical[middle] ?? 0), typed) < 0) low = middle + 1;
      else high = middle;
    }
    return alphabetical.subarray(low, low + limit);
  }
}
