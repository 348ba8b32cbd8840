/** After this many counted attempts a message is given up: some 4 hours after the first one. */
export const MAX_ATTEMPTS = 12;

const FIRST_PAUSE_MS = 1_000;
const GROWTH = 3;
const LONGEST_PAUSE_MS = 60 * 60_000;

/** How long to wait after the nth attempt failed: growing, between half of the step and all of it. `random` gives 0 to 1. */
export function pauseMs(attempts: number, random: () => number): number {
  const step = Math.min(FIRST_PAUSE_MS * GROWTH ** (attempts - 1), LONGEST_PAUSE_MS);
  return Math.round(step * (0.5 + random() / 2));
}
