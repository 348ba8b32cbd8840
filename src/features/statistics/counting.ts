import type { RequestChanged } from "../requests/events.ts";
import type { Counts, Ranked } from "./statistics-port.ts";

export const NOTHING: Counts = { submitted: 0, claimed: 0, released: 0, completed: 0, items: 0, cancelled: 0, denied: 0 };

/** What a change adds to the counts of the day on which it happened. */
export interface Counted {
  readonly counts: Counts;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What one change of a request adds to a day; null when nothing is counted of it. What is undone is taken off the day that it was counted on. */
export function countsOf({ action, request, before, completedNow, undone }: RequestChanged, now: number): Counted | null {
  if (undone) {
    const counts = countsBy(undone.action, undone.completedNow, before?.state === "completed");
    return counts && { counts: negated(counts), at: undone.at };
  }
  const counts = countsBy(action, completedNow, request.state === "completed");
  return counts && { counts, at: now };
}

function countsBy(action: RequestChanged["action"], completedNow: number, isCompleted: boolean): Counts | null {
  switch (action) {
    case "submit":
      return { ...NOTHING, submitted: 1 };
    case "claim":
    case "assign":
      return { ...NOTHING, claimed: 1 };
    case "release":
    case "expire":
      return { ...NOTHING, released: 1 };
    case "complete":
      return { ...NOTHING, items: completedNow, completed: isCompleted ? 1 : 0 };
    case "cancel":
      return { ...NOTHING, cancelled: 1 };
    case "deny":
      return { ...NOTHING, denied: 1 };
    case "start":
    case "reopen":
    case "edit":
    case "renew":
    case "receive":
    case "undo":
      return null;
  }
}

function negated(counts: Counts): Counts {
  const { submitted, claimed, released, completed, items, cancelled, denied } = counts;
  return { submitted: -submitted, claimed: -claimed, released: -released, completed: -completed, items: -items, cancelled: -cancelled, denied: -denied };
}

/** Whose deed a change is, and what of {@link countsOf} it comes to; null when it is nobody's. */
export function deedOf({ action, request, before, undone }: RequestChanged, { counts }: Counted): Ranked | null {
  const did = undone?.action ?? action;
  if (did === "submit") return { userId: request.requesterId, submitted: counts.submitted, completed: 0, items: 0 };
  const crafterId = request.crafterId ?? before?.crafterId ?? null;
  return did === "complete" && crafterId !== null ? { userId: crafterId, submitted: 0, completed: counts.completed, items: counts.items } : null;
}
