import type { Call, ComponentRoute, ModalRoute, Reply } from "../contract.ts";
import type { ModalFields } from "../modal-fields.ts";
import { onPress, onSubmit } from "../on-press.ts";
import { inline } from "../phrases.ts";
import { leftOf, type RequestAction } from "../requests/request.ts";
import { type AmountsProblem, readAmounts } from "./amounts.ts";
import { amountsForm, completable, confirmView, FIELDS } from "./chosen-view.ts";
import { requestsFor } from "./handlers-list.ts";
import { perform } from "./perform.ts";
import { forCrafters, type QueueRoom } from "./room.ts";
import type { Selection } from "./selection.ts";
import { actButton, amountsModal, askButton, type QueueActWord, type QueueAskWord } from "./view-ids.ts";
import type { Viewer } from "./viewer.ts";

/** What is done with the chosen requests. */
export const chosenRoutes = (room: QueueRoom): readonly ComponentRoute[] => [
  onPress(actButton, (call, { selectionId, action }) =>
    withSelection(room, call, selectionId, (viewer, selection) => {
      const steps = selection.chosen.map((chosen) => ({ ...chosen, action: ACTIONS[action] }));
      return perform(room, call, viewer, selection.place, steps);
    }),
  ),
  onPress(askButton, (call, { selectionId, question }) => withSelection(room, call, selectionId, (viewer, selection) => ask(room, viewer, selection, question))),
];

export const chosenModals = (room: QueueRoom): readonly ModalRoute[] => [
  onSubmit(amountsModal, (call, { selectionId, requestId }, fields) =>
    withSelection(room, call, selectionId, (viewer, selection) =>
      requestId === "" ? completeLines(room, call, viewer, selection, fields) : completeCount(room, call, viewer, selection, requestId, fields.text(FIELDS.count)),
    ),
  ),
];

const ACTIONS: Record<QueueActWord, RequestAction> = {
  claim: { kind: "claim" },
  start: { kind: "start" },
  complete: { kind: "complete", count: "all" },
  release: { kind: "release" },
};

/** Only its owner can act on a selection; to everybody else there is none. */
const withSelection = (room: QueueRoom, call: Call, id: string, answer: (viewer: Viewer, selection: Selection) => Promise<Reply | null>): Promise<Reply | null> =>
  forCrafters(room, call, async (viewer) => {
    const selection = await room.selections.find(call, id);
    return selection === null ? { kind: "refuse", sentence: viewer.say("old-choice") } : answer(viewer, selection);
  });

const idsOf = ({ chosen }: Selection): readonly string[] => chosen.map(({ requestId }) => requestId);

async function ask(room: QueueRoom, viewer: Viewer, selection: Selection, question: QueueAskWord): Promise<Reply> {
  const requests = completable(viewer, await requestsFor(room, viewer, idsOf(selection)));
  if (requests.length === 0) return { kind: "refuse", sentence: viewer.say("nothing-to-complete") };
  if (question === "amounts") return { kind: "modal", modal: amountsForm(viewer, selection.id, requests) };
  // Only these, as they are now and as the question shows them.
  const { id } = await room.selections.save(viewer, selection.place, requests.map((request) => ({ requestId: request.id, version: request.version })));
  return { kind: "update", view: confirmView(viewer, { id, requests }, selection.id) };
}

async function completeCount(room: QueueRoom, call: Call, viewer: Viewer, selection: Selection, requestId: string, typed: string): Promise<Reply | null> {
  const chosen = selection.chosen.find((one) => one.requestId === requestId);
  if (!chosen) return null;
  const [request] = await requestsFor(room, viewer, [requestId]);
  if (!request) return { kind: "refuse", sentence: viewer.say("choice-gone") };
  const left = leftOf(request);
  const count = /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
  if (count < 1 || count > left) return { kind: "refuse", sentence: viewer.say("amounts.not-a-number", { typed: shown(typed), left }) };
  return perform(room, call, viewer, selection.place, [{ ...chosen, action: { kind: "complete", count } }]);
}

async function completeLines(room: QueueRoom, call: Call, viewer: Viewer, selection: Selection, fields: ModalFields): Promise<Reply> {
  const requests = await requestsFor(room, viewer, idsOf(selection));
  const amounts = readAmounts(fields.text(FIELDS.amounts), requests);
  if (!amounts.ok) return { kind: "refuse", sentence: problemSentence(viewer, amounts.error, requests) };
  const steps = selection.chosen.flatMap((chosen) => {
    const count = amounts.value.get(chosen.requestId);
    return count === undefined ? [] : [{ ...chosen, action: { kind: "complete", count } as const }];
  });
  return perform(room, call, viewer, selection.place, steps);
}

function problemSentence({ say }: Viewer, problem: AmountsProblem, requests: readonly { readonly number: number }[]): string {
  switch (problem.kind) {
    case "bad-line":
      return say("amounts.bad-line", { line: shown(problem.line) });
    case "not-chosen":
      return say("amounts.not-chosen", { number: problem.number, numbers: requests.map(({ number }) => `#${number}`).join(", ") });
    case "twice":
      return say("amounts.twice", { number: problem.number });
    case "none":
      return say("amounts.none");
  }
}

const TYPED_LIMIT = 60;
const shown = (typed: string): string => inline(typed, TYPED_LIMIT);
