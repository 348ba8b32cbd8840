import type { Call, ComponentRoute, ModalRoute, Reply } from "../contract.ts";
import type { ModalFields } from "../modal-fields.ts";
import { onPress, onSubmit } from "../on-press.ts";
import { readAmounts, readCount } from "./amounts.ts";
import { canDeny } from "./chosen-actions.ts";
import { amountsForm, completable, confirmView, denyForm, FIELDS, problemsView } from "./chosen-view.ts";
import { requestsFor, withSelection } from "./handlers-list.ts";
import { perform, takeBack } from "./perform.ts";
import type { QueueRoom } from "./room.ts";
import type { Selection } from "./selection.ts";
import { actButton, amountsModal, askButton, denyModal, type QueueActWord, type QueueAskWord, undoButton } from "./view-ids.ts";
import type { Step } from "../requests/request-port.ts";
import type { Viewer } from "./viewer.ts";

/** What is done with the chosen requests. */
export const chosenRoutes = (room: QueueRoom): readonly ComponentRoute[] => [
  onPress(actButton, (call, { selectionId, action }) =>
    withSelection(room, call, selectionId, (viewer, selection) => {
      const steps = selection.chosen.map((chosen) => ({ ...chosen, action: ACTIONS[action] }));
      return perform(room, call, viewer, selection.place, steps);
    }),
  ),
  onPress(undoButton, (call, { selectionId }) => withSelection(room, call, selectionId, (viewer, selection) => takeBack(room, call, viewer, selection))),
  onPress(askButton, (call, { selectionId, question }) => withSelection(room, call, selectionId, (viewer, selection) => ask(room, viewer, selection, question))),
];

export const chosenModals = (room: QueueRoom): readonly ModalRoute[] => [
  onSubmit(amountsModal, (call, { selectionId, requestId }, fields) =>
    withSelection(room, call, selectionId, (viewer, selection) =>
      complete(room, call, viewer, selection, requestId, fields),
    ),
  ),
  onSubmit(denyModal, (call, { selectionId }, fields) =>
    withSelection(room, call, selectionId, (viewer, { place, chosen }) => {
      const action = { kind: "deny", reason: fields.text(FIELDS.reason) } as const;
      return perform(room, call, viewer, place, chosen.map((one) => ({ ...one, action })));
    }),
  ),
];

const ACTIONS: Record<QueueActWord, Step["action"]> = {
  claim: { kind: "claim" },
  start: { kind: "start" },
  complete: { kind: "complete", count: "all" },
  release: { kind: "release" },
};

const idsOf = ({ chosen }: Selection): readonly string[] => chosen.map(({ requestId }) => requestId);

async function ask(room: QueueRoom, viewer: Viewer, selection: Selection, question: QueueAskWord): Promise<Reply> {
  if (question === "deny") return askToDeny(room, viewer, selection);
  const requests = completable(viewer, await requestsFor(room, viewer, idsOf(selection)));
  if (requests.length === 0) return { kind: "refuse", sentence: viewer.say("nothing-to-complete") };
  if (question === "amounts") return { kind: "modal", modal: amountsForm(viewer, selection.id, requests, typedInto(requests.length, selection)) };
  // Only these, as they are now and as the question shows them.
  const { id } = await room.selections.save(viewer, selection.place, requests.map((request) => ({ requestId: request.id, version: request.version })));
  return { kind: "update", view: confirmView(viewer, { id, requests }, selection.id), stay: "submenu" };
}

/** Only what can still be denied is asked about. */
async function askToDeny(room: QueueRoom, viewer: Viewer, selection: Selection): Promise<Reply> {
  const requests = (await requestsFor(room, viewer, idsOf(selection))).filter((request) => canDeny(request, viewer));
  if (requests.length === 0) return { kind: "refuse", sentence: viewer.say("nothing-to-deny") };
  const { id } = await room.selections.save(viewer, selection.place, requests.map((request) => ({ requestId: request.id, version: request.version })));
  return { kind: "modal", modal: denyForm(viewer, id, requests.length) };
}

/** What was typed into the same kind of form as is shown for so many. A count is kept with the one request that it was asked of. */
const typedInto = (shown: number, { chosen, typed }: Selection): string => ((chosen.length === 1) === (shown === 1) ? typed : "");

/** Of one that was chosen, by a number; of all of them, by a line each where `requestId` is empty. */
async function complete(room: QueueRoom, call: Call, viewer: Viewer, selection: Selection, requestId: string, fields: ModalFields): Promise<Reply | null> {
  const asked = requestId === "" ? selection.chosen : selection.chosen.filter((one) => one.requestId === requestId);
  if (asked.length === 0) return null;
  const requests = await requestsFor(room, viewer, asked.map((one) => one.requestId));
  const versions = new Map(asked.map((one) => [one.requestId, one.version]));
  const current = requests.flatMap((request) => {
    const version = versions.get(request.id);
    return version === undefined ? [] : [{ request, version }];
  });
  const [only] = current;
  if (!only) return { kind: "refuse", sentence: viewer.say("choice-gone") };
  const typed = fields.text(requestId === "" ? FIELDS.amounts : FIELDS.count);
  const amounts = requestId === "" ? readAmounts(typed, current) : readCount(typed, only);
  if (!amounts.ok) {
    const kept = await room.selections.save(viewer, selection.place, asked, typed);
    return { kind: "update", view: problemsView(viewer, { id: kept.id, requests }, amounts.error), stay: "submenu" };
  }
  const steps = asked.flatMap((chosen) => {
    const count = amounts.value.get(chosen.requestId);
    return count === undefined ? [] : [{ ...chosen, action: { kind: "complete", count } as const }];
  });
  return perform(room, call, viewer, selection.place, steps);
}
