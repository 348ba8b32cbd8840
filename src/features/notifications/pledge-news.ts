import type { PledgesChanged, PledgesEnded } from "../materials/events.ts";
import type { CraftingRequest } from "../requests/request.ts";
import { UNKNOWN_LOCALE, type News, type NewsKind } from "./news.ts";

/** Who asked for it and who crafts it hear how it stands now; whose pledge somebody else's edit has cut, of that. */
export function newsOfPledges({ request, actorId, changes }: PledgesChanged): readonly News[] {
  const concerned = [
    { to: request.requesterId, locale: request.requesterLocale },
    ...(request.crafterId === null ? [] : [{ to: request.crafterId, locale: request.crafterLocale ?? UNKNOWN_LOCALE }]),
  ];
  const told = concerned.filter(({ to }, index) => to !== actorId && concerned.findIndex((one) => one.to === to) === index);
  const cut = new Map(changes.filter(({ userId }) => userId !== actorId).map(({ userId, locale }) => [userId, locale]));
  return [...told.map((person) => news("pledges-changed", request, actorId, person)), ...Array.from(cut, ([to, locale]) => news("pledge-cut", request, actorId, { to, locale }))];
}

/** Nobody farms for what was called off. What is completed has had its materials. */
export function newsOfEndedPledges({ request, actorId, pledgers }: PledgesEnded): readonly News[] {
  if (request.state === "completed") return [];
  return pledgers.filter(({ userId }) => userId !== actorId).map(({ userId: to, locale }) => ({ ...news("pledge-ended", request, actorId, { to, locale }), version: request.version }));
}

const news = (kind: NewsKind, { crafterId, completed }: CraftingRequest, actorId: string, to: { readonly to: string; readonly locale: string }): News => ({
  kind,
  ...to,
  actorId,
  crafterId: crafterId ?? "",
  completedNow: 0,
  completed,
  reason: "",
  version: 0,
});
