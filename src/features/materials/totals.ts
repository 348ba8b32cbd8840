/** Which requests are added up. */
export interface Narrowing {
  /** Null: every one. */
  readonly professions: readonly string[] | null;
  /** Only those for this character. */
  readonly characterId?: string;
  /** Only those that this person has claimed. */
  readonly crafterId?: string;
}

/** One material over all requests of a {@link Narrowing} whose requesters do not bring all of it. */
export interface MaterialTotal {
  readonly name: string;
  readonly needed: number;
  readonly brought: number;
  readonly pledged: number;
  readonly missing: number;
  /** In how many requests it is missing. */
  readonly requests: number;
}

export type TotalsOrder = "most" | "name";

/** Those of which something is missing, in this order. */
export function missingOnes(totals: readonly MaterialTotal[], order: TotalsOrder, language: string): readonly MaterialTotal[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const byName = (a: MaterialTotal, b: MaterialTotal): number => compare(a.name, b.name);
  return totals.filter(({ missing }) => missing > 0).toSorted((a, b) => (order === "name" ? byName(a, b) : b.missing - a.missing || byName(a, b)));
}
