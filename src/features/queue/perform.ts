import type { Call, Reply, Stay } from "../contract.ts";
import type { ActionRefusal } from "../requests/request-port.ts";
import type { RequestAction } from "../requests/request.ts";
import { actionsFor } from "./chosen-actions.ts";
import { type Outcome, resultView } from "./result-view.ts";
import type { QueueRoom } from "./room.ts";
import type { Chosen, QueuePlace } from "./selection.ts";
import type { Viewer } from "./viewer.ts";

export type Step = Chosen & { readonly action: RequestAction };

/** Does each step on its own, so that one lost race keeps nothing else from being done, and tells what came of each. */
export async function perform(room: QueueRoom, call: Call, viewer: Viewer, place: QueuePlace, steps: readonly Step[]): Promise<Reply> {
  const outcomes: Outcome[] = [];
  for (const { requestId, version, action } of steps) {
    const result = await room.actions.act(call, requestId, action, version);
    outcomes.push({ action, result, request: result.ok ? result.value : await room.reads.get(call.guildId, requestId) });
  }
  const next = await selectNext(room, viewer, place, outcomes);
  return { kind: "update", view: resultView(viewer, place, outcomes, next), stay: stayOf(outcomes, next !== null) };
}

/** Long enough to read why something was refused, or to go on with what was done; else it only confirms. */
function stayOf(outcomes: readonly Outcome[], goesOn: boolean): Stay {
  if (goesOn) return "submenu";
  return outcomes.every(({ result }) => result.ok) ? "confirmation" : "completion";
}

/** Refused for what somebody changed meanwhile: it can be pressed again. A count was right when it was read. */
const RACES: ReadonlySet<ActionRefusal["kind"]> = new Set(["changed-meanwhile", "bad-count"]);

/** Goes on with what was done, or would have been but for a change: claimed ones are usually started next. */
async function selectNext({ selections }: QueueRoom, viewer: Viewer, place: QueuePlace, outcomes: readonly Outcome[]) {
  const requests = outcomes.flatMap(({ result, request }) => {
    const goesOn = result.ok || RACES.has(result.error.kind);
    return goesOn && request !== null && actionsFor([request], viewer).length > 0 ? [request] : [];
  });
  if (requests.length === 0) return null;
  const { id } = await selections.save(viewer, place, requests.map((request) => ({ requestId: request.id, version: request.version })));
  return { id, requests };
}
