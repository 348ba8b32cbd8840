import type { Migrations } from "../../database/migrator.ts";

/** What was measured in one minute, or in one hour once it is old. */
export interface MetricWindowsTable {
  /** Empty: what is of no guild, such as memory. */
  guild_id: string;
  id: string;
  /** A key of the metric table. */
  metric: string;
  flow: string;
  surface: string;
  cohort: string;
  /** The other labels, as JSON with sorted keys. */
  detail: string;
  started_at: number;
  span_ms: number;
  /** How many values, or what a counter rose by. */
  value_count: number;
  /** A sketch; null of a counter. */
  sketch: string | null;
}

declare module "../../database/schema.ts" {
  interface Database {
    metric_windows: MetricWindowsTable;
  }
}

export const windowMigrations: Migrations = {
  "2026-11-25-metric-windows": {
    async up(db) {
      await db.schema
        .createTable("metric_windows")
        .addColumn("guild_id", "text", (c) => c.notNull())
        .addColumn("id", "text", (c) => c.notNull())
        .addColumn("metric", "text", (c) => c.notNull())
        .addColumn("flow", "text", (c) => c.notNull())
        .addColumn("surface", "text", (c) => c.notNull())
        .addColumn("cohort", "text", (c) => c.notNull())
        .addColumn("detail", "text", (c) => c.notNull())
        .addColumn("started_at", "bigint", (c) => c.notNull())
        .addColumn("span_ms", "bigint", (c) => c.notNull())
        .addColumn("value_count", "bigint", (c) => c.notNull())
        .addColumn("sketch", "text")
        .addPrimaryKeyConstraint("metric_windows_key", ["guild_id", "id"])
        .execute();
      await db.schema.createIndex("metric_windows_by_span").on("metric_windows").columns(["span_ms", "started_at"]).execute();
    },
  },
};
