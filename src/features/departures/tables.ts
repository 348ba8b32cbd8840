import type { Migrations } from "../../database/migrator.ts";

/** Somebody whom others wait for, or who waits for others: whether they are still there is looked up now and then. */
export interface MemberChecksTable {
  guild_id: string;
  user_id: string;
  due_at: number;
  /** When it was found out that they have left; null while they are there. */
  left_at: number | null;
}

declare module "../../database/schema.ts" {
  interface Database {
    member_checks: MemberChecksTable;
  }
}

export const departureMigrations: Migrations = {
  "2026-11-25-member-checks": {
    async up(db) {
      await db.schema
        .createTable("member_checks")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("due_at", "bigint", (column) => column.notNull())
        .addColumn("left_at", "bigint")
        .addPrimaryKeyConstraint("member_checks_key", ["guild_id", "user_id"])
        .execute();
      await db.schema.createIndex("member_checks_due").on("member_checks").column("due_at").execute();
    },
  },
};
