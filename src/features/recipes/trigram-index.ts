import { searchText } from "./search-text.ts";
import { SharedTrigrams } from "./shared-trigrams.ts";
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

/**
 * Finds names by what a person types: any case, with or without accents, any order of words, unfinished words, typos.
 * Answers are positions in the list of names. Speed and recall on 50,000 names: `npm run bench -- search`.
 */
export class TrigramIndex {
  readonly #texts: readonly string[];
  readonly #alphabetical: readonly number[];
  /** Where a position stands in `#alphabetical`. */
  readonly #rank: Int32Array;
  readonly #trigrams: SharedTrigrams;

  constructor(names: readonly string[]) {
    const texts = names.map(searchText);
    this.#texts = texts;
    this.#trigrams = new SharedTrigrams(texts);
    this.#alphabetical = [...texts.keys()].toSorted((a, b) => compare(texts[a] ?? "", texts[b] ?? "") || a - b);
    this.#rank = new Int32Array(names.length);
    for (const [rank, position] of this.#alphabetical.entries()) this.#rank[position] = rank;
  }

  /** The best positions first. An empty query gives the preferred ones, then all by name. */
  search(query: string, { limit, preferred = [] }: SearchOptions): number[] {
    const typed = searchText(query.slice(0, LONGEST_QUERY));
    if (typed === "") return [...new Set([...preferred, ...this.#alphabetical.slice(0, limit)])].slice(0, limit);
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
    const text = this.#texts[position] ?? "";
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
    return wanted.get(position) ?? wanted.size + (this.#rank[position] ?? 0);
  }

  /** The first `limit` names, alphabetically, that begin as typed; a name that is exactly so comes first. */
  #beginningWith(typed: string, limit: number): number[] {
    let [low, high] = [0, this.#alphabetical.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (compare(this.#texts[this.#alphabetical[middle] ?? 0] ?? "", typed) < 0) low = middle + 1;
      else high = middle;
    }
    return this.#alphabetical.slice(low, low + limit);
  }
}
