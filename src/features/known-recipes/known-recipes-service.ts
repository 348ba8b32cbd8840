import { mayCraft } from "../guild-settings/rights.ts";
import type { Call, InTransaction } from "../contract.ts";
import type { Recipe } from "../recipes/recipe.ts";
import { knownRecipesReads } from "./read-model.ts";
import { mark, setLearning, unmark } from "./store.ts";

/** What came of marking some. */
export interface Marked {
  readonly added: readonly Recipe[];
  readonly knownBefore: readonly Recipe[];
  /** Of professions that the person has no role for. */
  readonly notTheirs: readonly Recipe[];
}

export interface KnownRecipesService {
  /** Marks those of the person's professions. */
  add(call: Call, recipes: readonly Recipe[]): Promise<Marked>;
  remove(call: Call, recipeIds: readonly string[]): Promise<void>;
  setLearning(call: Call, learns: boolean): Promise<void>;
}

/** Everybody changes their own list, and nobody else's. */
export const knownRecipesService = ({ inTransaction }: { readonly inTransaction: InTransaction }): KnownRecipesService => ({
  add: (call, recipes) =>
    inTransaction(async ({ db, now }) => {
      const known = new Set(await knownRecipesReads(db).listKnown(call.guildId, call.userId));
      const theirs = recipes.filter(({ profession }) => mayCraft(call.rights, profession));
      const added = theirs.filter(({ id }) => !known.has(id));
      await mark(db, call, added.map(({ id }) => id), now);
      return { added, knownBefore: theirs.filter(({ id }) => known.has(id)), notTheirs: recipes.filter(({ profession }) => !mayCraft(call.rights, profession)) };
    }),
  remove: (call, recipeIds) => inTransaction(({ db, now }) => unmark(db, call, recipeIds, now)),
  setLearning: (call, learns) => inTransaction(({ db }) => setLearning(db, call, learns)),
});
