import type { Call } from "../contract.ts";
import type { AskedFor } from "./asked-for.ts";
import { refusalOfMaterials } from "./material-rules.ts";
import type { Submission, SubmitRefusal } from "./request-port.ts";
import { NOTE_LIMIT, QUANTITY_LIMIT } from "./request.ts";

/** Why this person may not submit this; null when they may. The character is looked up by the service. */
export function refusalOfSubmission({ rights, now }: Pick<Call, "rights" | "now">, submission: Submission): SubmitRefusal | null {
  const { quantity, materialsSource, materials, note, neededBy } = submission;
  if (!rights.isMember) return "not-a-member";
  if (!Number.isSafeInteger(quantity) || quantity < 1 || quantity > QUANTITY_LIMIT) return "bad-quantity";
  if (Array.from(note).length > NOTE_LIMIT) return "note-too-long";
  if (neededBy !== null && neededBy <= now) return "date-past";
  return refusalOfMaterials(rights, materialsSource, materials);
}

/** The span in which `submissionsPerMinute` counts. */
export const MINUTE_MS = 60_000;

/** Why this is more than one person may ask for here; `asked` counts what they are asking for now. */
export function refusalOfAmount({ settings }: Pick<Call, "settings">, { open, lately }: AskedFor): SubmitRefusal | null {
  if (open > settings.openRequestsPerPerson) return "too-many-open";
  return lately > settings.submissionsPerMinute ? "too-many-lately" : null;
}
