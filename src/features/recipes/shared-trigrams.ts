import { trigrams } from "./search-text.ts";
import { sharedBytes, sharedDoubles, sharedNumbers } from "./shared-memory.ts";

/** Candidates are put into drawers by how much they share, instead of being sorted one by one: so many for those that hold all of the query, and as many below. */
const DRAWERS = 64;
const MOST_COUNTED = 255;
/** Two typos change at most this many pieces of a query. */
const CHANGED_BY_TYPOS = 7;
/** Of a long query, this part must be there whatever was mistyped. */
const LEAST_PART = 0.4;
const NOBODY = new Uint32Array(0);
/** A UTF-16 unit's worth. */
const UNIT = 0x1_0000;

/** Who holds which three-letter pieces, in memory that threads share. */
export interface TrigramData {
  /** Every piece as a number, ascending. */
  readonly pieces: Float64Array;
  /** Where the holders of a piece begin in `holders`; the last number is where all end. */
  readonly starts: Uint32Array;
  /** The names that hold a piece, by position, ascending. */
  readonly holders: Uint32Array;
  /** How many pieces a name has. */
  readonly sizes: Uint8Array;
}

const numberOf = (piece: string): number => (piece.charCodeAt(0) * UNIT + piece.charCodeAt(1)) * UNIT + piece.charCodeAt(2);

/** `texts` as `searchText` writes them. */
export function collectTrigrams(texts: readonly string[]): TrigramData {
  const sizes = sharedBytes(texts.length);
  const holders = new Map<string, number[]>();
  for (const [position, text] of texts.entries()) {
    const pieces = trigrams(text);
    sizes[position] = Math.min(pieces.length, MOST_COUNTED);
    for (const piece of pieces) {
      const positions = holders.get(piece);
      if (positions) positions.push(position);
      else holders.set(piece, [position]);
    }
  }
  const sorted = Array.from(holders, ([piece, positions]) => ({ piece: numberOf(piece), positions })).toSorted((a, b) => a.piece - b.piece);
  const starts = [0];
  let end = 0;
  for (const { positions } of sorted) {
    end += positions.length;
    starts.push(end);
  }
  const all = sharedNumbers(end);
  for (const [at, { positions }] of sorted.entries()) all.set(positions, starts[at]);
  return { pieces: sharedDoubles(sorted.map(({ piece }) => piece)), starts: sharedNumbers(starts), holders: all, sizes };
}

/** Which names share how many three-letter pieces with a query. */
export class SharedTrigrams {
  readonly #data: TrigramData;
  /** How many of the query's pieces a name shares; all zero between two calls. */
  readonly #shared: Uint8Array;
  /** The names that share any, of which the call's own part is in use. */
  readonly #touched: Int32Array;

  constructor(data: TrigramData) {
    this.#data = data;
    this.#shared = new Uint8Array(data.sizes.length);
    this.#touched = new Int32Array(data.sizes.length);
  }

  /** The positions that share most with `typed`, at most `most`, and those of `always` that share enough. */
  nearest(typed: string, most: number, always: { has(position: number): boolean }): number[] {
    const pieces = trigrams(typed).slice(0, MOST_COUNTED);
    const least = Math.max(1, Math.min(pieces.length - CHANGED_BY_TYPOS, Math.ceil(pieces.length * LEAST_PART)));
    const touched = this.#touched.subarray(0, this.#count(pieces, least));
    const sharing: { readonly position: number; readonly drawer: number }[] = [];
    const drawers = new Uint32Array(2 * DRAWERS);
    for (const position of touched) {
      const shared = this.#shared[position] ?? 0;
      this.#shared[position] = 0;
      if (shared < least) continue;
      const drawer = this.#drawer(position, shared, pieces.length);
      drawers[drawer] = (drawers[drawer] ?? 0) + 1;
      sharing.push({ position, drawer });
    }
    // Whole drawers from the top while they fit, then of the next one what there is room for.
    let room = most;
    let cut = drawers.length - 1;
    for (; cut >= 0 && (drawers[cut] ?? 0) <= room; cut--) room -= drawers[cut] ?? 0;
    const nearest: number[] = [];
    for (const { position, drawer } of sharing) {
      if (drawer > cut || always.has(position)) nearest.push(position);
      else if (drawer === cut && room > 0) {
        nearest.push(position);
        room--;
      }
    }
    return nearest;
  }

  /**
   * Counts into `#shared` and gives how many names it touched. A name that shares at least `least` pieces holds one
   * of the rarer ones; so the commonest, in the longest lists, only count for names that are touched already.
   */
  #count(pieces: readonly string[], least: number): number {
    const [shared, touched] = [this.#shared, this.#touched];
    const lists = pieces.map((piece) => this.#holdersOf(piece)).toSorted((a, b) => a.length - b.length);
    const opening = lists.length - least + 1;
    let length = 0;
    for (const [at, list] of lists.entries()) {
      const opens = at < opening;
      for (let index = 0; index < list.length; index++) {
        const position = list[index] ?? 0;
        const before = shared[position] ?? 0;
        if (before > 0) shared[position] = before + 1;
        else if (opens) {
          shared[position] = 1;
          touched[length++] = position;
        }
      }
    }
    return length;
  }

  #holdersOf(piece: string): Uint32Array {
    const { pieces, starts, holders } = this.#data;
    const wanted = numberOf(piece);
    let [low, high] = [0, pieces.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pieces[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return pieces[low] === wanted ? holders.subarray(starts[low], starts[low + 1]) : NOBODY;
  }

  #drawer(position: number, shared: number, pieces: number): number {
    // The part of both that is shared: favours names of the query's length.
    const ofBoth = shared / (pieces + (this.#data.sizes[position] ?? 0) - shared);
    const ofQuery = shared / pieces;
    const alike = shared === pieces ? 1 + ofBoth : (ofQuery + ofBoth) / 2;
    return Math.floor(alike * (DRAWERS - 1));
  }
}
