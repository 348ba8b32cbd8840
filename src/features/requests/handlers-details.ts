import type { Call, ComponentRoute, Reply } from "../contract.ts";
import { onPressAnywhere } from "../on-press.ts";
import { doneSentence, refusedSentence } from "./act-reply.ts";
import { mayBeUndone } from "./undo.ts";
import { claimButton, detailsButton, openButton } from "./custom-ids.ts";
import { detailsView } from "./details-view.ts";
import { historyView } from "./history-view.ts";
import { type RequestsRoom, viewerOf } from "./room.ts";
import { historyButton } from "./view-ids.ts";
import { maySeeAll } from "./viewer.ts";

/** What leads to one request: from a card or a notification as a new message, from this room's own views in place. */
export const detailsRoutes = (room: RequestsRoom): readonly ComponentRoute[] => [
  onPressAnywhere(detailsButton, (call, { requestId }) => showDetails(room, call, requestId, "show")),
  onPressAnywhere(openButton, (call, { requestId }) => showDetails(room, call, requestId, "update")),
  { ...onPressAnywhere(claimButton, (call, { requestId }) => claimFromCard(room, call, requestId)), flow: "manage" },
  onPressAnywhere(historyButton, (call, { requestId, page }) => showHistory(room, call, requestId, page)),
];

/** Officers assign from it: in a direct message Discord offers nobody whom it could be assigned to. */
const isForServer = ({ rights }: Call): boolean => rights.isOfficer;

export async function showDetails(room: RequestsRoom, call: Call, requestId: string, kind: "show" | "update"): Promise<Reply> {
  const viewer = viewerOf(room, call);
  const request = await room.reads.get(call.guildId, requestId);
  if (request === null) return { kind: "refuse", sentence: viewer.say("refused.not-found") };
  const last = await room.audit.lastForRequest(call.guildId, requestId);
  // The message that offered it may be gone by now.
  const isUndoable = last !== null && last.actorId === call.userId && mayBeUndone(last, call.now);
  const view = detailsView(viewer, request, { isUndoable, threadId: await room.threadOf(call.guildId, requestId) });
  return kind === "show" ? { kind, view, isForServer: isForServer(call) } : { kind, view };
}

/** The card is everybody's and may be behind, so it is not asked for a version: whoever is first gets it. */
async function claimFromCard(room: RequestsRoom, call: Call, requestId: string): Promise<Reply> {
  const viewer = viewerOf(room, call);
  const claimed = await room.actions.act(call, requestId, { kind: "claim" });
  if (claimed.ok) return { kind: "show", view: detailsView(viewer, claimed.value, { sentence: doneSentence(viewer.say, { kind: "claim" }, claimed.value), isUndoable: true }), isForServer: isForServer(call) };
  return { kind: "refuse", sentence: refusedSentence(viewer, claimed.error, null) };
}

async function showHistory(room: RequestsRoom, call: Call, requestId: string, page: number): Promise<Reply> {
  const viewer = viewerOf(room, call);
  const request = await room.reads.get(call.guildId, requestId);
  if (request === null) return { kind: "refuse", sentence: viewer.say("refused.not-found") };
  if (!maySeeAll(request, viewer)) return { kind: "refuse", sentence: viewer.say("othersSummary") };
  return { kind: "update", view: historyView(viewer, request, await room.audit.listForRequest(call.guildId, requestId), page), stay: "submenu" };
}
