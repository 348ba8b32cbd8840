import { mayCraft } from "../guild-settings/rights.ts";
import type { Call, ComponentRoute, Reply } from "../contract.ts";
import { onPress } from "../on-press.ts";
import type { Page } from "../paging.ts";
import type { CraftingRequest } from "../requests/request.ts";
import { QUEUE_PAGE_SIZE, queueView } from "./queue-view.ts";
import { forCrafters, type QueueRoom } from "./room.ts";
import { QUEUE_START, type QueuePlace, type ShownSelection } from "./selection.ts";
import { chooseSelect, EVERY_PROFESSION, placeButton, professionSelect, returnButton } from "./view-ids.ts";
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
  onPress(returnButton, (call, { selectionId }) =>
    forCrafters(room, call, async (viewer) => {
      const selection = await room.selections.find(call, selectionId);
      if (selection === null) return { kind: "refuse", sentence: viewer.say("old-choice") };
      return choose(room, viewer, selection.place, selection.chosen.map(({ requestId }) => requestId));
    }),
  ),
];

/** The queue from its beginning, as a new message. Gives a refusal to those who are no crafters. */
export async function showQueue(room: QueueRoom, call: Call): Promise<Reply> {
  const reply = await forCrafters(room, call, (viewer) => showPlace(room, viewer, QUEUE_START, "show"));
  if (reply === null) throw new Error("the queue's beginning gave no reply");
  return reply;
}

async function showPlace(room: QueueRoom, viewer: Viewer, place: QueuePlace, kind: "show" | "update", selection: ShownSelection | null = null): Promise<Reply> {
  // Who was an officer when the button was drawn may be none now.
  const at: QueuePlace = place.filter === "claimed" && !viewer.rights.isOfficer ? { ...place, filter: "all" } : place;
  return { kind, view: queueView(viewer, at, await pageAt(room, viewer, at), selection) };
}

function pageAt({ reads }: QueueRoom, { guildId, userId, rights }: Viewer, { filter, profession, page }: QueuePlace): Promise<Page<CraftingRequest>> {
  if (filter === "claimed") return reads.listClaimed(guildId, page, QUEUE_PAGE_SIZE, profession === "" ? undefined : profession);
  return reads.listQueue(guildId, userId, rights.isOfficer ? null : rights.professions, page, QUEUE_PAGE_SIZE, {
    ...(filter === "all" ? {} : { only: filter }),
    ...(profession === "" ? {} : { profession }),
  });
}

/** Saves the choice as the requests are now, and offers what can be done with them. */
async function choose(room: QueueRoom, viewer: Viewer, place: QueuePlace, ids: readonly string[]): Promise<Reply> {
  const requests = await requestsFor(room, viewer, ids);
  if (requests.length === 0) return { kind: "refuse", sentence: viewer.say("choice-gone") };
  const { id } = await room.selections.save(viewer, place, requests.map((request) => ({ requestId: request.id, version: request.version })));
  return showPlace(room, viewer, place, "update", { id, requests });
}

/** The requests of these ids, as far as they exist and are this crafter's to see, in their order. */
export async function requestsFor({ reads }: QueueRoom, { guildId, userId, rights }: Viewer, ids: readonly string[]): Promise<readonly CraftingRequest[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => reads.get(guildId, id)));
  return found.filter((request) => request !== null).filter((request) => request.crafterId === userId || mayCraft(rights, request.profession));
}
