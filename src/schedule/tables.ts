import type { Migrations } from "../database/migrator.ts";

/** What is to happen later. A timer that has run is removed, so that the table stays small. */
export interface TimersTable {
  guild_id: string;
  kind: string;
  /** What it is about, such as a request's id; one of each kind. */
  timer_key: string;
  /** When it is run, or tried again after a failure. */
  due_at: number;
  /** JSON. */
  payload: string;
  /** How often it has failed since it was set. */
  failures: number;
}

declare module "../database/schema.ts" {
  interface Database {
    timers: TimersTable;
  }
}

export const scheduleMigrations: Migrations = {
  "2026-11-25-timers": {
    async up(db) {
      await db.schema
        .createTable("timers")
        .addColumn("guild_id", "text", (c) => c.notNull())
        .addColumn("kind", "text", (c) => c.notNull())
        .addColumn("timer_key", "text", (c) => c.notNull())
        .addColumn("due_at", "bigint", (c) => c.notNull())
        .addColumn("payload", "text", (c) => c.notNull())
        .addColumn("failures", "integer", (c) => c.notNull())
        .addPrimaryKeyConstraint("timers_key", ["guild_id", "kind", "timer_key"])
        .execute();
      await db.schema.createIndex("timers_by_due").on("timers").column("due_at").execute();
    },
  },
};
