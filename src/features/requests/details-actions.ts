import { type Actor, allowedActions } from "./policy.ts";
import type { CraftingRequest, RequestActionKind } from "./request.ts";

/** The buttons of the details view. A shown button proves nothing: the transition authorises again. */
export type DetailsAction =
  | "claim"
  | "start"
  | "complete-one"
  | "complete-some"
  | "complete-all"
  | "release"
  | "assign"
  | "deny"
  | "reopen"
  | "cancel";

/** In the order of the buttons: crafting first, then what ends it. */
const ORDER: readonly RequestActionKind[] = ["claim", "start", "complete", "release", "assign", "deny", "reopen", "cancel"];

/** What this person may do to it now. */
export function actionsFor(request: CraftingRequest, actor: Actor): readonly DetailsAction[] {
  const allowed = allowedActions(request, actor);
  return ORDER.filter((kind) => allowed.includes(kind)).flatMap((kind) => (kind === "complete" ? completions(request) : [kind]));
}

/** One press where one or all is meant; a number is asked for only where it can differ from both. */
function completions({ quantity, completed }: CraftingRequest): readonly DetailsAction[] {
  const left = quantity - completed;
  if (left <= 1) return ["complete-all"];
  return left === 2 ? ["complete-one", "complete-all"] : ["complete-one", "complete-some", "complete-all"];
}
