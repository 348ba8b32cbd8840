import type { Migrations } from "../../database/migrator.ts";

export interface CharactersTable {
  guild_id: string;
  id: string;
  user_id: string;
  name: string;
  /** See `foldName`; unique per person and guild. */
  name_folded: string;
  created_at: number;
}

/** One row per person who ever had a character: writing to it first puts a person's changes in a row, on both engines. */
export interface CharacterOwnersTable {
  guild_id: string;
  user_id: string;
  main_id: string | null;
}

declare module "../../database/schema.ts" {
  interface Database {
    characters: CharactersTable;
    character_owners: CharacterOwnersTable;
  }
}

export const characterMigrations: Migrations = {
  "2026-11-24-characters": {
    async up(db) {
      await db.schema
        .createTable("characters")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("name_folded", "text", (column) => column.notNull())
        .addColumn("created_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("characters_key", ["guild_id", "id"])
        .addUniqueConstraint("characters_name", ["guild_id", "user_id", "name_folded"])
        .execute();
      await db.schema
        .createTable("character_owners")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("main_id", "text")
        .addPrimaryKeyConstraint("character_owners_key", ["guild_id", "user_id"])
        .execute();
    },
  },
};
