import type { APIComponentInContainer } from "discord-api-types/v10";
import type { View } from "../contract.ts";
import { missingButton } from "../materials/custom-ids.ts";
import type { Page } from "../paging.ts";
import { professionTitle } from "../recipes/recipe.ts";
import type { CraftingRequest } from "../requests/request.ts";
import { button, card, COLOURS, option, row, separator, shorten, stringSelect, text } from "../view-kit.ts";
import { chosenRows, pickRow } from "./chosen-view.ts";
import { optionTexts, queueRow, ROW_LOOKS } from "./row-view.ts";
import { CRAFTER_FILTERS, QUEUE_FILTERS, type QueuePlace, type ShownSelection } from "./selection.ts";
import { chooseMoreSelect, chooseSelect, EVERY_PROFESSION, leafButton, placeButton, professionSelect } from "./view-ids.ts";
import { ownProfessions, type Viewer } from "./viewer.ts";

/** Ten rows with their buttons fit Discord's limits and a phone's screen. */
export const QUEUE_PAGE_SIZE = 10;

/** In characters: of somebody who crafts everything in a game with long names, some are named. */
const PROFESSIONS_LIMIT = 200;

/** A part of the queue; with a selection, also what can be done with what is chosen. `place.page` may lie beyond the end. */
export function queueView(viewer: Viewer, place: QueuePlace, requests: Page<CraftingRequest>, selection: ShownSelection | null): View {
  const at = { ...place, page: requests.page };
  return card(
    COLOURS.neutral,
    text(headText(viewer, at, requests.total)),
    row(...filterButtons(viewer, at)),
    ...professionRow(viewer, at),
    separator(),
    text(listText(viewer, at, requests)),
    ...chooseRow(viewer, at, requests.items, selection),
    ...pickRow(viewer, at, requests.total, requests.items.length, selection?.id ?? ""),
    ...(selection ? chosenRows(viewer, at, selection) : []),
    separator(),
    row(...pageButtons(viewer, at, requests.pageCount, selection)),
  );
}

function headText(viewer: Viewer, { profession }: QueuePlace, total: number): string {
  const { say, professions, rights } = viewer;
  const all = rights.isOfficer ? say("everyProfession") : ownProfessions(viewer).map(({ id }) => professionTitle(professions, id)).join(", ");
  const shown = shorten(profession === "" ? all : professionTitle(professions, profession), PROFESSIONS_LIMIT);
  return `${say("heading")}\n-# ${say("about", { professions: shown, count: total })}`;
}

const filterButtons = ({ say, rights }: Viewer, { filter, profession }: QueuePlace): ReturnType<typeof button>[] =>
  (rights.isOfficer ? QUEUE_FILTERS : CRAFTER_FILTERS).map((one) => button(one === filter ? "primary" : "secondary", say(`filter.${one}`), placeButton.encode({ filter: one, profession, page: 0, as: "tab" })));

/** Only where there is a choice. */
function professionRow(viewer: Viewer, { filter, profession }: QueuePlace): APIComponentInContainer[] {
  const own = ownProfessions(viewer);
  if (own.length < 2) return [];
  // One place of the 25 is for "all".
  const options = own.slice(0, 24).map(({ id, name }) => option(name, id, { isDefault: id === profession }));
  const every = option(viewer.say("everyProfession"), EVERY_PROFESSION, { isDefault: profession === "" });
  return [row(stringSelect(professionSelect.encode({ filter }), [every, ...options], { hint: viewer.say("chooseProfession") }))];
}

/** In characters: with all else that the view says, it stays under Discord's limit of 4,000. */
const LIST_LIMIT = 3_200;

function listText(viewer: Viewer, { filter }: QueuePlace, { items, page, pageCount }: Page<CraftingRequest>): string {
  if (items.length === 0) return viewer.say(viewer.rights.isOfficer && filter === "all" ? "empty.all-officer" : `empty.${filter}`);
  const where = pageCount > 1 ? [`-# ${viewer.say("page", { page: page + 1, pageCount })}`] : [];
  const lists = ROW_LOOKS.map((look) => [...items.map((request) => queueRow(viewer, request, look)), ...where].join("\n"));
  return lists.find((list) => list.length <= LIST_LIMIT) ?? shorten(lists.at(-1) ?? "", LIST_LIMIT);
}

function chooseRow(viewer: Viewer, place: QueuePlace, items: readonly CraftingRequest[], selection: ShownSelection | null): APIComponentInContainer[] {
  if (items.length === 0) return [];
  const chosen = new Set(selection?.requests.map(({ id }) => id));
  const options = items.map((request) => {
    const { label, description } = optionTexts(viewer, request);
    return option(label, request.id, { description, isDefault: chosen.has(request.id) });
  });
  // What is chosen of other pages stays, so that nothing of this one may be.
  const id = selection ? chooseMoreSelect.encode({ selectionId: selection.id, page: place.page }) : chooseSelect.encode(place);
  return [row(stringSelect(id, options, { hint: viewer.say("choose"), max: options.length, ...(selection ? { min: 0 } : {}) }))];
}

function pageButtons({ say, guildId }: Viewer, place: QueuePlace, pageCount: number, selection: ShownSelection | null): ReturnType<typeof button>[] {
  const { page } = place;
  const to = (target: number, as: "previous" | "next"): string => (selection ? leafButton.encode({ selectionId: selection.id, page: target, as }) : placeButton.encode({ ...place, page: target, as }));
  return [
    ...(pageCount > 1
      ? [
          button("secondary", say("previous"), to(Math.max(0, page - 1), "previous"), { disabled: page === 0 }),
          button("secondary", say("next"), to(page + 1, "next"), { disabled: page >= pageCount - 1 }),
        ]
      : []),
    button("secondary", say("missingMaterials"), missingButton.encode({ guildId })),
    button("secondary", say("refresh"), placeButton.encode({ ...place, as: "refresh" })),
  ];
}
