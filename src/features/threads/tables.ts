import type { Migrations } from "../../database/migrator.ts";
import type { DeliveryFailure } from "../contract.ts";

/** A request's private thread. */
export interface RequestThreadsTable {
  guild_id: string;
  request_id: string;
  channel_id: string;
  /** The message in it that shows the request. */
  message_id: string;
  name: string;
  /** Who was let in, as JSON. */
  members: string;
}

/** Why a guild's threads cannot be opened. */
export interface ThreadFailuresTable {
  guild_id: string;
  failure: DeliveryFailure;
}

declare module "../../database/schema.ts" {
  interface Database {
    request_threads: RequestThreadsTable;
    thread_failures: ThreadFailuresTable;
  }
}

export const threadMigrations: Migrations = {
  "2026-11-25-request-threads": {
    async up(db) {
      await db.schema
        .createTable("request_threads")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("request_id", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("message_id", "text", (column) => column.notNull())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("members", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("request_threads_key", ["guild_id", "request_id"])
        .execute();
      await db.schema
        .createTable("thread_failures")
        .addColumn("guild_id", "text", (column) => column.primaryKey())
        .addColumn("failure", "text", (column) => column.notNull())
        .execute();
    },
  },
};
