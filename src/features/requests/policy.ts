/** Who may do what to a request, and in which states. Buttons are shown by it, and every press is asked again. */
import { mayCraft, type Rights } from "../guild-settings/rights.ts";
import type { ActionRefusal } from "./request-port.ts";
import { ACTIVE_STATES, type CraftingRequest, type RequestActionKind, type RequestState } from "./request.ts";

/** Who acts. */
export interface Actor {
  readonly userId: string;
  readonly rights: Rights;
  /** Discord locale; kept with a claim, so that the crafter is told things in it. */
  readonly locale: string;
}

/** The states from which each action leads somewhere. */
const FROM: Readonly<Record<RequestActionKind, readonly RequestState[]>> = {
  claim: ["open"],
  assign: ACTIVE_STATES,
  start: ["claimed"],
  complete: ["claimed", "in_progress"],
  release: ["claimed", "in_progress"],
  cancel: ACTIVE_STATES,
  deny: ACTIVE_STATES,
  reopen: ["completed", "cancelled", "denied"],
  edit: ["open"],
  renew: ["claimed", "in_progress"],
  receive: ["completed"],
};

export const ACTION_KINDS: readonly RequestActionKind[] = ["claim", "assign", "start", "complete", "release", "cancel", "deny", "reopen", "edit", "renew", "receive"];

/** Why this person may not do this now, whatever its details; null when they may. */
export function refusalOf(request: CraftingRequest, action: RequestActionKind, actor: Actor): ActionRefusal | null {
  return refusalOfPerson(request, action, actor) ?? refusalOfState(request, action);
}

/** What this person may do to it now, in the order in which it is usually done. */
export const allowedActions = (request: CraftingRequest, actor: Actor): readonly RequestActionKind[] =>
  ACTION_KINDS.filter((action) => refusalOf(request, action, actor) === null);

function refusalOfPerson(request: CraftingRequest, action: RequestActionKind, { userId, rights }: Actor): ActionRefusal | null {
  switch (action) {
    case "claim":
      return mayCraft(rights, request.profession) ? null : { kind: "not-a-crafter", profession: request.profession };
    case "start":
    case "complete":
    case "release":
    case "renew":
      // Who claimed it may finish it, even when the profession's role was taken from them since.
      return rights.isOfficer || !isTaken(request.state) || request.crafterId === userId ? null : { kind: "not-your-claim", by: request.crafterId };
    case "receive":
      return rights.isOfficer || request.requesterId === userId ? null : { kind: "not-your-request" };
    case "cancel":
    case "edit":
      return request.requesterId === userId ? null : { kind: "not-your-request" };
    case "assign":
    case "deny":
    case "reopen":
      return rights.isOfficer ? null : { kind: "not-an-officer" };
  }
}

/** Why nobody may do this to it in its state; null when somebody may. */
export function refusalOfState({ state, crafterId, leaseUntil, deliveredAt }: CraftingRequest, action: RequestActionKind): ActionRefusal | null {
  if (FROM[action].includes(state)) {
    if (action === "receive" && deliveredAt !== null) return { kind: "already-received" };
    return action === "renew" && leaseUntil === null ? { kind: "no-lease" } : null;
  }
  if (action === "claim" && isTaken(state) && crafterId !== null) return { kind: "already-claimed", by: crafterId };
  return { kind: "wrong-state", state };
}

/** Whether somebody has it. */
export const isTaken = (state: RequestState): boolean => state === "claimed" || state === "in_progress";
