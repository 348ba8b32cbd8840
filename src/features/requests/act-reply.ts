import type { Call, Reply } from "../contract.ts";
import { person } from "../phrases.ts";
import { detailsView } from "./details-view.ts";
import { eventText } from "./history-view.ts";
import { refusalSentence } from "./refusal-sentence.ts";
import type { ActionRefusal } from "./request-port.ts";
import { type CraftingRequest, leftOf, type RequestAction } from "./request.ts";
import { type RequestsRoom, viewerOf } from "./room.ts";
import type { Say } from "./texts.ts";
import type { Target } from "./view-ids.ts";
import type { Viewer } from "./viewer.ts";

/** Refusals that come of an outdated view: it is drawn anew. After the others the view stays as it is. */
const IS_OUTDATED: Record<ActionRefusal["kind"], boolean> = {
  "already-claimed": true,
  "changed-meanwhile": true,
  "not-your-claim": true,
  "wrong-state": true,
  "not-found": false,
  "not-your-request": false,
  "not-a-crafter": false,
  "not-an-officer": false,
  "bad-count": false,
  "reason-missing": false,
  "crafter-not-qualified": false,
};

/** Does it to the request as it was drawn, and shows in place how it stands now. */
export async function actAndShow(room: RequestsRoom, call: Call, { requestId, version }: Omit<Target, "guildId">, action: RequestAction): Promise<Reply> {
  const viewer = viewerOf(room, call);
  const outcome = await room.actions.act(call, requestId, action, version);
  if (outcome.ok) return { kind: "update", view: detailsView(viewer, outcome.value, doneSentence(viewer.say, action, outcome.value)) };
  if (action.kind === "assign" && outcome.error.kind === "already-claimed")
    return { kind: "refuse", sentence: viewer.say("refused.already-with", { by: person(outcome.error.by) }) };
  return refuse(room, call, requestId, version, outcome.error);
}

/** Says why not; where the view was outdated, draws it anew with what happened meanwhile. */
export async function refuse(room: RequestsRoom, call: Call, requestId: string, version: number, refusal: ActionRefusal): Promise<Reply> {
  const viewer = viewerOf(room, call);
  const request = await room.reads.get(call.guildId, requestId);
  const sentence = refusedSentence(viewer, refusal, request);
  if (request === null || !IS_OUTDATED[refusal.kind]) return { kind: "refuse", sentence };
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
    case "claim":
    case "start":
    case "release":
    case "cancel":
    case "deny":
      return say(`done.${action.kind}`);
  }
}
