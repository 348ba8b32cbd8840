import type { Call, Reply } from "../contract.ts";
import { dateAndTime, person } from "../phrases.ts";
import { assignView } from "./ask-view.ts";
import { detailsView } from "./details-view.ts";
import { eventText } from "./history-view.ts";
import { refusalSentence } from "./refusal-sentence.ts";
import type { ActionRefusal } from "./request-port.ts";
import { type CraftingRequest, leftOf, type RequestAction } from "./request.ts";
import { type RequestsRoom, viewerOf } from "./room.ts";
import type { Say } from "./texts.ts";
import type { Target } from "./view-ids.ts";
import type { Viewer } from "./viewer.ts";

/**
 * Refusals that are told above the details: of an outdated view, and of what was typed, so that they are gone
 * with the next press. After the others, which come of no press of the view, it stays as it is.
 */
const IS_TOLD_ABOVE: Record<ActionRefusal["kind"], boolean> = {
  "already-claimed": true,
  "changed-meanwhile": true,
  "not-your-claim": true,
  "wrong-state": true,
  "not-found": false,
  "not-your-request": false,
  "not-a-crafter": false,
  "not-an-officer": false,
  "bad-count": true,
  "reason-missing": true,
  "crafter-not-qualified": false,
  "already-received": true,
  "no-lease": true,
  "bad-quantity": true,
  "note-too-long": true,
  "date-past": true,
  "not-core": true,
  "bad-materials": true,
  "nothing-changed": true,
};

/** Does it to the request as it was drawn, and shows in place how it stands now. */
export async function actAndShow(room: RequestsRoom, call: Call, { requestId, version }: Omit<Target, "guildId">, action: RequestAction): Promise<Reply> {
  const viewer = viewerOf(room, call);
  const outcome = await room.actions.act(call, requestId, action, version);
  if (outcome.ok) {
    const view = detailsView(viewer, outcome.value, { sentence: doneSentence(viewer.say, action, outcome.value), isUndoable: true });
    return isLast(action, outcome.value) ? { kind: "update", view, stay: "confirmation" } : { kind: "update", view };
  }
  return (action.kind === "assign" ? await askForAnother(room, call, requestId, outcome.error) : null) ?? refuse(room, call, requestId, version, outcome.error);
}

/** Who was chosen cannot be assigned: says why, above the same question. Null for what is not about them. */
async function askForAnother(room: RequestsRoom, call: Call, requestId: string, refusal: ActionRefusal): Promise<Reply | null> {
  if (refusal.kind !== "already-claimed" && refusal.kind !== "crafter-not-qualified") return null;
  const viewer = viewerOf(room, call);
  const request = await room.reads.get(call.guildId, requestId);
  if (request === null) return null;
  const sentence = refusal.kind === "already-claimed" ? viewer.say("refused.already-with", { by: person(refusal.by) }) : refusalSentence(viewer, refusal, request.profession);
  return { kind: "update", view: assignView(viewer, request, call.settings, viewer.say("warning", { sentence })), stay: "submenu" };
}

/** Whether nothing is left to do for who did it: what is shown then only confirms it. */
function isLast(action: RequestAction, { state }: CraftingRequest): boolean {
  return action.kind === "release" || action.kind === "cancel" || action.kind === "deny" || (action.kind === "complete" && state === "completed");
}

/** Says why not; where the view was outdated, with what happened meanwhile. */
export async function refuse(room: RequestsRoom, call: Call, requestId: string, version: number, refusal: ActionRefusal): Promise<Reply> {
  const viewer = viewerOf(room, call);
  const request = await room.reads.get(call.guildId, requestId);
  const sentence = refusedSentence(viewer, refusal, request);
  if (request === null || !IS_TOLD_ABOVE[refusal.kind]) return { kind: "refuse", sentence };
  const meanwhile = refusal.kind === "changed-meanwhile" ? await meanwhileSentence(room, viewer, request, version) : null;
  return { kind: "update", view: detailsView(viewer, request, meanwhile ?? viewer.say("warning", { sentence })) };
}

/** A refusal in words, for one who has claimed it themselves too. */
export function refusedSentence(viewer: Viewer, refusal: ActionRefusal, request: CraftingRequest | null): string {
  if (refusal.kind === "already-claimed" && refusal.by === viewer.userId) return viewer.say("refused.already-yours");
  return refusalSentence(viewer, refusal, request?.profession);
}

const MEANWHILE_EVENTS = 3;

/** What others did since `version`, newest last; null when nothing is written about it. */
async function meanwhileSentence({ audit }: RequestsRoom, { say }: Viewer, request: CraftingRequest, version: number): Promise<string | null> {
  const entries = await audit.listForRequest(request.guildId, request.id);
  // Each change raises the version by one and writes one entry, the submission being the first.
  const since = entries.slice(version).slice(-MEANWHILE_EVENTS);
  return since.length === 0 ? null : say("meanwhile", { event: since.map((entry) => eventText(say, entry)).join("; ") });
}

/** What was done, in a sentence to who did it. */
export function doneSentence(say: Say, action: RequestAction, request: CraftingRequest): string {
  switch (action.kind) {
    case "complete":
      return request.state === "completed" || action.count === "all" ? say("done.complete-all") : say("done.complete", { count: action.count, left: leftOf(request) });
    case "assign":
      return say("done.assign", { crafter: person(action.crafterId) });
    case "reopen":
      return say("done.reopen", { left: leftOf(request), quantity: request.quantity });
    case "renew":
      return request.leaseUntil === null ? say("done.renew-for-ever") : say("done.renew", { until: dateAndTime(request.leaseUntil) });
    case "claim":
    case "start":
    case "edit":
    case "receive":
    case "release":
    case "cancel":
    case "deny":
      return say(`done.${action.kind}`);
  }
}
