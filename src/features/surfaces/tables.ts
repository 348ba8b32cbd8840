import type { Migrations } from "../../database/migrator.ts";
import type { OwnChannelPurpose, SurfaceFailure } from "./surface-port.ts";

/** A person's direct messages, as a member of a guild: whether they take any is a choice for each server. */
export interface DirectChannelsTable {
  guild_id: string;
  user_id: string;
  channel_id: string | null;
  closed_at: number | null;
}

/** Private threads and channels of one person each. */
export interface OwnChannelsTable {
  guild_id: string;
  user_id: string;
  purpose: OwnChannelPurpose;
  channel_id: string;
  /** Null: it is not removed. */
  idle_at: number | null;
}

/** Messages that flows are shown in, until they are swept. */
export interface FlowMessagesTable {
  guild_id: string;
  channel_id: string;
  message_id: string;
  user_id: string;
  is_form: 0 | 1;
  due_at: number;
}

/** Why a guild's people cannot have channels of their own. */
export interface SurfaceFailuresTable {
  guild_id: string;
  failure: SurfaceFailure;
}

/** News of a request that reached a person nowhere. */
export interface UnseenNewsTable {
  guild_id: string;
  user_id: string;
  number: number;
}

declare module "../../database/schema.ts" {
  interface Database {
    direct_channels: DirectChannelsTable;
    own_channels: OwnChannelsTable;
    flow_messages: FlowMessagesTable;
    surface_failures: SurfaceFailuresTable;
    unseen_news: UnseenNewsTable;
  }
}

export const surfaceMigrations: Migrations = {
  "2026-11-25-surfaces": {
    async up(db) {
      await db.schema
        .createTable("direct_channels")
        .addColumn("guild_id", "text", (c) => c.notNull())
        .addColumn("user_id", "text", (c) => c.notNull())
        .addColumn("channel_id", "text")
        .addColumn("closed_at", "bigint")
        .addPrimaryKeyConstraint("direct_channels_key", ["guild_id", "user_id"])
        .execute();
      await db.schema
        .createTable("own_channels")
        .addColumn("guild_id", "text", (c) => c.notNull())
        .addColumn("user_id", "text", (c) => c.notNull())
        .addColumn("purpose", "text", (c) => c.notNull())
        .addColumn("channel_id", "text", (c) => c.notNull())
        .addColumn("idle_at", "bigint")
        .addPrimaryKeyConstraint("own_channels_key", ["guild_id", "user_id", "purpose"])
        .execute();
      await db.schema.createIndex("own_channels_by_channel").on("own_channels").column("channel_id").execute();
      await db.schema.createIndex("own_channels_by_idle").on("own_channels").column("idle_at").execute();
      await db.schema
        .createTable("flow_messages")
        .addColumn("guild_id", "text", (c) => c.notNull())
        .addColumn("channel_id", "text", (c) => c.notNull())
        .addColumn("message_id", "text", (c) => c.notNull())
        .addColumn("user_id", "text", (c) => c.notNull())
        .addColumn("is_form", "integer", (c) => c.notNull())
        .addColumn("due_at", "bigint", (c) => c.notNull())
        .addPrimaryKeyConstraint("flow_messages_key", ["guild_id", "channel_id", "message_id"])
        .execute();
      await db.schema.createIndex("flow_messages_by_message").on("flow_messages").column("message_id").unique().execute();
      await db.schema.createIndex("flow_messages_by_channel").on("flow_messages").columns(["channel_id", "due_at"]).execute();
      await db.schema.createIndex("flow_messages_by_due").on("flow_messages").column("due_at").execute();
      await db.schema
        .createTable("surface_failures")
        .addColumn("guild_id", "text", (c) => c.notNull())
        .addColumn("failure", "text", (c) => c.notNull())
        .addPrimaryKeyConstraint("surface_failures_key", ["guild_id"])
        .execute();
      await db.schema
        .createTable("unseen_news")
        .addColumn("guild_id", "text", (c) => c.notNull())
        .addColumn("user_id", "text", (c) => c.notNull())
        .addColumn("number", "integer", (c) => c.notNull())
        .addPrimaryKeyConstraint("unseen_news_key", ["guild_id", "user_id", "number"])
        .execute();
    },
  },
};
