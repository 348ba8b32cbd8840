import type { Migrations } from "../../database/migrator.ts";
import type { Counts } from "./statistics-port.ts";

/** One row for each guild, profession and day on which something happened. */
export interface StatisticsDaysTable extends Counts {
  guild_id: string;
  /** In UTC: `2026-11-24`. */
  day: string;
  profession: string;
}

/** What one person did, a row each; only added to, so that nobody waits for another's. What is taken back is a row of negative numbers. */
export interface StatisticsDeedsTable {
  guild_id: string;
  id: string;
  /** In UTC: `2026-11-24`. */
  day: string;
  user_id: string;
  submitted: number;
  completed: number;
  items: number;
}

declare module "../../database/schema.ts" {
  interface Database {
    statistics_days: StatisticsDaysTable;
    statistics_deeds: StatisticsDeedsTable;
  }
}

export const statisticsMigrations: Migrations = {
  "2026-11-24-statistics": {
    async up(db) {
      await db.schema
        .createTable("statistics_days")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("day", "text", (column) => column.notNull())
        .addColumn("profession", "text", (column) => column.notNull())
        .addColumn("submitted", "bigint", (column) => column.notNull())
        .addColumn("claimed", "bigint", (column) => column.notNull())
        .addColumn("released", "bigint", (column) => column.notNull())
        .addColumn("completed", "bigint", (column) => column.notNull())
        .addColumn("items", "bigint", (column) => column.notNull())
        .addColumn("cancelled", "bigint", (column) => column.notNull())
        .addColumn("denied", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("statistics_days_key", ["guild_id", "day", "profession"])
        .execute();
    },
  },
  "2026-11-25-statistics-deeds": {
    async up(db) {
      await db.schema
        .createTable("statistics_deeds")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("day", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("submitted", "integer", (column) => column.notNull())
        .addColumn("completed", "integer", (column) => column.notNull())
        .addColumn("items", "integer", (column) => column.notNull())
        .addPrimaryKeyConstraint("statistics_deeds_key", ["guild_id", "id"])
        .execute();
      await db.schema.createIndex("statistics_deeds_by_day").on("statistics_deeds").columns(["guild_id", "day"]).execute();
      await db.schema.createIndex("statistics_deeds_by_person").on("statistics_deeds").columns(["guild_id", "user_id", "day"]).execute();
    },
  },
};
