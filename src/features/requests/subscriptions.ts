import type { CharacterDeleted } from "../characters/character.ts";
import { subscribe, type Subscription, type Transaction } from "../contract.ts";
import { characterDeletedReason } from "./reason.ts";
import { type Rewritten, rewrite } from "./rewrite.ts";
import { requestStore } from "./store.ts";
import { cancelled } from "./transition.ts";

/** What happens to requests when other rooms change something, in the same transaction. */
export const requestSubscriptions: readonly Subscription[] = [
  subscribe("character.deleted", cancelRequestsOf),
  subscribe("character.renamed", (tx, { guildId, characterId, name }) => requestStore(tx.db).renameCharacter(guildId, characterId, name)),
];

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
