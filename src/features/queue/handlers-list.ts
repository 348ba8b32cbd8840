import { mayCraft } from "../guild-settings/rights.ts";
import type { Call, ComponentRoute, Reply } from "../contract.ts";
import { onPress } from "../on-press.ts";
import type { Page } from "../paging.ts";
import type { CraftingRequest } from "../requests/request.ts";
import { QUEUE_PAGE_SIZE, queueView } from "./queue-view.ts";
import { type Caller, forCrafters, type QueueRoom } from "./room.ts";
import { QUEUE_START, type QueuePlace, type Selection, SELECTION_LIMIT, type ShownSelection } from "./selection.ts";
import { chooseMoreSelect, chooseSelect, EVERY_PROFESSION, leafButton, pickButton, type PickWord, placeButton, professionSelect, returnButton } from "./view-ids.ts";
import type { Viewer } from "./viewer.ts";

/** Leafing, narrowing and choosing. */
export const listRoutes = (room: QueueRoom): readonly ComponentRoute[] => [
  onPress(placeButton, (call, { filter, profession, page }) => forCrafters(room, call, (viewer) => showPlace(room, viewer, { filter, profession, page }, "update"))),
  onPress(professionSelect, (call, { filter }, [chosen]) =>
    forCrafters(room, call, async (viewer) => {
      if (chosen === undefined) return null;
      return showPlace(room, viewer, { filter, profession: chosen === EVERY_PROFESSION ? "" : chosen, page: 0 }, "update");
    }),
  ),
  onPress(chooseSelect, (call, place, ids) => forCrafters(room, call, (viewer) => choose(room, viewer, place, ids))),
  onPress(chooseMoreSelect, (call, { selectionId, page }, ids) => withSelection(room, call, selectionId, (viewer, selection) => chooseOnPage(room, viewer, selection, page, ids))),
  onPress(leafButton, (call, { selectionId, page }) =>
    withSelection(room, call, selectionId, async (viewer, { id, place, chosen }) => {
      const requests = await requestsFor(room, viewer, chosen.map(({ requestId }) => requestId));
      return showPlace(room, viewer, { ...place, page }, "update", { id, requests });
    }),
  ),
  onPress(pickButton, (call, { selectionId, what, filter, profession, page }) => {
    const place = { filter, profession, page };
    if (selectionId === "") return forCrafters(room, call, (viewer) => pick(room, viewer, place, [], what));
    return withSelection(room, call, selectionId, (viewer, { chosen }) => pick(room, viewer, place, chosen.map(({ requestId }) => requestId), what));
  }),
  onPress(returnButton, (call, { selectionId }) =>
    withSelection(room, call, selectionId, (viewer, { place, chosen }) => choose(room, viewer, place, chosen.map(({ requestId }) => requestId))),
  ),
];

/** Only its owner can act on a selection; to everybody else there is none. */
export const withSelection = (room: QueueRoom, call: Call, id: string, answer: (viewer: Caller, selection: Selection) => Promise<Reply | null>): Promise<Reply | null> =>
  forCrafters(room, call, async (viewer) => {
    const selection = await room.selections.find(call, id);
    return selection === null ? { kind: "refuse", sentence: viewer.say("old-choice") } : answer(viewer, selection);
  });

/** Of one page these are chosen from now on; of the others, what was. */
async function chooseOnPage(room: QueueRoom, viewer: Caller, { place, chosen }: Selection, page: number, ids: readonly string[]): Promise<Reply> {
  const at = { ...place, page };
  const onPage = new Set((await pageAt(room, viewer, at)).items.map(({ id }) => id));
  const elsewhere = chosen.map(({ requestId }) => requestId).filter((id) => !onPage.has(id));
  const all = [...elsewhere, ...ids];
  return all.length === 0 ? showPlace(room, viewer, at, "update") : choose(room, viewer, at, all);
}

/** Adds to what is chosen. */
async function pick(room: QueueRoom, viewer: Caller, place: QueuePlace, chosen: readonly string[], what: PickWord): Promise<Reply> {
  return choose(room, viewer, place, [...chosen, ...(await idsToPick(room, viewer, place, chosen, what))]);
}

async function idsToPick(room: QueueRoom, viewer: Caller, place: QueuePlace, chosen: readonly string[], what: PickWord): Promise<readonly string[]> {
  if (what === "page") return (await pageAt(room, viewer, place)).items.map(({ id }) => id);
  if (what === "all") return (await pageAt(room, viewer, { ...place, page: 0 }, SELECTION_LIMIT)).items.map(({ id }) => id);
  const [first] = await requestsFor(room, viewer, chosen.slice(0, 1));
  return first ? room.reads.listActiveIdsOfCharacter(viewer.guildId, first.characterId) : [];
}

/** The queue from its beginning, as a new message. Gives a refusal to those who are no crafters. */
export async function showQueue(room: QueueRoom, call: Call): Promise<Reply> {
  const reply = await forCrafters(room, call, (viewer) => showPlace(room, viewer, QUEUE_START, "show"));
  if (reply === null) throw new Error("the queue's beginning gave no reply");
  return reply;
}

async function showPlace(room: QueueRoom, viewer: Caller, place: QueuePlace, kind: "show" | "update", selection: ShownSelection | null = null): Promise<Reply> {
  // Who was an officer when the button was drawn may be none now.
  const at: QueuePlace = place.filter === "claimed" && !viewer.rights.isOfficer ? { ...place, filter: "all" } : place;
  return { kind, view: queueView(viewer, at, await pageAt(room, viewer, at), selection) };
}

async function pageAt({ known }: QueueRoom, { guildId, userId, rights, lists }: Caller, { filter, profession, page }: QueuePlace, size = QUEUE_PAGE_SIZE): Promise<Page<CraftingRequest>> {
  if (filter === "claimed") return lists.listClaimed(guildId, page, size, profession === "" ? undefined : profession);
  if (filter === "can") {
    const own = rights.isOfficer ? null : rights.professions;
    const professions = profession === "" ? own : [profession].filter((id) => own?.includes(id) ?? true);
    return lists.listOpenOf(guildId, professions, await known.listKnown(guildId, userId), page, size);
  }
  return lists.listQueue(guildId, userId, rights.isOfficer ? null : rights.professions, page, size, {
    ...(filter === "all" ? {} : { only: filter }),
    ...(profession === "" ? {} : { profession }),
  });
}

/** Saves the choice as the requests are now, and offers what can be done with them. */
async function choose(room: QueueRoom, viewer: Caller, place: QueuePlace, ids: readonly string[]): Promise<Reply> {
  const requests = await requestsFor(room, viewer, ids);
  if (requests.length === 0) return { kind: "refuse", sentence: viewer.say("choice-gone") };
  if (requests.length > SELECTION_LIMIT) return { kind: "refuse", sentence: viewer.say("pick.limit", { count: SELECTION_LIMIT }) };
  const { id } = await room.selections.save(viewer, place, requests.map((request) => ({ requestId: request.id, version: request.version })));
  return showPlace(room, viewer, place, "update", { id, requests });
}

/** The requests of these ids, as far as they exist and are this crafter's to see, in their order. */
export async function requestsFor({ reads }: QueueRoom, { guildId, userId, rights }: Viewer, ids: readonly string[]): Promise<readonly CraftingRequest[]> {
  const found = await reads.getMany(guildId, [...new Set(ids)]);
  return found.filter((request) => request.crafterId === userId || mayCraft(rights, request.profession));
}
