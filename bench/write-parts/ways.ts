/** The plan's three ways of writing what one submission leaves. The product has the last one only. */
export const WAYS = ["sequential", "parallel", "one transaction"] as const;
export type Way = (typeof WAYS)[number];

/** What one submission leaves in the store. */
export const PARTS = ["request", "audit", "statistics"] as const;
export type Part = (typeof PARTS)[number];

/** One submission, with the ids that its rows get. Each is of its own person, so that its parts are found again. */
export interface Written {
  readonly guildId: string;
  readonly requestId: string;
  readonly userId: string;
  readonly eventId: string;
  readonly deedId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}
