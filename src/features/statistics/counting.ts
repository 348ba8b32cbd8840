import type { RequestChanged } from "../requests/events.ts";
import type { Counts } from "./statistics-port.ts";

export const NOTHING: Counts = { submitted: 0, claimed: 0, released: 0, completed: 0, items: 0, cancelled: 0, denied: 0 };

/** What one change of a request adds to its day; null when nothing is counted of it. */
export function countsOf({ action, request, completedNow }: RequestChanged): Counts | null {
  switch (action) {
    case "submit":
      return { ...NOTHING, submitted: 1 };
    case "claim":
    case "assign":
      return { ...NOTHING, claimed: 1 };
    case "release":
      return { ...NOTHING, released: 1 };
    case "complete":
      return { ...NOTHING, items: completedNow, completed: request.state === "completed" ? 1 : 0 };
    case "cancel":
      return { ...NOTHING, cancelled: 1 };
    case "deny":
      return { ...NOTHING, denied: 1 };
    case "start":
    case "reopen":
      return null;
  }
}
