import { COLOURS } from "./view-kit.ts";

/** The colour of a request's view by its state, in every room the same. */
export const COLOUR_OF = {
  open: COLOURS.neutral,
  claimed: COLOURS.waiting,
  in_progress: COLOURS.waiting,
  completed: COLOURS.good,
  cancelled: COLOURS.quiet,
  denied: COLOURS.bad,
} as const;
