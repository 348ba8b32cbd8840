/** Which page of a list is shown, and of how many. */
interface PageNumber {
  /** How many there are in all. */
  readonly total: number;
  /** From 0; the last one when more was asked for than there is. */
  readonly page: number;
  /** At least 1. */
  readonly pageCount: number;
}

/** One page of a list. */
export interface Page<T> extends PageNumber {
  readonly items: readonly T[];
}

/** Where a page lies in a list. */
export interface PagePlace extends PageNumber {
  readonly offset: number;
}

export function placeOf(total: number, page: number, pageSize: number): PagePlace {
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  const shown = Math.min(Math.max(0, page), pageCount - 1);
  return { total, page: shown, pageCount, offset: shown * pageSize };
}

/** A list that is at hand as a whole, or as good as that. */
export interface Pageable<T> {
  readonly length: number;
  slice(from: number, to: number): readonly T[];
}

/** A page of such a list. */
export function pageOf<T>(all: Pageable<T>, page: number, pageSize: number): Page<T> {
  const { offset, ...place } = placeOf(all.length, page, pageSize);
  return { ...place, items: all.slice(offset, offset + pageSize) };
}
