import type { Db } from "../../database/schema.ts";
import type { Maker } from "./known-recipe.ts";
import type { KnownRecipes } from "./known-recipes-port.ts";

export interface KnownRecipesReads extends KnownRecipes {
  /** Who has it marked, or has learned it, those who made most of it first. */
  listMakers(guildId: string, recipeId: string, limit: number): Promise<readonly Maker[]>;
  /** Whether completing something marks it for this person. */
  isLearning(guildId: string, userId: string): Promise<boolean>;
}

/** Answers from what is committed, or as one transaction sees it. */
export const knownRecipesReads = (db: Db): KnownRecipesReads => ({
  async listKnown(guildId, userId) {
    const rows = await db.selectFrom("known_recipes").select("recipe_id").where("guild_id", "=", guildId).where("user_id", "=", userId).where("origin", "!=", "none").execute();
    return rows.map((row) => row.recipe_id);
  },

  async listMakers(guildId, recipeId, limit) {
    const rows = await db
      .selectFrom("known_recipes")
      .select(["user_id", "made"])
      .where("guild_id", "=", guildId)
      .where("recipe_id", "=", recipeId)
      .where("origin", "!=", "none")
      .orderBy("made", "desc")
      .orderBy("user_id")
      .limit(limit)
      .execute();
    return rows.map((row) => ({ userId: row.user_id, made: row.made }));
  },

  async isLearning(guildId, userId) {
    const row = await db.selectFrom("known_recipes_choices").select("learns").where("guild_id", "=", guildId).where("user_id", "=", userId).executeTakeFirst();
    return row?.learns !== 0;
  },
});
