import type { Migrations } from "../../database/migrator.ts";
import type { Counts } from "./statistics-port.ts";

/** One row for each guild, profession and day on which something happened. */
export interface StatisticsDaysTable extends Counts {
  guild_id: string;
  /** In UTC: `2026-11-24`. */
  day: string;
  profession: string;
}

declare module "../../database/schema.ts" {
  interface Database {
    statistics_days: StatisticsDaysTable;
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
};
