/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** How many there are in all. */
  readonly total: number;
  /** From 0; the last one when more was asked for than there is. */
  readonly page: number;
  /** At least 1. */
  readonly pageCount: number;
}

/** A page of a list that is at hand as a whole. */
export function pageOf<T>(all: readonly T[], page: number, pageSize: number): Page<T> {
  const pageCount = Math.max(1, Math.ceil(all.length / pageSize));
  const shown = Math.min(Math.max(0, page), pageCount - 1);
  return { items: all.slice(shown * pageSize, (shown + 1) * pageSize), total: all.length, page: shown, pageCount };
}
