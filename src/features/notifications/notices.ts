import type { RequestNotice, SomebodyHere } from "../requests/events.ts";
import type { CraftingRequest } from "../requests/request.ts";
import { UNKNOWN_LOCALE, type News, type NewsKind } from "./news.ts";

/** Whom it concerns that a claim ends soon. */
export const newsOfLeaseEnding = ({ request }: RequestNotice): readonly News[] => [...toCrafter("lease-ending", request)];

/** Whom it concerns that something is needed soon: who crafts it, else who waits for it. */
export const newsOfNeededSoon = ({ request }: RequestNotice): readonly News[] => (request.crafterId === null ? [toRequester("needed-soon-unclaimed", request)] : toCrafter("needed-soon", request));

/** Who is told that the other one is there; both, once both are. */
export function newsOfSomebodyHere({ request, userId, areBoth }: SomebodyHere): readonly News[] {
  const kind = areBoth ? "both-here" : "somebody-here";
  const all = [toRequester(kind, request, userId), ...toCrafter(kind, request, userId)];
  return areBoth ? all : all.filter(({ to }) => to !== userId);
}

const toRequester = (kind: NewsKind, request: CraftingRequest, actorId = ""): News => ({ ...facts(kind, request, actorId), to: request.requesterId, locale: request.requesterLocale });

const toCrafter = (kind: NewsKind, request: CraftingRequest, actorId = ""): readonly News[] =>
  request.crafterId === null ? [] : [{ ...facts(kind, request, actorId), to: request.crafterId, locale: request.crafterLocale ?? UNKNOWN_LOCALE }];

const facts = (kind: NewsKind, { crafterId, completed }: CraftingRequest, actorId: string) => ({ kind, actorId, crafterId: crafterId ?? "", completedNow: 0, completed, reason: "", version: 0 });
