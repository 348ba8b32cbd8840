import { subscribe, type Subscription } from "../contract.ts";
import { knownRecipesReads } from "./read-model.ts";
import { addMade, learn, unlearn } from "./store.ts";

/** Counts what crafters make, and has them know it, in the transaction that completes it. */
export const knownRecipesSubscriptions: readonly Subscription[] = [
  subscribe("request.changed", async (tx, { guildId, action, request, before, completedNow, undone }) => {
    if ((undone?.action ?? action) !== "complete") return;
    const userId = request.crafterId ?? before?.crafterId ?? null;
    if (userId === null) return;
    const crafter = { guildId, userId };
    if (undone) {
      await addMade(tx.db, crafter, request.recipeId, -undone.completedNow, tx.now);
      return unlearn(tx.db, crafter, request.recipeId);
    }
    await addMade(tx.db, crafter, request.recipeId, completedNow, tx.now);
    if (await knownRecipesReads(tx.db).isLearning(guildId, userId)) await learn(tx.db, crafter, request.recipeId);
  }),
];
