import type { Call, ComponentRoute, ModalRoute, Reply } from "../contract.ts";
import { wholeNumber } from "../../kernel/typed-number.ts";
import { onPressAnywhere, onSubmitAnywhere } from "../on-press.ts";
import { actAndShow, refuse } from "./act-reply.ts";
import { assignView, cancelView, completeModal, FIELDS, reasonModal, reopeningModal } from "./ask-view.ts";
import { editForm } from "./edit-view.ts";
import { detailsView } from "./details-view.ts";
import { refusalOf } from "./policy.ts";
import { notANumber } from "./refusal-sentence.ts";
import { type CraftingRequest, leftOf, type RequestAction, type RequestActionKind } from "./request.ts";
import { type RequestsRoom, viewerOf } from "./room.ts";
import { actButton, type ActWord, askButton, assignSelect, type AskWord, countModal, denyModal, reopenModal, type Target } from "./view-ids.ts";

/** The buttons of the details view. */
export const actionRoutes = (room: RequestsRoom): readonly ComponentRoute[] => [
  { ...onPressAnywhere(actButton, (call, target) => actAndShow(room, call, target, ACTIONS[target.action])), flow: "manage" },
  onPressAnywhere(askButton, (call, target) => ask(room, call, target, target.question)),
  onPressAnywhere(assignSelect, (call, target, [crafterId]) =>
    crafterId === undefined ? Promise.resolve(null) : actAndShow(room, call, target, { kind: "assign", crafterId }),
  ),
];

export const actionModals = (room: RequestsRoom): readonly ModalRoute[] => [
  onSubmitAnywhere(countModal, (call, target, fields) => completeTyped(room, call, target, fields.text(FIELDS.count))),
  onSubmitAnywhere(denyModal, (call, target, fields) => actAndShow(room, call, target, { kind: "deny", reason: fields.text(FIELDS.reason) })),
  onSubmitAnywhere(reopenModal, (call, target, fields) => actAndShow(room, call, target, { kind: "reopen", reason: fields.text(FIELDS.reason) })),
];

const ACTIONS: Record<ActWord, RequestAction> = {
  claim: { kind: "claim" },
  start: { kind: "start" },
  "complete-one": { kind: "complete", count: 1 },
  "complete-all": { kind: "complete", count: "all" },
  release: { kind: "release" },
  cancel: { kind: "cancel", reason: "" },
  renew: { kind: "renew" },
  receive: { kind: "receive" },
};

const ASKED_FOR: Record<AskWord, RequestActionKind> = { cancel: "cancel", assign: "assign", deny: "deny", "complete-some": "complete", reopen: "reopen", edit: "edit" };

/** Asks only what can still be answered: nobody types a reason for what is over. */
async function ask(room: RequestsRoom, call: Call, { requestId, version }: Target, question: AskWord): Promise<Reply> {
  const viewer = viewerOf(room, call);
  const request = await room.reads.get(call.guildId, requestId);
  if (request === null) return { kind: "refuse", sentence: viewer.say("refused.not-found") };
  const refusal = refusalOf(request, ASKED_FOR[question], viewer) ?? (request.version === version ? null : { kind: "changed-meanwhile" as const });
  return refusal ? refuse(room, call, requestId, version, refusal) : asked(room, call, request, question);
}

function asked(room: RequestsRoom, call: Call, request: CraftingRequest, question: AskWord): Reply {
  const viewer = viewerOf(room, call);
  switch (question) {
    case "cancel":
      return { kind: "update", view: cancelView(viewer, request), stay: "submenu" };
    case "assign":
      // A select of people offers only the two who are there.
      return call.isDirect ? { kind: "refuse", sentence: viewer.say("assign.elsewhere", { number: request.number }) } : { kind: "update", view: assignView(viewer, request, call.settings), stay: "submenu" };
    case "complete-some":
      return { kind: "modal", modal: completeModal(viewer, request) };
    case "deny":
      return { kind: "modal", modal: reasonModal(viewer, request) };
    case "reopen":
      return { kind: "modal", modal: reopeningModal(viewer, request) };
    case "edit":
      return { kind: "modal", modal: editForm(viewer, request) };
  }
}

async function completeTyped(room: RequestsRoom, call: Call, target: Target, typed: string): Promise<Reply> {
  const count = wholeNumber(typed);
  if (count !== null) return actAndShow(room, call, target, { kind: "complete", count });
  const request = await room.reads.get(call.guildId, target.requestId);
  const viewer = viewerOf(room, call);
  if (request === null) return { kind: "refuse", sentence: viewer.say("refused.not-found") };
  return { kind: "update", view: detailsView(viewer, request, viewer.say("warning", { sentence: notANumber(viewer, typed, leftOf(request)) })) };
}
