import type { Result } from "../../kernel/result.ts";
import type { View } from "../contract.ts";
import { person } from "../phrases.ts";
import type { UndoRefusal } from "../requests/request-port.ts";
import { type CraftingRequest, THE_DESK } from "../requests/request.ts";
import { button, card, COLOURS, row, text } from "../view-kit.ts";
import { numbersOf } from "./chosen-view.ts";
import { refusedLines } from "./refused-lines-view.ts";
import type { QueuePlace } from "./selection.ts";
import { placeButton } from "./view-ids.ts";
import type { Viewer } from "./viewer.ts";

/** What came of taking one back. `request`: as it is now; null when it is gone. */
export interface Undone {
  readonly result: Result<CraftingRequest, UndoRefusal>;
  readonly request: CraftingRequest | null;
}

/** What is as before, and what is not and why. */
export function undoneView(viewer: Viewer, place: QueuePlace, all: readonly Undone[]): View {
  const { say } = viewer;
  const done = all.flatMap(({ result }) => (result.ok ? [result.value] : []));
  const refused = all.flatMap(({ result, request }) => (result.ok || request === null ? [] : [{ request, why: whyNot(viewer, result.error) }]));
  const heading = done.length === all.length ? "undo.heading" : done.length > 0 ? "undo.heading-partly" : "undo.heading-nothing";
  return card(
    done.length === all.length ? COLOURS.good : COLOURS.waiting,
    text([say(heading), ...(done.length > 0 ? [say("did-many.undo", { count: done.length, numbers: numbersOf(done) })] : []), ...refusedLines(say, refused)].join("\n")),
    row(button("secondary", say("backToQueue"), placeButton.encode({ ...place, as: "back" }))),
  );
}

function whyNot({ say, userId }: Viewer, refusal: UndoRefusal): string {
  switch (refusal.kind) {
    case "not-found":
      return say("refused.not-found");
    case "acted-since":
      if (refusal.by === THE_DESK) return say("undo.acted-since-by-itself");
      return refusal.by === userId ? say("undo.acted-since-you") : say("undo.acted-since", { by: person(refusal.by) });
    case "already-undone":
    case "too-late-to-undo":
      return say(`undo.${refusal.kind}`);
  }
}
