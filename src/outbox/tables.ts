import type { Migrations } from "../database/migrator.ts";
import type { DeliveryFailure } from "../features/contract.ts";

/** Messages that are still to be sent. A delivered one is removed, so that the table stays small. */
export interface OutboxTable {
  guild_id: string;
  id: string;
  topic: string;
  message_key: string;
  /** JSON. */
  payload: string;
  /** When it should be sent; with the id, the order within one topic and key. */
  due_at: number;
  /** Nobody may take it before: the end of a lease, or of a pause after a failure. */
  held_until: number;
  /** Grows with each lease, so that an attempt whose lease ran out knows that it was overtaken. */
  attempts: number;
  /** When the attempt under way began. Left behind by a process that died, it says "perhaps sent". */
  claimed_at: number | null;
  /** The earliest attempt of which nobody knows whether it reached Discord. */
  maybe_sent_at: number | null;
  last_error: string | null;
  created_at: number;
}

/** Messages that will never arrive, and why. */
export interface DeadLettersTable {
  guild_id: string;
  id: string;
  topic: string;
  message_key: string;
  payload: string;
  attempts: number;
  failure: DeliveryFailure;
  /** The last error in words. */
  detail: string;
  created_at: number;
  failed_at: number;
}

declare module "../database/schema.ts" {
  interface Database {
    outbox: OutboxTable;
    dead_letters: DeadLettersTable;
  }
}

export const outboxMigrations: Migrations = {
  "2026-11-24-outbox": {
    async up(db) {
      await db.schema
        .createTable("outbox")
        .addColumn("guild_id", "text", (c) => c.notNull())
        .addColumn("id", "text", (c) => c.notNull())
        .addColumn("topic", "text", (c) => c.notNull())
        .addColumn("message_key", "text", (c) => c.notNull())
        .addColumn("payload", "text", (c) => c.notNull())
        .addColumn("due_at", "bigint", (c) => c.notNull())
        .addColumn("held_until", "bigint", (c) => c.notNull())
        .addColumn("attempts", "integer", (c) => c.notNull())
        .addColumn("claimed_at", "bigint")
        .addColumn("maybe_sent_at", "bigint")
        .addColumn("last_error", "text")
        .addColumn("created_at", "bigint", (c) => c.notNull())
        .addPrimaryKeyConstraint("outbox_key", ["guild_id", "id"])
        .execute();
      await db.schema.createIndex("outbox_by_due").on("outbox").columns(["due_at", "id"]).execute();
      await db.schema.createIndex("outbox_by_message_key").on("outbox").columns(["guild_id", "topic", "message_key", "due_at", "id"]).execute();
      await db.schema
        .createTable("dead_letters")
        .addColumn("guild_id", "text", (c) => c.notNull())
        .addColumn("id", "text", (c) => c.notNull())
        .addColumn("topic", "text", (c) => c.notNull())
        .addColumn("message_key", "text", (c) => c.notNull())
        .addColumn("payload", "text", (c) => c.notNull())
        .addColumn("attempts", "integer", (c) => c.notNull())
        .addColumn("failure", "text", (c) => c.notNull())
        .addColumn("detail", "text", (c) => c.notNull())
        .addColumn("created_at", "bigint", (c) => c.notNull())
        .addColumn("failed_at", "bigint", (c) => c.notNull())
        .addPrimaryKeyConstraint("dead_letters_key", ["guild_id", "id"])
        .execute();
    },
  },
};
