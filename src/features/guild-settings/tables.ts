import type { Migrations } from "../../database/migrator.ts";

/** One answer of a guild's own. A row's presence is the answer; a newer version's keys are left alone. */
export interface GuildSettingsTable {
  guild_id: string;
  key: string;
  /** JSON. */
  value: string;
  changed_at: number;
  /** Null when it was set at start-up. */
  changed_by: string | null;
}

declare module "../../database/schema.ts" {
  interface Database {
    guild_settings: GuildSettingsTable;
  }
}

export const guildSettingsMigrations: Migrations = {
  "2026-11-24-guild-settings": {
    async up(db) {
      await db.schema
        .createTable("guild_settings")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("key", "text", (column) => column.notNull())
        .addColumn("value", "text", (column) => column.notNull())
        .addColumn("changed_at", "bigint", (column) => column.notNull())
        .addColumn("changed_by", "text")
        .addPrimaryKeyConstraint("guild_settings_key", ["guild_id", "key"])
        .execute();
    },
  },
};
