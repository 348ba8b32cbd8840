import { mayCraft, type Rights } from "../guild-settings/rights.ts";
import type { CraftingRequest, RequestState } from "../requests/request.ts";
import { QUEUE_ACTIONS, type QueueActWord } from "./view-ids.ts";

export interface Crafter {
  readonly userId: string;
  readonly rights: Rights;
}

/** Whether a button for it is worth showing; whether it is allowed is decided when it is pressed. */
export function canDo(action: QueueActWord, { state, crafterId, profession }: CraftingRequest, { userId, rights }: Crafter): boolean {
  const isMine = crafterId === userId;
  switch (action) {
    case "claim":
      return state === "open" && mayCraft(rights, profession);
    case "start":
      return state === "claimed" && isMine;
    case "complete":
      return isTaken(state) && isMine;
    case "release":
      // An officer frees what somebody claimed and left lying.
      return isTaken(state) && (isMine || rights.isOfficer);
  }
}

/** Officers deny what is not at its end. */
export const canDeny = ({ state }: CraftingRequest, { rights }: Crafter): boolean => rights.isOfficer && (state === "open" || isTaken(state));

const isTaken = (state: RequestState): boolean => state === "claimed" || state === "in_progress";

/** What can be done to at least one of them. */
export const actionsFor = (chosen: readonly CraftingRequest[], crafter: Crafter): readonly QueueActWord[] =>
  QUEUE_ACTIONS.filter((action) => chosen.some((request) => canDo(action, request, crafter)));
