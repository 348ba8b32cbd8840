/** How it is known that somebody can make something; `none`: they took it out, or it was learned from what was taken back. */
export type Origin = "marked" | "completed" | "none";

/** Somebody who can make a recipe. */
export interface Maker {
  readonly userId: string;
  /** How many they have completed here. */
  readonly made: number;
}
