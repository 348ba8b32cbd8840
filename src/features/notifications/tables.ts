import { sql } from "kysely";
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

/** News that is told together with others: what was done to many at once, in quiet hours, or in a day. */
export interface BundledNewsTable {
  guild_id: string;
  id: string;
  /** What has the same is one message. */
  bundle_key: string;
  request_id: string;
  version: number;
  /** JSON: what is told. */
  news: string;
  created_at: number;
  /** Null while it waits. */
  sent_at: number | null;
  channel_id: string | null;
  message_id: string | null;
}

/** A bundle that waits, a row each: so that of any number of people who begin it at one moment, one does. */
export interface NewsBundlesTable {
  guild_id: string;
  bundle_key: string;
  begun_at: number;
}

declare module "../../database/schema.ts" {
  interface Database {
    told_news: ToldNewsTable;
    bundled_news: BundledNewsTable;
    news_bundles: NewsBundlesTable;
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
  "2026-11-25-bundled-news": {
    async up(db) {
      await db.schema
        .createTable("bundled_news")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("bundle_key", "text", (column) => column.notNull())
        .addColumn("request_id", "text", (column) => column.notNull())
        .addColumn("version", "integer", (column) => column.notNull())
        .addColumn("news", "text", (column) => column.notNull())
        .addColumn("created_at", "bigint", (column) => column.notNull())
        .addColumn("sent_at", "bigint")
        .addColumn("channel_id", "text")
        .addColumn("message_id", "text")
        .addPrimaryKeyConstraint("bundled_news_key", ["guild_id", "id"])
        .execute();
      await db.schema.createIndex("bundled_news_by_bundle").on("bundled_news").columns(["guild_id", "bundle_key", "id"]).execute();
      await db.schema.createIndex("bundled_news_by_request").on("bundled_news").columns(["guild_id", "request_id", "version"]).execute();
      await db.schema.createIndex("bundled_news_by_age").on("bundled_news").columns(["guild_id", "sent_at"]).execute();
    },
  },
  "2026-11-25-news-bundles": {
    async up(db) {
      await db.schema
        .createTable("news_bundles")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("bundle_key", "text", (column) => column.notNull())
        .addColumn("begun_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("news_bundles_key", ["guild_id", "bundle_key"])
        .execute();
      // Those that wait already.
      await sql`insert into news_bundles select guild_id, bundle_key, min(created_at) from bundled_news where sent_at is null group by guild_id, bundle_key`.execute(db);
    },
  },
};
