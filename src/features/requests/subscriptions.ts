import type { CharacterDeleted } from "../characters/character.ts";
import { subscribe, type Subscription, type Transaction } from "../contract.ts";
import type { RequestChanged } from "./events.ts";
import { presenceStore } from "./presence-store.ts";
import { characterDeletedReason } from "./reason.ts";
import { type Rewritten, rewrite } from "./rewrite.ts";
import { requestStore } from "./store.ts";
import { setTimers, type TimerDeps } from "./timers.ts";
import { cancelled } from "./transition.ts";

/** What happens to requests when other rooms change something, in the same transaction. */
export const requestSubscriptions = (timers: TimerDeps): readonly Subscription[] => [
  subscribe("request.changed", async (tx, event) => {
    await setTimers(timers, tx, event);
    await forgetPresence(tx, event);
  }),
  subscribe("character.deleted", cancelRequestsOf),
  subscribe("character.renamed", (tx, { guildId, characterId, name }) => requestStore(tx.db).renameCharacter(guildId, characterId, name)),
];

/** Whoever said that they are there is so no longer once it is handed over, or is somebody else's. */
async function forgetPresence({ db }: Transaction, { guildId, request, before }: RequestChanged): Promise<void> {
  const isOver = before !== null && before.crafterId !== null && (request.crafterId !== before.crafterId || request.deliveredAt !== null);
  if (isOver) await presenceStore(db).clear(guildId, request.id);
}

/** A request is for a character; without it there is nobody to craft for. */
async function cancelRequestsOf(tx: Transaction, { guildId, characterId, characterName, userId }: CharacterDeleted): Promise<void> {
  const store = requestStore(tx.db);
  const rewritten: Rewritten[] = [];
  for (const { id } of await store.listActiveOfCharacter(guildId, characterId)) {
    const one = await rewrite(store, guildId, id, (request) => cancelled(request, characterDeletedReason(characterName), tx.now));
    // Otherwise its crafter completed it at this very moment.
    if (one.ok) rewritten.push(one.value);
  }
  // All are written before any is told, and told by profession: rows that rooms share (the day's counts)
  // are then taken in one order by everybody, and no two transactions wait for each other.
  for (const { before, next } of rewritten.toSorted((a, b) => (a.next.profession < b.next.profession ? -1 : 1)))
    await tx.raise({ type: "request.changed", guildId, request: next, before, action: "cancel", actorId: userId, completedNow: 0, reason: next.reason });
}
