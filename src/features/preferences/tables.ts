import type { Migrations } from "../../database/migrator.ts";
import type { Telling } from "./preferences.ts";

/** One person's {@link Preferences} in one guild a row. */
export interface PreferencesTable {
  guild_id: string;
  user_id: string;
  requests: Telling | null;
  crafts: Telling | null;
  quiet_from: number | null;
  quiet_to: number | null;
  time_zone: string;
  digest_at: number;
  changed_at: number;
}

declare module "../../database/schema.ts" {
  interface Database {
    preferences: PreferencesTable;
  }
}

export const preferencesMigrations: Migrations = {
  "2026-11-25-preferences": {
    async up(db) {
      await db.schema
        .createTable("preferences")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("requests", "text")
        .addColumn("crafts", "text")
        .addColumn("quiet_from", "integer")
        .addColumn("quiet_to", "integer")
        .addColumn("time_zone", "text", (column) => column.notNull())
        .addColumn("digest_at", "integer", (column) => column.notNull())
        .addColumn("changed_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("preferences_key", ["guild_id", "user_id"])
        .execute();
    },
  },
};
