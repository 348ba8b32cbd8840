import type { CharacterDeleted } from "../characters/character.ts";
import { subscribe, type Subscription, type Transaction } from "../contract.ts";
import type { RequestChanged } from "./events.ts";
import type { MemberLeft } from "../departures/events.ts";
import { inOrder } from "./in-order.ts";
import { presenceStore } from "./presence-store.ts";
import { characterDeletedReason, LEFT_REASON } from "./reason.ts";
import type { CraftingRequest } from "./request.ts";
import { type Rewritten, rewrite } from "./rewrite.ts";
import { requestStore } from "./store.ts";
import { setTimers, type TimerDeps } from "./timers.ts";
import { cancelled, givenUp, type Outcome } from "./transition.ts";

/** What happens to requests when other rooms change something, in the same transaction. */
export const requestSubscriptions = (timers: TimerDeps): readonly Subscription[] => [
  subscribe("request.changed", async (tx, event) => {
    await setTimers(timers, tx, event);
    await forgetPresence(tx, event);
  }),
  subscribe("character.deleted", cancelRequestsOf),
  subscribe("member.left", releaseClaimsOf),
  subscribe("member.gone", cancelRequestsOfPerson),
  subscribe("character.renamed", (tx, { guildId, characterId, name }) => requestStore(tx.db).renameCharacter(guildId, characterId, name)),
];

/** Whoever said that they are there is so no longer once it is handed over, or is somebody else's. */
async function forgetPresence({ db }: Transaction, { guildId, request, before }: RequestChanged): Promise<void> {
  const isOver = before !== null && before.crafterId !== null && (request.crafterId !== before.crafterId || request.deliveredAt !== null);
  if (isOver) await presenceStore(db).clear(guildId, request.id);
}

/** A request is for a character; without it there is nobody to craft for. */
async function cancelRequestsOf(tx: Transaction, { guildId, characterId, characterName, userId }: CharacterDeleted): Promise<void> {
  const reason = characterDeletedReason(characterName);
  await changeAll(tx, await requestStore(tx.db).listActiveOfCharacter(guildId, characterId), (request) => cancelled(request, reason, tx.now), { action: "cancel", actorId: userId, reason });
}

/** Others wait for what they had claimed. */
async function releaseClaimsOf(tx: Transaction, { guildId, userId }: MemberLeft): Promise<void> {
  await changeAll(tx, await requestStore(tx.db).listActiveOfPerson(guildId, "crafter", userId), (request) => givenUp(request, userId, tx.now), { action: "release", actorId: userId, reason: LEFT_REASON });
}

/** There is nobody to hand it over to. */
async function cancelRequestsOfPerson(tx: Transaction, { guildId, userId }: MemberLeft): Promise<void> {
  await changeAll(tx, await requestStore(tx.db).listActiveOfPerson(guildId, "requester", userId), (request) => cancelled(request, LEFT_REASON, tx.now), { action: "cancel", actorId: userId, reason: LEFT_REASON });
}

/** Does the same to several requests. */
async function changeAll(tx: Transaction, requests: readonly CraftingRequest[], decide: (request: CraftingRequest) => Outcome, told: Pick<RequestChanged, "action" | "actorId" | "reason">): Promise<void> {
  const store = requestStore(tx.db);
  const rewritten: Rewritten[] = [];
  for (const { guildId, id } of requests) {
    const one = await rewrite(store, guildId, id, decide);
    // Otherwise somebody completed it at this very moment.
    if (one.ok) rewritten.push(one.value);
  }
  // All are written before any is told, and told by profession: rows that rooms share (the day's counts)
  // are then taken in one order by everybody, and no two transactions wait for each other.
  for (const { before, next } of rewritten.toSorted((a, b) => inOrder(a.next.profession, b.next.profession)))
    await tx.raise({ type: "request.changed", guildId: next.guildId, request: next, before, completedNow: 0, ...told });
}
