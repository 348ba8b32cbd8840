import type { Result } from "../../kernel/result.ts";
import type { View } from "../contract.ts";
import { person } from "../phrases.ts";
import { professionTitle } from "../recipes/recipe.ts";
import type { ActionRefusal, Step } from "../requests/request-port.ts";
import { type CraftingRequest, leftOf } from "../requests/request.ts";
import { button, card, COLOURS, row, text } from "../view-kit.ts";
import { actionRow, numbersOf } from "./chosen-view.ts";
import { itemOf } from "./row-view.ts";
import type { QueuePlace, ShownSelection } from "./selection.ts";
import { REFUSALS } from "./texts.ts";
import { refusedLines } from "./refused-lines-view.ts";
import { placeButton, undoButton } from "./view-ids.ts";
import type { Viewer } from "./viewer.ts";

/** What came of one of the chosen. */
export interface Outcome {
  readonly action: Step["action"];
  readonly result: Result<CraftingRequest, ActionRefusal>;
  /** As it is now; null when it is gone. */
  readonly request: CraftingRequest | null;
}

/** What happened to each, and what can be done with them next. `undoId`: the selection of what was done, where anything was. */
export function resultView(viewer: Viewer, place: QueuePlace, outcomes: readonly Outcome[], next: ShownSelection | null, undoId: string | null): View {
  const { say } = viewer;
  const done = outcomes.filter(({ result }) => result.ok).length;
  const heading = done === outcomes.length ? "result.heading" : done > 0 ? "result.heading-partly" : "result.heading-nothing";
  return card(
    done === outcomes.length ? COLOURS.good : done > 0 ? COLOURS.waiting : COLOURS.bad,
    text([say(heading), ...(outcomes.length > LINES ? groupedLines(viewer, outcomes) : outcomes.map((outcome) => outcomeLine(viewer, outcome)))].join("\n")),
    ...(next ? actionRow(viewer, next.id, next.requests) : []),
    row(
      button("secondary", say("backToQueue"), placeButton.encode({ ...place, as: "back" })),
      ...(undoId === null ? [] : [button("secondary", say("do.undo"), undoButton.encode({ selectionId: undoId }))]),
    ),
  );
}

/** More than these are told by number, together with their like. */
const LINES = 12;

function groupedLines(viewer: Viewer, outcomes: readonly Outcome[]): readonly string[] {
  const { say } = viewer;
  const did = outcomes.flatMap(({ action, result }) => (result.ok ? [{ key: didKey(action, result.value), request: result.value }] : []));
  const done = [...Map.groupBy(did, ({ key }) => key)].map(([key, of]) => say(`did-many.${key}`, { count: of.length, numbers: numbersOf(of.map(({ request }) => request)) }));
  const refused = outcomes.flatMap(({ result, request }) => (result.ok || request === null ? [] : [{ request, why: whyNot(viewer, result.error, request) }]));
  const gone = outcomes.filter(({ request }) => request === null).length;
  return [...done, ...refusedLines(say, refused), ...(gone > 0 ? [say("refused.many-gone", { count: gone })] : [])];
}

type Did = "claim" | "start" | "complete" | "complete-some" | "release" | "deny";

function didKey(action: Outcome["action"], { state }: CraftingRequest): Did {
  switch (action.kind) {
    case "claim":
    case "start":
    case "release":
    case "deny":
      return action.kind;
    case "complete":
      return state === "completed" ? "complete" : "complete-some";
    case "assign":
    case "cancel":
    case "reopen":
    case "edit":
    case "renew":
    case "receive":
      throw new Error(`the queue does not ${action.kind}`);
  }
}

function outcomeLine(viewer: Viewer, { action, result, request }: Outcome): string {
  const { say } = viewer;
  if (request === null) return say("refused.gone");
  const subject = say("subject", { number: request.number, item: itemOf(viewer, request) });
  if (!result.ok) return say("refused.line", { request: subject, why: whyNot(viewer, result.error, request) });
  const isPart = action.kind === "complete" && action.count !== "all" && result.value.state !== "completed";
  if (isPart) return say("did.complete-some", { request: subject, count: action.count, left: leftOf(result.value) });
  switch (action.kind) {
    case "claim":
    case "start":
    case "complete":
    case "release":
    case "deny":
      return say(`did.${action.kind}`, { request: subject });
    case "assign":
    case "cancel":
    case "reopen":
    case "edit":
    case "renew":
    case "receive":
      throw new Error(`the queue does not ${action.kind}`);
  }
}

function whyNot({ say, professions, userId }: Viewer, refusal: ActionRefusal, { state }: CraftingRequest): string {
  const key = REFUSALS[refusal.kind];
  switch (refusal.kind) {
    case "already-claimed":
      return refusal.by === userId ? say("refused.already-yours") : say(key, { by: person(refusal.by) });
    case "not-your-claim":
      return refusal.by === null ? say("refused.not-your-claim-nobody") : say(key, { by: person(refusal.by) });
    case "changed-meanwhile":
      return say(key, { state: say(`word.${state}`) });
    case "wrong-state":
      return say(key, { state: say(`word.${refusal.state}`) });
    case "not-a-crafter":
      return say(key, { profession: professionTitle(professions, refusal.profession) });
    case "bad-count":
      return say(key, { left: refusal.left });
    case "crafter-not-qualified":
      return say(key, { who: person(refusal.userId) });
    case "not-found":
    case "not-your-request":
    case "not-an-officer":
    case "reason-missing":
    case "already-received":
    case "no-lease":
    case "bad-quantity":
    case "note-too-long":
    case "date-past":
    case "not-core":
    case "bad-materials":
    case "nothing-changed":
      return say(key);
  }
}
