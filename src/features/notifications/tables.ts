import type { Migrations } from "../../database/migrator.ts";

/** Messages that told of an action which can still be taken back. */
export interface ToldNewsTable {
  guild_id: string;
  request_id: string;
  /** The request's version that the action led to. */
  version: number;
  user_id: string;
  channel_id: string;
  message_id: string;
  /** JSON: what was told. */
  news: string;
  told_at: number;
}

declare module "../../database/schema.ts" {
  interface Database {
    told_news: ToldNewsTable;
  }
}

export const notificationsMigrations: Migrations = {
  "2026-11-25-told-news": {
    async up(db) {
      await db.schema
        .createTable("told_news")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("request_id", "text", (column) => column.notNull())
        .addColumn("version", "integer", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("message_id", "text", (column) => column.notNull())
        .addColumn("news", "text", (column) => column.notNull())
        .addColumn("told_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("told_news_key", ["guild_id", "request_id", "version", "user_id"])
        .execute();
      await db.schema.createIndex("told_news_by_age").on("told_news").columns(["guild_id", "told_at"]).execute();
    },
  },
};
