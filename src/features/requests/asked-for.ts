/** How much a person has asked for, in the eyes of one transaction. */
export interface AskedFor {
  /** Those that are not at their end. */
  readonly open: number;
  /** Those that were made within the last minute. */
  readonly lately: number;
}
