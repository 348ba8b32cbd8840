/** The buttons and selects of a draft. */
import type { Call, ComponentRoute, Reply } from "../contract.ts";
import { onPress } from "../on-press.ts";
import {
  categorySelect,
  type DraftAddress,
  itemSelect,
  type Move,
  moveButton,
  openButton,
  pageButton,
  professionButton,
  professionSelect,
  startButton,
} from "./custom-ids.ts";
import { type DraftEvent, newState } from "./draft.ts";
import type { Flow, Going } from "./flow.ts";
import { detailsForm, quantityForm, searchForm } from "./modals.ts";

const MOVES: Record<Move, DraftEvent> = {
  back: { kind: "back" },
  cancel: { kind: "cancel" },
  "less-1": { kind: "add-quantity", count: -1 },
  "more-1": { kind: "add-quantity", count: 1 },
  "more-5": { kind: "add-quantity", count: 5 },
};

export function pressRoutes(flow: Flow): readonly ComponentRoute[] {
  const chooseProfession = (call: Call, target: DraftAddress, profession: string): Promise<Reply> =>
    flow.step(call, target, (book) => (book.categories(profession).length > 0 ? { kind: "choose-profession", profession } : { kind: "lose-choice" }));

  return [
    onPress(startButton, (call) => start(flow, call)),
    onPress(moveButton, (call, target) => flow.step(call, target, () => MOVES[target.move])),
    onPress(pageButton, (call, target) => flow.step(call, target, () => ({ kind: "turn-to", page: target.page }))),
    onPress(professionButton, (call, target) => chooseProfession(call, target, target.profession)),
    onPress(professionSelect, (call, target, [profession = ""]) => chooseProfession(call, target, profession)),
    onPress(categorySelect, (call, target, [category = ""]) =>
      flow.step(call, target, (book, { profession }) =>
        book.categories(profession ?? "").includes(category) ? { kind: "choose-category", category } : { kind: "lose-choice" },
      ),
    ),
    onPress(itemSelect, (call, target, [recipeId = ""]) =>
      flow.step(call, target, (book) => (book.get(recipeId) ? { kind: "choose-item", recipeId } : { kind: "lose-choice" })),
    ),
    onPress(openButton, async (call, target) => {
      const going = await flow.find(call, target);
      if (!going.ok) return going.error;
      return going.value.isOutdated ? flow.show(going.value, going.value.draft) : open(flow, going.value, target.opening);
    }),
  ];
}

/** A new draft in place of the message that was pressed. */
async function start(flow: Flow, call: Call): Promise<Reply> {
  const visit = flow.enter(call);
  return visit.ok ? flow.show(visit.value, await flow.drafts.open(call, newState())) : visit.error;
}

async function open(flow: Flow, going: Going, opening: "details" | "search" | "quantity"): Promise<Reply> {
  const { say, draft } = going;
  // An opening that does not belong to the step shows the step.
  const isAtDetails = draft.state.step === "details";
  if (isAtDetails === (opening === "search")) return flow.show(going, draft);
  switch (opening) {
    case "details":
      return { kind: "modal", modal: detailsForm(say, draft, await flow.askingFor(going)) };
    case "search":
      return { kind: "modal", modal: searchForm(say, draft) };
    case "quantity":
      return { kind: "modal", modal: quantityForm(say, draft) };
  }
}
