/** Buttons that also stand in notifications, and the one that takes back what was just done. */
import type { Call, ComponentRoute, Reply } from "../contract.ts";
import { person } from "../phrases.ts";
import { plain } from "../view-kit.ts";
import { doneSentence, refusedSentence } from "./act-reply.ts";
import { onPressAnywhere } from "../on-press.ts";
import { hereButton, receiveButton, renewButton, undoButton } from "./custom-ids.ts";
import { detailsView } from "./details-view.ts";
import { refusalSentence, undoRefusalSentence } from "./refusal-sentence.ts";
import type { RequestAction } from "./request.ts";
import { type RequestsRoom, viewerOf } from "./room.ts";

export const meetingRoutes = (room: RequestsRoom): readonly ComponentRoute[] => [
  onPressAnywhere(renewButton, (call, { requestId }) => actFromAnywhere(room, call, requestId, { kind: "renew" })),
  onPressAnywhere(receiveButton, (call, { requestId }) => actFromAnywhere(room, call, requestId, { kind: "receive" })),
  onPressAnywhere(hereButton, (call, { requestId }) => sayHere(room, call, requestId)),
  onPressAnywhere(undoButton, (call, { requestId, version }) => undo(room, call, requestId, version)),
];

/** A notification may be old, so it is not asked for a version. */
async function actFromAnywhere(room: RequestsRoom, call: Call, requestId: string, action: RequestAction): Promise<Reply> {
  const viewer = viewerOf(room, call);
  const outcome = await room.actions.act(call, requestId, action);
  if (outcome.ok) return { kind: "show", view: detailsView(viewer, outcome.value, { sentence: doneSentence(viewer.say, action, outcome.value), isUndoable: true }) };
  return { kind: "refuse", sentence: refusedSentence(viewer, outcome.error, null) };
}

async function sayHere(room: RequestsRoom, call: Call, requestId: string): Promise<Reply> {
  const viewer = viewerOf(room, call);
  const outcome = await room.actions.sayHere(call, requestId);
  if (!outcome.ok) return { kind: "refuse", sentence: refusalSentence(viewer, outcome.error) };
  const { request, areBoth } = outcome.value;
  const other = person(request.requesterId === call.userId ? (request.crafterId ?? "") : request.requesterId);
  return { kind: "show", view: detailsView(viewer, request, viewer.say(areBoth ? "done.here-both" : "done.here", { other, character: plain(request.characterName) })) };
}

async function undo(room: RequestsRoom, call: Call, requestId: string, version: number): Promise<Reply> {
  const viewer = viewerOf(room, call);
  const outcome = await room.actions.undo(call, requestId, version);
  if (outcome.ok) return { kind: "update", view: detailsView(viewer, outcome.value, viewer.say(outcome.value.state === "cancelled" ? "done.undo-submit" : "done.undo")) };
  const request = await room.reads.get(call.guildId, requestId);
  const sentence = undoRefusalSentence(viewer, outcome.error);
  return request === null ? { kind: "refuse", sentence } : { kind: "update", view: detailsView(viewer, request, viewer.say("warning", { sentence })) };
}
