import type { Migrations } from "../../database/migrator.ts";
import type { DeliveryFailure } from "../contract.ts";

/** The message that shows a request on the board. */
export interface BoardCardsTable {
  guild_id: string;
  request_id: string;
  channel_id: string;
  message_id: string;
}

/** A channel where the board's cards do not arrive. */
export interface BoardFailuresTable {
  guild_id: string;
  channel_id: string;
  failure: DeliveryFailure;
}

/** When a role was mentioned last, or will be next. */
export interface BoardMentionsTable {
  guild_id: string;
  role_id: string;
  due_at: number;
}

declare module "../../database/schema.ts" {
  interface Database {
    board_cards: BoardCardsTable;
    board_failures: BoardFailuresTable;
    board_mentions: BoardMentionsTable;
  }
}

export const boardMigrations: Migrations = {
  "2026-11-24-board": {
    async up(db) {
      await db.schema
        .createTable("board_cards")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("request_id", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("message_id", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("board_cards_key", ["guild_id", "request_id"])
        .execute();
    },
  },
  "2026-11-25-board-failures": {
    async up(db) {
      await db.schema
        .createTable("board_failures")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("failure", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("board_failures_key", ["guild_id", "channel_id"])
        .execute();
    },
  },
  "2026-11-25-board-mentions": {
    async up(db) {
      await db.schema
        .createTable("board_mentions")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("role_id", "text", (column) => column.notNull())
        .addColumn("due_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("board_mentions_key", ["guild_id", "role_id"])
        .execute();
    },
  },
};
