/** What is offered for the requests that somebody chose. */
import type { APIComponentInContainer, APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import type { View } from "../contract.ts";
import { inline } from "../phrases.ts";
import { detailsButton } from "../requests/custom-ids.ts";
import { REASON_LIMIT } from "../requests/reason.ts";
import { itemIn, type CraftingRequest, leftOf } from "../requests/request.ts";
import { button, type ButtonLook, card, COLOURS, firstOf, labelled, LIMITS, modal, row, shorten, text, textInput } from "../view-kit.ts";
import type { AmountsProblem } from "./amounts.ts";
import { actionsFor, canDeny, canDo } from "./chosen-actions.ts";
import { itemOf } from "./row-view.ts";
import { type QueuePlace, SELECTION_LIMIT, type ShownSelection } from "./selection.ts";
import { actButton, amountsModal, askButton, denyModal, pickButton, placeButton, type QueueActWord, returnButton } from "./view-ids.ts";
import type { Viewer } from "./viewer.ts";

const LOOKS: Record<QueueActWord, ButtonLook> = { claim: "primary", start: "primary", complete: "success", release: "secondary" };

/** The chosen ones by number, and a button for each thing that can be done to at least one of them. */
export function chosenRows(viewer: Viewer, place: QueuePlace, { id: selectionId, requests }: ShownSelection): APIComponentInContainer[] {
  const { say, guildId } = viewer;
  const [only, ...more] = requests;
  const details = only && more.length === 0 ? [button("secondary", say("details"), detailsButton.encode({ guildId, requestId: only.id, mark: "" }))] : [];
  const deny = requests.some((request) => canDeny(request, viewer)) ? [button("danger", say("do.deny"), askButton.encode({ selectionId, question: "deny" }))] : [];
  const ofOne = only && more.every(({ characterId }) => characterId === only.characterId);
  const character = ofOne ? [button("secondary", say("pick.character", { character: shorten(only.characterName, NAME_LIMIT) }), pickButton.encode({ ...place, selectionId, what: "character" }))] : [];
  const clear = button("secondary", say("clear"), placeButton.encode({ ...place, as: "clear" }));
  return [text(chosenText(viewer, requests)), ...actionRow(viewer, selectionId, requests), row(...details, ...deny, ...character, clear)];
}

const NAME_LIMIT = 40;
/** In a list above it the same requests stand with all that there is to know. */
const NUMBERS_SHOWN = 40;

function chosenText({ say }: Viewer, requests: readonly CraftingRequest[]): string {
  const more = requests.length - NUMBERS_SHOWN;
  const numbers = numbersOf(requests.slice(0, NUMBERS_SHOWN));
  return more > 0 ? say("chosen-many", { count: requests.length, numbers, more }) : say("chosen", { numbers });
}

/** `#1, #2`. */
export const numbersOf = (requests: readonly Pick<CraftingRequest, "number">[]): string => requests.map(({ number }) => `#${number}`).join(", ");

/** Adds what the page or the whole list shows to the choice. */
export function pickRow({ say }: Viewer, place: QueuePlace, total: number, shown: number, selectionId: string): APIComponentInContainer[] {
  if (shown === 0) return [];
  const count = Math.min(total, SELECTION_LIMIT);
  const all = total > shown ? [button("secondary", say(total > SELECTION_LIMIT ? "pick.first" : "pick.all", { count }), pickButton.encode({ ...place, selectionId, what: "all" }))] : [];
  return [row(button("secondary", say("pick.page"), pickButton.encode({ ...place, selectionId, what: "page" })), ...all)];
}

/** Empty when nothing can be done to any of them. */
export function actionRow(viewer: Viewer, selectionId: string, requests: readonly CraftingRequest[]): APIComponentInContainer[] {
  const { say } = viewer;
  const buttons = actionsFor(requests, viewer).flatMap((action) => {
    if (action !== "complete") return [button(LOOKS[action], say(`do.${action}`), actButton.encode({ selectionId, action }))];
    const [only, ...more] = requests;
    const isOne = more.length === 0;
    if (isOne && only && leftOf(only) === 1) return [button(LOOKS[action], say("do.complete-last"), actButton.encode({ selectionId, action }))];
    // One request is completed at once; several are asked for first.
    const all = isOne ? actButton.encode({ selectionId, action }) : askButton.encode({ selectionId, question: "complete-all" });
    return [button(LOOKS[action], say("do.complete"), all), button(LOOKS[action], say("do.amounts"), askButton.encode({ selectionId, question: "amounts" }))];
  });
  return buttons.length === 0 ? [] : [row(...buttons)];
}

/** Those of them that this person can complete. */
export const completable = (viewer: Viewer, requests: readonly CraftingRequest[]): readonly CraftingRequest[] =>
  requests.filter((request) => canDo("complete", request, viewer));

/** Asked before several are completed whole: the requests of this selection; `backTo` is the one to go back to. */
export function confirmView(viewer: Viewer, { id: selectionId, requests }: ShownSelection, backTo: string): View {
  const { say } = viewer;
  const lines = requests.slice(0, CONFIRM_LINES).map((request) => say("confirm.line", { number: request.number, item: itemOf(viewer, request), left: leftOf(request) }));
  const more = requests.length - lines.length;
  return card(
    COLOURS.waiting,
    text([say("confirm.heading"), ...lines, ...(more > 0 ? [say("confirm.more", { count: more })] : [])].join("\n")),
    row(
      button("success", say("confirm.yes"), actButton.encode({ selectionId, action: "complete" })),
      button("secondary", say("back"), returnButton.encode({ selectionId: backTo })),
    ),
  );
}

const CONFIRM_LINES = 25;

/** More are counted only. */
const PROBLEMS_SHOWN = 8;

/** Says all that is wrong with what was typed, which the selection keeps; `requests` are those that it was asked of. */
export function problemsView(viewer: Viewer, { id: selectionId, requests }: ShownSelection, problems: readonly AmountsProblem[]): View {
  const { say } = viewer;
  const shown = problems.slice(0, PROBLEMS_SHOWN).map((problem) => say("problem.line", { sentence: problemSentence(viewer, problem, requests) }));
  const more = problems.length - shown.length;
  return card(
    COLOURS.waiting,
    text([say("problem.heading"), ...shown, ...(more > 0 ? [say("problem.more", { count: more })] : []), say("problem.kept")].join("\n")),
    row(
      button("success", say("problem.edit"), askButton.encode({ selectionId, question: "amounts" })),
      button("secondary", say("back"), returnButton.encode({ selectionId })),
    ),
  );
}

const TYPED_LIMIT = 60;

function problemSentence({ say }: Viewer, problem: AmountsProblem, requests: readonly CraftingRequest[]): string {
  switch (problem.kind) {
    case "bad-line":
      return say("amounts.bad-line", { line: inline(problem.line, TYPED_LIMIT) });
    case "bad-count":
      return say("amounts.not-a-number", { typed: inline(problem.typed, TYPED_LIMIT), left: problem.left });
    case "not-chosen":
      return say("amounts.not-chosen", { number: problem.number, numbers: numbersOf(requests) });
    case "twice":
      return say("amounts.twice", { number: problem.number });
    case "too-many":
      return say("amounts.too-many", { number: problem.number, count: problem.count, left: problem.left });
    case "none":
      return say("amounts.none");
  }
}

/** The custom ids of the modal's parts: a count for one request, lines for several. */
export const FIELDS = { count: "count", amounts: "amounts", reason: "reason" } as const;

const LINE_ITEM_LIMIT = 40;
/** With names, more lines than these would not fit into a text input. */
const NAMED_LINES = 60;
const COUNT_LENGTH = 10;

/** Asks how many are done: of one a number, of several a prefilled line each. `typed`: what was wrong the last time, to be put right. */
export function amountsForm({ say }: Viewer, selectionId: string, requests: readonly CraftingRequest[], typed: string): APIModalInteractionResponseCallbackData {
  const [only, ...more] = requests;
  if (only && more.length === 0) {
    const { number, quantity } = only;
    const left = leftOf(only);
    const input = textInput(FIELDS.count, { hint: `1-${left}`, max: COUNT_LENGTH, value: firstOf(typed, COUNT_LENGTH) });
    const id = amountsModal.encode({ selectionId, requestId: only.id });
    return modal(id, say("amounts.title-one", { number }), labelled(say("amounts.label-one"), input, say("amounts.description-one", { left, quantity })));
  }
  const line = requests.length > NAMED_LINES ? "amounts.line-short" : "amounts.line";
  const lines = requests.map((request) => say(line, { number: request.number, left: leftOf(request), item: shorten(itemIn(say, request), LINE_ITEM_LIMIT) }));
  const input = textInput(FIELDS.amounts, { paragraph: true, value: firstOf(typed, LIMITS.textInput) || lines.join("\n"), max: LIMITS.textDisplay });
  return modal(amountsModal.encode({ selectionId, requestId: "" }), say("amounts.title"), labelled(say("amounts.label"), input, say("amounts.description")));
}

/** Asks why so many are denied. */
export const denyForm = ({ say }: Viewer, selectionId: string, count: number): APIModalInteractionResponseCallbackData =>
  modal(denyModal.encode({ selectionId }), say("deny.title", { count }), labelled(say("deny.label"), textInput(FIELDS.reason, { paragraph: true, min: 1, max: REASON_LIMIT }), say("deny.description")));
