import { err, ok, type Result } from "../../kernel/result.ts";
import { type Actor, refusalOf, refusalOfState } from "./policy.ts";
import { typedReason } from "./reason.ts";
import type { ActionRefusal } from "./request-port.ts";
import type { CraftingRequest, RequestAction } from "./request.ts";

type Outcome = Result<CraftingRequest, ActionRefusal>;
type Changes = Partial<Pick<CraftingRequest, "state" | "completed" | "crafterId" | "crafterLocale" | "reason">>;

const nobody = { crafterId: null, crafterLocale: null } as const;

/**
 * The life of a request after its submission: what it becomes when `actor` does `action` at `now`
 * (milliseconds since 1970), or why not. Authorises by itself. Pure.
 */
export function transition(request: CraftingRequest, action: RequestAction, actor: Actor, now: number): Outcome {
  const refusal = refusalOf(request, action.kind, actor);
  if (refusal) return err(refusal);
  const to = (changes: Changes): Outcome => ok(changed(request, changes, now));
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
      return to({ state: "open", ...nobody, reason: "", completed: keptByReopening(request) });
  }
}

/** Cancels it for a reason as reason.ts stores it, whoever decided so; refused when it is at its end. */
export function cancelled(request: CraftingRequest, reason: string, now: number): Outcome {
  const refusal = refusalOfState(request, "cancel");
  return refusal ? err(refusal) : ok(changed(request, { state: "cancelled", ...nobody, reason }, now));
}

const changed = (request: CraftingRequest, changes: Changes, now: number): CraftingRequest => ({
  ...request,
  ...changes,
  // Who waited for another writer may have the earlier time.
  changedAt: Math.max(now, request.changedAt),
  version: request.version + 1,
});

function complete({ quantity, completed }: CraftingRequest, count: number | "all", to: (changes: Changes) => Outcome): Outcome {
  const left = quantity - completed;
  const crafted = count === "all" ? left : count;
  if (!Number.isSafeInteger(crafted) || crafted < 1 || crafted > left) return err({ kind: "bad-count", left });
  return to({ state: crafted === left ? "completed" : "in_progress", completed: completed + crafted });
}

/** An open request has something left: one that was crafted whole starts again, a broken-off one goes on. */
export const keptByReopening = ({ completed, quantity }: CraftingRequest): number => (completed < quantity ? completed : 0);
