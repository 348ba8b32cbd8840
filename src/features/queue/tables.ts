import type { Migrations } from "../../database/migrator.ts";
import type { QueueFilter } from "./selection.ts";

/** One {@link Selection} a row; never changed, gone after a day. */
export interface QueueSelectionsTable {
  guild_id: string;
  id: string;
  user_id: string;
  filter: QueueFilter;
  profession: string;
  page: number;
  /** JSON: a list of `Chosen`. */
  chosen: string;
  typed: string;
  created_at: number;
}

declare module "../../database/schema.ts" {
  interface Database {
    queue_selections: QueueSelectionsTable;
  }
}

export const queueMigrations: Migrations = {
  "2026-11-24-queue": {
    async up(db) {
      await db.schema
        .createTable("queue_selections")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("filter", "text", (column) => column.notNull())
        .addColumn("profession", "text", (column) => column.notNull())
        .addColumn("page", "integer", (column) => column.notNull())
        .addColumn("chosen", "text", (column) => column.notNull())
        .addColumn("created_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("queue_selections_key", ["guild_id", "id"])
        .execute();
      // For removing the old ones.
      await db.schema.createIndex("queue_selections_age").on("queue_selections").columns(["guild_id", "created_at"]).execute();
    },
  },
  "2026-11-25-queue-typed": {
    async up(db) {
      await db.schema.alterTable("queue_selections").addColumn("typed", "text", (column) => column.notNull().defaultTo("")).execute();
    },
  },
};
