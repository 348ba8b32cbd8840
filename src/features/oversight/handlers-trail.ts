import type { Call, ComponentRoute, Reply } from "../contract.ts";
import { onPress } from "../on-press.ts";
import { ACTIONS, actionSelect, PERIODS, periodSelect, personSelect, trailButton, type TrailFilter } from "./custom-ids.ts";
import { forOfficers, type OversightRoom, sayTo } from "./room.ts";
import { CHANGES_PAGE_SIZE, changesView, EVERYTHING, TRAIL_PAGE_SIZE, trailView } from "./trail-view.ts";

const DAY_MS = 86_400_000;
export const WHOLE_TRAIL: TrailFilter = { person: "", action: "", days: 0 };

/** What narrows the trail and turns its pages. */
export const trailRoutes = (room: OversightRoom): readonly ComponentRoute[] => [
  onPress(trailButton, (call, { page, person, action, days }) => forOfficers(call, () => showTrail(room, call, { person, action, days }, page))),
  onPress(personSelect, (call, filter, [person]) => forOfficers(call, async () => (person === undefined ? null : showTrail(room, call, { ...filter, person }, 0)))),
  onPress(actionSelect, (call, filter, [chosen]) => forOfficers(call, () => showTrail(room, call, { ...filter, action: ACTIONS.find((one) => one === chosen) ?? "" }, 0))),
  onPress(periodSelect, (call, filter, [chosen]) =>
    forOfficers(call, async () => (chosen === EVERYTHING || PERIODS.some((one) => String(one) === chosen) ? showTrail(room, call, { ...filter, days: chosen === EVERYTHING ? 0 : Number(chosen) }, 0) : null)),
  ),
];

export async function showTrail({ audit, reads, words }: OversightRoom, call: Call, filter: TrailFilter, page: number): Promise<Reply> {
  const { person, action, days } = filter;
  const narrowed = { ...(person === "" ? {} : { actorId: person }), ...(action === "" ? {} : { action }), ...(days === 0 ? {} : { since: call.now - days * DAY_MS }) };
  const events = await audit.listEvents(call.guildId, narrowed, page, TRAIL_PAGE_SIZE);
  const requests = await reads.getMany(call.guildId, [...new Set(events.items.map(({ requestId }) => requestId))]);
  const numbers = new Map(requests.map(({ id, number }) => [id, number]));
  const items = events.items.map((entry) => ({ at: entry.at, number: numbers.get(entry.requestId) ?? 0, event: words.event(call, entry) }));
  return { kind: "update", view: trailView(sayTo(call), filter, { ...events, items }) };
}

export async function showChanges({ audit, words }: OversightRoom, call: Call, page: number): Promise<Reply> {
  const changes = await audit.listSettingChanges(call.guildId, page, CHANGES_PAGE_SIZE);
  const items = changes.items.map((entry) => ({ at: entry.at, actorId: entry.actorId, ...words.setting(call, entry) }));
  return { kind: "update", view: changesView(sayTo(call), { ...changes, items }) };
}
