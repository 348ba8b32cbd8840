import { err, ok, type Result } from "../../kernel/result.ts";
import { edited } from "./edit.ts";
import { type Actor, isTaken, refusalOf, refusalOfState } from "./policy.ts";
import { typedReason } from "./reason.ts";
import type { ActionRefusal } from "./request-port.ts";
import type { Changing } from "./request-changes.ts";
import type { CraftingRequest, RequestAction } from "./request.ts";

export type Outcome = Result<CraftingRequest, ActionRefusal>;
type Fields = Partial<Changing>;

const nobody = { crafterId: null, crafterLocale: null } as const;

/**
 * The life of a request after its submission: what it becomes when `actor` does `action` at `now`
 * (milliseconds since 1970), or why not. Authorises by itself. Whoever has it afterwards has it for
 * `leaseMs`; null: for ever. Pure.
 */
export function transition(request: CraftingRequest, action: RequestAction, actor: Actor, now: number, leaseMs: number | null = null): Outcome {
  const refusal = refusalOf(request, action.kind, actor);
  if (refusal) return err(refusal);
  const to = (fields: Fields): Outcome => ok(changed(request, { leaseUntil: isTaken(fields.state ?? request.state) && leaseMs !== null ? now + leaseMs : null, ...fields }, now));
  switch (action.kind) {
    case "claim":
      return to({ state: "claimed", crafterId: actor.userId, crafterLocale: actor.locale });
    case "assign":
      if (action.crafterId === request.crafterId) return err({ kind: "already-claimed", by: action.crafterId });
      return to({ state: "claimed", crafterId: action.crafterId, crafterLocale: action.crafterId === actor.userId ? actor.locale : null });
    case "start":
      return to({ state: "in_progress" });
    case "complete":
      return complete(request, action.count, to);
    case "release":
      return to({ state: "open", ...nobody });
    case "cancel":
      return cancelled(request, typedReason(action.reason), now);
    case "deny": {
      const reason = typedReason(action.reason);
      return reason === "" ? err({ kind: "reason-missing" }) : to({ state: "denied", ...nobody, reason });
    }
    case "reopen":
      return to({ state: "open", ...nobody, reason: "", completed: keptByReopening(request), deliveredAt: null });
    case "edit": {
      const edit = edited(request, action, actor, now);
      return edit.ok ? to(edit.value) : edit;
    }
    case "renew":
      return to({});
    case "receive":
      return to({ deliveredAt: now });
  }
}

/** Takes a claim back whose time is over; null when it is not. */
export function expired(request: CraftingRequest, now: number): CraftingRequest | null {
  const { state, leaseUntil } = request;
  return isTaken(state) && leaseUntil !== null && leaseUntil <= now ? changed(request, { state: "open", ...nobody, leaseUntil: null }, now) : null;
}

/** Takes a claim back from somebody who is not there any more; refused when they have it no longer. */
export function givenUp(request: CraftingRequest, crafterId: string, now: number): Outcome {
  const refusal = refusalOfState(request, "release");
  if (refusal) return err(refusal);
  return request.crafterId === crafterId ? ok(changed(request, { state: "open", ...nobody, leaseUntil: null }, now)) : err({ kind: "not-your-claim", by: request.crafterId });
}

/** Takes it for handed over, since nobody said otherwise; null when there is nothing to hand over. */
export const receivedInTime = (request: CraftingRequest, now: number): CraftingRequest | null =>
  request.state === "completed" && request.deliveredAt === null ? changed(request, { deliveredAt: now }, now) : null;

/** As it was before its last action, whose fields' values `was` has. A submission becomes a cancellation, for its number is taken. */
export const takenBack = (request: CraftingRequest, was: Fields | null, now: number): CraftingRequest => changed(request, was ?? { state: "cancelled" }, now);

/** Cancels it for a reason as reason.ts stores it, whoever decided so; refused when it is at its end. */
export function cancelled(request: CraftingRequest, reason: string, now: number): Outcome {
  const refusal = refusalOfState(request, "cancel");
  return refusal ? err(refusal) : ok(changed(request, { state: "cancelled", ...nobody, leaseUntil: null, reason }, now));
}

const changed = (request: CraftingRequest, fields: Fields, now: number): CraftingRequest => ({
  ...request,
  ...fields,
  // Who waited for another writer may have the earlier time.
  changedAt: Math.max(now, request.changedAt),
  version: request.version + 1,
});

function complete({ quantity, completed }: CraftingRequest, count: number | "all", to: (fields: Fields) => Outcome): Outcome {
  const left = quantity - completed;
  const crafted = count === "all" ? left : count;
  if (!Number.isSafeInteger(crafted) || crafted < 1 || crafted > left) return err({ kind: "bad-count", left });
  return to({ state: crafted === left ? "completed" : "in_progress", completed: completed + crafted });
}

/** An open request has something left: one that was crafted whole starts again, a broken-off one goes on. */
export const keptByReopening = ({ completed, quantity }: CraftingRequest): number => (completed < quantity ? completed : 0);
