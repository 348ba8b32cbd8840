import type { Call } from "../contract.ts";
import type { Submission, SubmitRefusal } from "./request-port.ts";
import { type MaterialLine, NOTE_LIMIT, QUANTITY_LIMIT } from "./request.ts";

/** Why this person may not submit this; null when they may. The character is looked up by the service. */
export function refusalOfSubmission({ rights }: Pick<Call, "rights">, submission: Submission): SubmitRefusal | null {
  const { quantity, materialsSource, materials, note } = submission;
  if (!rights.isMember) return "not-a-member";
  if (!Number.isSafeInteger(quantity) || quantity < 1 || quantity > QUANTITY_LIMIT) return "bad-quantity";
  if (Array.from(note).length > NOTE_LIMIT) return "note-too-long";
  if (!materials.every(isSound)) return "bad-materials";
  switch (materialsSource) {
    case "all":
      return materials.every(({ needed, provided }) => provided === needed) ? null : "bad-materials";
    case "some":
      return rights.isCore ? null : "not-core";
    case "guild":
      if (!rights.isCore) return "not-core";
      return materials.every(({ provided }) => provided === 0) ? null : "bad-materials";
  }
}

const isSound = ({ name, needed, provided }: MaterialLine): boolean =>
  name !== "" && Number.isSafeInteger(needed) && needed > 0 && Number.isSafeInteger(provided) && provided >= 0 && provided <= needed;
