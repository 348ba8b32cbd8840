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

/** What one person did in some days. */
export interface Deeds {
  /** Requests that they asked for. */
  readonly submitted: number;
  /** Requests that they completed. */
  readonly completed: number;
  /** Items that they crafted, also by partial completions. */
  readonly items: number;
}

export interface Ranked extends Deeds {
  readonly userId: string;
}

/** What was asked for and completed on one day. */
export interface DayCounts {
  /** In UTC: `2026-11-24`. */
  readonly day: string;
  readonly submitted: number;
  readonly completed: number;
}

export interface StatisticsReads {
  /** One person's sums; days as with {@link sumByProfession}. */
  sumOf(guildId: string, userId: string, from: string, to: string): Promise<Deeds>;
  /** Who crafted most, by items, then by requests. */
  rankCrafters(guildId: string, from: string, to: string, limit: number): Promise<readonly Ranked[]>;
  /** Days on which something happened, in order. */
  listDays(guildId: string, from: string, to: string): Promise<readonly DayCounts[]>;
  listDaysOf(guildId: string, userId: string, from: string, to: string): Promise<readonly DayCounts[]>;
  /** Sums by profession over days in UTC, `from` and `to` (`2026-11-24`) included; professions in which nothing happened are left out. */
  sumByProfession(guildId: string, from: string, to: string): Promise<ReadonlyMap<string, Counts>>;
}

/** The day in UTC of an instant in milliseconds since 1970: `2026-11-24`. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
