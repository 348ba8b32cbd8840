/** A cache of answers from the store: what is asked of it, and what it is told. */

/** Rows on which an answer rests: a guild's in one table, or those of them that have this value in a column. */
export interface Rows {
  readonly table: string;
  readonly guildId: string;
  readonly where?: { readonly column: string; readonly value: string };
}

/** What is asked. */
export interface Question {
  /** Which cache it counts for in the metrics. */
  readonly cache: string;
  /** Tells it from every other question. */
  readonly key: string;
  /** Every row whose change may change the answer is in one of these. */
  readonly rows: readonly Rows[];
}

/** On which terms whoever asks takes a kept answer. */
export interface Terms {
  /** No answer that was asked for longer ago than this. */
  readonly ttlMs: number;
  /** No answer whose rows were written since it was asked for. */
  readonly isFresh: boolean;
}

/** What a statement may have changed: rows of one table, with what they have, before or after, in some columns. */
export interface Write {
  /** Null: it cannot be told, so every one. */
  readonly table: string | null;
  /** Every value that one of the rows may have there; a column that is left out may have any. */
  readonly having: ReadonlyMap<string, readonly unknown[]>;
  /** What is in the place of a value. */
  readonly valueOf: (placed: unknown) => unknown;
}

export interface ReadCache {
  /** Gives the kept answer, or that of `ask`, which is kept unless it throws. Who asks while another one's is under way shares it. @throws what `ask` threw */
  read<T>(question: Question, terms: Terms, ask: () => Promise<T>): Promise<T>;
  /** Drops what rests on any row that was written. To be called after the commit, and before anybody is told of it. */
  written(writes: readonly Write[]): void;
}
