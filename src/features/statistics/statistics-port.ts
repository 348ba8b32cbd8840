/** What other rooms may ask of the statistics. */

/** What happened in some days; of requests, but for `items`. */
export interface Counts {
  readonly submitted: number;
  /** Claims, and assignments by officers. */
  readonly claimed: number;
  readonly released: number;
  readonly completed: number;
  /** Items crafted, also by partial completions. */
  readonly items: number;
  readonly cancelled: number;
  readonly denied: number;
}

export interface StatisticsReads {
  /** Sums by profession over days in UTC, `from` and `to` (`2026-11-24`) included; professions in which nothing happened are left out. */
  sumByProfession(guildId: string, from: string, to: string): Promise<ReadonlyMap<string, Counts>>;
}

/** The day in UTC of an instant in milliseconds since 1970: `2026-11-24`. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
