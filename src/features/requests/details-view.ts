import type { APIComponentInContainer } from "discord-api-types/v10";
import type { View } from "../contract.ts";
import { materialsButton } from "../materials/custom-ids.ts";
import { ago, channel, dateAndTime, person, quotation } from "../phrases.ts";
import { COLOUR_OF } from "../state-colours.ts";
import { button, type ButtonLook, container, plain, row, separator, text } from "../view-kit.ts";
import { hereButton, openButton, undoButton } from "./custom-ids.ts";
import { actionsFor, type DetailsAction } from "./details-actions.ts";
import { itemWithQuantity, materialsText, reasonText, stateBadge } from "./line-view.ts";
import { type CraftingRequest, isActive, leftOf, NOTE_LIMIT } from "./request.ts";
import type { RequestsKey, Say } from "./texts.ts";
import { actButton, askButton, historyButton, statusButton } from "./view-ids.ts";
import { maySeeAll, type Viewer } from "./viewer.ts";

/** More pages than any history has: its last one is shown. */
const LAST_PAGE = 1_000_000;

/** What is shown besides the request itself. */
export interface Notice {
  /** Told above it. */
  readonly sentence?: string;
  /** Whether what this person just did can be taken back. */
  readonly isUndoable: boolean;
  /** Where its requester and its crafter talk. */
  readonly threadId?: string | null;
}

/** Everything about one request, with what this person can do next. */
export function detailsView(viewer: Viewer, request: CraftingRequest, told?: string | Notice): View {
  const notice = typeof told === "string" ? { sentence: told, isUndoable: false } : told;
  const { say } = viewer;
  const seesAll = maySeeAll(request, viewer);
  const parts: APIComponentInContainer[] = [text(headText(viewer, request)), separator(), text(materialsText(say, request))];
  if (seesAll && request.note !== "") parts.push(text(say("note", { note: quotation(request.note, NOTE_LIMIT) })));
  if (seesAll && request.reason !== "") parts.push(text(say("reason", { reason: `> ${reasonText(say, request.reason)}` })));
  if (seesAll && typeof notice?.threadId === "string") parts.push(text(say("askThere", { thread: channel(notice.threadId) })));
  const times = say("times", { created: ago(request.createdAt), changed: ago(request.changedAt) });
  parts.push(text(`-# ${seesAll ? times : `${times}\n-# ${say("othersSummary")}`}`));
  parts.push(separator(), ...actionRows(viewer, request), row(...(notice?.isUndoable ? [undo(viewer, request)] : []), ...footer(viewer, request, seesAll)));
  return { components: [...(notice?.sentence === undefined ? [] : [text(notice.sentence)]), container(COLOUR_OF[request.state], ...parts)] };
}

function headText({ say, professionName }: Viewer, request: CraftingRequest): string {
  const { crafterId, state } = request;
  const nobody = state === "open" ? [say("noCrafter")] : [];
  return [
    say("heading", { number: request.number, item: itemWithQuantity(say, request) }),
    `${stateBadge(say, request)} · ${professionName(request.profession)}`,
    say("forWhom", { character: plain(request.characterName), requester: person(request.requesterId) }),
    ...(crafterId === null ? nobody : [say("crafter", { crafter: person(crafterId) })]),
    ...dates(say, request),
  ].join("\n");
}

function dates(say: Say, request: CraftingRequest): readonly string[] {
  const { neededBy, leaseUntil, deliveredAt } = request;
  return [
    ...(neededBy !== null && isActive(request) ? [say("neededBy", { date: dateAndTime(neededBy), relative: ago(neededBy) })] : []),
    ...(leaseUntil === null ? [] : [say("leaseUntil", { at: ago(leaseUntil) })]),
    ...(deliveredAt === null ? [] : [say("delivered", { at: ago(deliveredAt) })]),
  ];
}

const LOOKS: Record<DetailsAction, ButtonLook> = {
  claim: "primary",
  start: "primary",
  "complete-one": "success",
  "complete-some": "success",
  "complete-all": "success",
  release: "secondary",
  assign: "secondary",
  deny: "danger",
  reopen: "primary",
  cancel: "danger",
  edit: "secondary",
  renew: "secondary",
  receive: "success",
  here: "secondary",
};

const ENDING: ReadonlySet<DetailsAction> = new Set(["assign", "edit", "deny", "reopen", "cancel"]);
const MEETING: ReadonlySet<DetailsAction> = new Set(["renew", "receive", "here"]);

/** Crafting in one row, what ends it or hands it on in the next, what keeps the two in touch in the last. */
function actionRows(viewer: Viewer, request: CraftingRequest): APIComponentInContainer[] {
  const actions = actionsFor(request, viewer);
  const crafting = actions.filter((action) => !ENDING.has(action) && !MEETING.has(action));
  return [crafting, actions.filter((action) => ENDING.has(action)), actions.filter((action) => MEETING.has(action))]
    .filter((group) => group.length > 0)
    .map((group) => row(...group.map((action) => button(LOOKS[action], labelOf(viewer.say, action, request), idOf(action, request)))));
}

function labelOf(say: Say, action: DetailsAction, request: CraftingRequest): string {
  const left = leftOf(request);
  const key: RequestsKey = action === "complete-all" && left === 1 ? "do.complete-last" : `do.${action}`;
  return say(key, { left });
}

function idOf(action: DetailsAction, { guildId, id: requestId, version }: CraftingRequest): string {
  const target = { guildId, requestId, version };
  switch (action) {
    case "assign":
    case "deny":
    case "cancel":
    case "complete-some":
    case "reopen":
    case "edit":
      return askButton.encode({ ...target, question: action });
    case "claim":
    case "start":
    case "complete-one":
    case "complete-all":
    case "release":
    case "renew":
    case "receive":
      return actButton.encode({ ...target, action });
    case "here":
      return hereButton.encode({ guildId, requestId });
  }
}

const undo = ({ say }: Viewer, { guildId, id: requestId, version }: CraftingRequest): ReturnType<typeof button> =>
  button("secondary", say("do.undo"), undoButton.encode({ guildId, requestId, version }));

function footer({ say, userId }: Viewer, { guildId, id: requestId, requesterId, materials }: CraftingRequest, seesAll: boolean): ReturnType<typeof button>[] {
  const history = button("secondary", say("history"), historyButton.encode({ guildId, requestId, page: LAST_PAGE, as: "tab" }));
  const refresh = button("secondary", say("refresh"), openButton.encode({ guildId, requestId }));
  const mine = button("secondary", say("mine"), statusButton.encode({ guildId, group: "active", page: 0, as: "back" }));
  const stand = button("secondary", say("showMaterials"), materialsButton.encode({ guildId, requestId }));
  return [...(materials.length > 0 ? [stand] : []), ...(seesAll ? [history] : []), refresh, ...(requesterId === userId ? [mine] : [])];
}
