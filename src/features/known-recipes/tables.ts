import type { Migrations } from "../../database/migrator.ts";
import type { Origin } from "./known-recipe.ts";

/** One recipe of one person a row, also when they only made it and do not have it marked. */
export interface KnownRecipesTable {
  guild_id: string;
  user_id: string;
  recipe_id: string;
  origin: Origin;
  made: number;
  changed_at: number;
}

/** What somebody has chosen of how their list grows; no row means that it learns. */
export interface KnownRecipesChoicesTable {
  guild_id: string;
  user_id: string;
  /** 0 or 1. */
  learns: number;
}

declare module "../../database/schema.ts" {
  interface Database {
    known_recipes: KnownRecipesTable;
    known_recipes_choices: KnownRecipesChoicesTable;
  }
}

export const knownRecipesMigrations: Migrations = {
  "2026-11-25-known-recipes": {
    async up(db) {
      await db.schema
        .createTable("known_recipes")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("recipe_id", "text", (column) => column.notNull())
        .addColumn("origin", "text", (column) => column.notNull())
        .addColumn("made", "integer", (column) => column.notNull())
        .addColumn("changed_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("known_recipes_key", ["guild_id", "user_id", "recipe_id"])
        .execute();
      // For who can make something.
      await db.schema.createIndex("known_recipes_makers").on("known_recipes").columns(["guild_id", "recipe_id", "made"]).execute();
      await db.schema
        .createTable("known_recipes_choices")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("learns", "integer", (column) => column.notNull())
        .addPrimaryKeyConstraint("known_recipes_choices_key", ["guild_id", "user_id"])
        .execute();
    },
  },
};
