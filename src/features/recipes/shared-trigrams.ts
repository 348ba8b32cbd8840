import { trigrams } from "./search-text.ts";

/** Candidates are put into this many drawers by how much they share, instead of being sorted one by one. */
const DRAWERS = 64;
const MOST_COUNTED = 255;
const NOBODY = new Int32Array(0);

/** Which names share how many three-letter pieces with a query. */
export class SharedTrigrams {
  /** The names that hold a piece, by position, ascending. */
  readonly #holders: ReadonlyMap<string, Int32Array>;
  /** How many pieces a name has. */
  readonly #sizes: Uint8Array;
  /** How many of the query's pieces a name shares; all zero between two calls. */
  readonly #shared: Uint8Array;
  /** The names that share any, of which the call's own part is in use. */
  readonly #touched: Int32Array;

  /** `texts` as `searchText` writes them. */
  constructor(texts: readonly string[]) {
    this.#sizes = new Uint8Array(texts.length);
    this.#shared = new Uint8Array(texts.length);
    this.#touched = new Int32Array(texts.length);
    const holders = new Map<string, number[]>();
    for (const [position, text] of texts.entries()) {
      const pieces = trigrams(text);
      this.#sizes[position] = Math.min(pieces.length, MOST_COUNTED);
      for (const piece of pieces) {
        const positions = holders.get(piece);
        if (positions) positions.push(position);
        else holders.set(piece, [position]);
      }
    }
    this.#holders = new Map([...holders].map(([piece, positions]) => [piece, Int32Array.from(positions)]));
  }

  /** The positions that share most with `typed`, at most `most`, and those of `always` that share anything. */
  nearest(typed: string, most: number, always: { has(position: number): boolean }): number[] {
    const pieces = trigrams(typed).slice(0, MOST_COUNTED);
    const touched = this.#touched.subarray(0, this.#count(pieces));
    const drawers = new Uint32Array(DRAWERS + 1);
    const drawerOf = (position: number): number => this.#drawer(position, pieces.length);
    for (const position of touched) {
      const drawer = drawerOf(position);
      drawers[drawer] = (drawers[drawer] ?? 0) + 1;
    }
    // Whole drawers from the top while they fit, then of the next one what there is room for.
    let room = most;
    let cut = DRAWERS;
    for (; cut >= 0 && (drawers[cut] ?? 0) <= room; cut--) room -= drawers[cut] ?? 0;
    const nearest: number[] = [];
    for (const position of touched) {
      const drawer = drawerOf(position);
      if (drawer > cut || always.has(position)) nearest.push(position);
      else if (drawer === cut && room > 0) {
        nearest.push(position);
        room--;
      }
    }
    for (const position of touched) this.#shared[position] = 0;
    return nearest;
  }

  /** Counts into `#shared`; gives how many names share anything. */
  #count(pieces: readonly string[]): number {
    const [shared, touched] = [this.#shared, this.#touched];
    let length = 0;
    for (const piece of pieces) {
      for (const position of this.#holders.get(piece) ?? NOBODY) {
        const before = shared[position] ?? 0;
        if (before === 0) touched[length++] = position;
        shared[position] = before + 1;
      }
    }
    return length;
  }

  /** The top drawer is for names that hold all of the query. */
  #drawer(position: number, pieces: number): number {
    const shared = this.#shared[position] ?? 0;
    if (shared === pieces) return DRAWERS;
    // The part of the query that is shared, and the part of both: the second favours names of the query's length.
    const alike = (shared / pieces + shared / (pieces + (this.#sizes[position] ?? 0) - shared)) / 2;
    return Math.floor(alike * (DRAWERS - 1));
  }
}
