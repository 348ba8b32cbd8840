import type { Call, Reply, Stay } from "../contract.ts";
import type { ActionRefusal, Step } from "../requests/request-port.ts";
import type { CraftingRequest } from "../requests/request.ts";
import { actionsFor } from "./chosen-actions.ts";
import { type Outcome, resultView } from "./result-view.ts";
import type { QueueRoom } from "./room.ts";
import type { QueuePlace, Selection } from "./selection.ts";
import { undoneView } from "./undone-view.ts";
import type { Viewer } from "./viewer.ts";

/** Does all of it in one transaction, and tells what came of each: one lost race keeps nothing else from being done. */
export async function perform(room: QueueRoom, call: Call, viewer: Viewer, place: QueuePlace, steps: readonly Step[]): Promise<Reply> {
  const results = await room.actions.actMany(call, steps);
  const current = new Map((await room.reads.getMany(call.guildId, steps.map(({ requestId }) => requestId))).map((request) => [request.id, request]));
  const outcomes = results.flatMap((result, index): Outcome[] => {
    const step = steps[index];
    return step ? [{ action: step.action, result, request: result.ok ? result.value : (current.get(step.requestId) ?? null) }] : [];
  });
  const done = results.flatMap((result) => (result.ok ? [result.value] : []));
  const undoId = done.length === 0 ? null : await save(room, viewer, place, done);
  const next = await selectNext(room, viewer, place, outcomes);
  return { kind: "update", view: resultView(viewer, place, outcomes, next, undoId), stay: stayOf(outcomes, next !== null) };
}

/** Long enough to read why something was refused, or to go on with what was done; else it only confirms. */
function stayOf(outcomes: readonly Outcome[], goesOn: boolean): Stay {
  if (goesOn) return "submenu";
  return outcomes.every(({ result }) => result.ok) ? "confirmation" : "completion";
}

/** Takes back what was done to all of them, each if nobody acted on it since. */
export async function takeBack(room: QueueRoom, call: Call, viewer: Viewer, { place, chosen }: Selection): Promise<Reply> {
  const results = await room.actions.undoMany(call, chosen);
  const current = new Map((await room.reads.getMany(call.guildId, chosen.map(({ requestId }) => requestId))).map((request) => [request.id, request]));
  return { kind: "update", view: undoneView(viewer, place, results.map((result, index) => ({ result, request: current.get(chosen[index]?.requestId ?? "") ?? null }))), stay: "completion" };
}

async function save({ selections }: QueueRoom, viewer: Viewer, place: QueuePlace, requests: readonly CraftingRequest[]): Promise<string> {
  return (await selections.save(viewer, place, requests.map(({ id, version }) => ({ requestId: id, version })))).id;
}

/** Refused for what somebody changed meanwhile: it can be pressed again. A count was right when it was read. */
const RACES: ReadonlySet<ActionRefusal["kind"]> = new Set(["changed-meanwhile", "bad-count"]);

/** Goes on with what was done, or would have been but for a change: claimed ones are usually started next. */
async function selectNext(room: QueueRoom, viewer: Viewer, place: QueuePlace, outcomes: readonly Outcome[]) {
  const requests = outcomes.flatMap(({ result, request }) => {
    const goesOn = result.ok || RACES.has(result.error.kind);
    return goesOn && request !== null && actionsFor([request], viewer).length > 0 ? [request] : [];
  });
  return requests.length === 0 ? null : { id: await save(room, viewer, place, requests), requests };
}
