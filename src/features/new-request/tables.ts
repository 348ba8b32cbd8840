import type { Migrations } from "../../database/migrator.ts";

export interface RequestDraftsTable {
  guild_id: string;
  id: string;
  user_id: string;
  /** A draft's state as JSON; see draft-store.ts. */
  state: string;
  version: number;
  created_at: number;
  changed_at: number;
}

declare module "../../database/schema.ts" {
  interface Database {
    request_drafts: RequestDraftsTable;
  }
}

export const newRequestMigrations: Migrations = {
  "2026-11-24-new-request": {
    async up(db) {
      await db.schema
        .createTable("request_drafts")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("version", "integer", (column) => column.notNull())
        .addColumn("created_at", "bigint", (column) => column.notNull())
        .addColumn("changed_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("request_drafts_key", ["guild_id", "id"])
        .execute();
      await db.schema.createIndex("request_drafts_age").on("request_drafts").columns(["guild_id", "changed_at"]).execute();
    },
  },
};
