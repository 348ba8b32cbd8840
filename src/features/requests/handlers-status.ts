import type { Call, ComponentRoute, Reply } from "../contract.ts";
import { anyOf, role } from "../phrases.ts";
import { onPressAnywhere } from "../on-press.ts";
import { showDetails } from "./handlers-details.ts";
import { type RequestsRoom, viewerOf } from "./room.ts";
import { GROUP_STATES, STATUS_PAGE_SIZE, statusView } from "./status-view.ts";
import { requestsTexts } from "./texts.ts";
import { pickSelect, statusButton, type StatusGroup } from "./view-ids.ts";

/** The list of one's own requests. */
export const statusRoutes = (room: RequestsRoom): readonly ComponentRoute[] => [
  onPressAnywhere(statusButton, (call, { group, page }) => showStatus(room, call, group, page, "update")),
  onPressAnywhere(pickSelect, (call, _, [requestId]) => (requestId === undefined ? Promise.resolve(null) : showDetails(room, call, requestId, "update"))),
];

/** A page of the caller's own requests, in a group of states. */
export async function showStatus(room: RequestsRoom, call: Call, group: StatusGroup, page: number, kind: "show" | "update"): Promise<Reply> {
  const { guildId, userId, rights, settings, translator } = call;
  const lists = room.lists(settings);
  const [counts, requests] = await Promise.all([
    lists.countMine(guildId, userId),
    lists.listMine(guildId, userId, GROUP_STATES[group], page, STATUS_PAGE_SIZE),
  ]);
  const baskets = await lists.spansOfBaskets(guildId, [...new Set(requests.items.flatMap(({ basketId }) => basketId ?? []))]);
  return { kind, view: statusView(viewerOf(room, call), { guildId, group, requests, baskets, counts, memberRoles: rights.isMember ? null : anyOf(translator.languageOf(requestsTexts, "status.never-guest"), settings.roles.member.map(role)) }) };
}
