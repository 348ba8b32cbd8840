import { type Actor, allowedActions, isTaken } from "./policy.ts";
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
  | "cancel"
  | "edit"
  | "renew"
  | "receive"
  | "here";

/** In the order of the buttons: crafting first, then what ends it. */
const ORDER: readonly RequestActionKind[] = ["claim", "start", "complete", "release", "assign", "edit", "deny", "reopen", "cancel", "renew", "receive"];

/** What this person may do to it now. */
export function actionsFor(request: CraftingRequest, actor: Actor): readonly DetailsAction[] {
  const allowed = allowedActions(request, actor);
  const actions = ORDER.filter((kind) => allowed.includes(kind)).flatMap((kind): readonly DetailsAction[] => (kind === "complete" ? completions(request) : [kind]));
  return maySayHere(request, actor) ? [...actions, "here"] : actions;
}

/** Whether there is something that they might hand over or receive. */
export const maySayHere = ({ state, deliveredAt, requesterId, crafterId }: CraftingRequest, { userId }: Pick<Actor, "userId">): boolean =>
  (userId === requesterId || userId === crafterId) && crafterId !== null && crafterId !== requesterId && (isTaken(state) || (state === "completed" && deliveredAt === null));

/** One press where one or all is meant; a number is asked for only where it can differ from both. */
function completions({ quantity, completed }: CraftingRequest): readonly DetailsAction[] {
  const left = quantity - completed;
  if (left <= 1) return ["complete-all"];
  return left === 2 ? ["complete-one", "complete-all"] : ["complete-one", "complete-some", "complete-all"];
}
