import type { Migrations } from "../../database/migrator.ts";
import type { DeliveryFailure } from "../contract.ts";

/** A panel that was asked for: one per channel. */
export interface PanelsTable {
  guild_id: string;
  channel_id: string;
  /** Null until it is posted. */
  message_id: string | null;
  /** Why the last posting failed; null when it did not. */
  failure: DeliveryFailure | null;
  asked_at: number;
}

declare module "../../database/schema.ts" {
  interface Database {
    panels: PanelsTable;
  }
}

export const panelMigrations: Migrations = {
  "2026-11-24-panel": {
    async up(db) {
      await db.schema
        .createTable("panels")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("message_id", "text")
        .addColumn("failure", "text")
        .addColumn("asked_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("panels_key", ["guild_id", "channel_id"])
        .execute();
    },
  },
};
