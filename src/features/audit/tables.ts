import type { Migrations } from "../../database/migrator.ts";
import type { RequestState } from "../requests/request.ts";
import type { Changes } from "../requests/request-changes.ts";
import type { AuditEntry } from "./audit-port.ts";

/** Rows are only ever added. */
export interface AuditEventsTable {
  guild_id: string;
  id: string;
  request_id: string;
  /** The request's version that it led to: each has exactly one event, and they tell the order. */
  request_version: number;
  at: number;
  actor_id: string;
  action: AuditEntry["action"];
  from_state: RequestState | null;
  to_state: RequestState;
  /** JSON: {@link AuditDetails}. */
  details: string;
}

/** What only some actions have. */
export interface AuditDetails {
  readonly count?: number;
  readonly reason?: string;
  readonly crafter?: string;
  readonly changes?: Changes;
}

/** Rows are only ever added. */
export interface AuditSettingsTable {
  guild_id: string;
  id: string;
  at: number;
  actor_id: string;
  key: string;
  /** JSON; null when the guild had no answer of its own. */
  before_value: string | null;
  after_value: string | null;
}

declare module "../../database/schema.ts" {
  interface Database {
    audit_events: AuditEventsTable;
    audit_settings: AuditSettingsTable;
  }
}

export const auditMigrations: Migrations = {
  "2026-11-24-audit": {
    async up(db) {
      await db.schema
        .createTable("audit_events")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("request_id", "text", (column) => column.notNull())
        .addColumn("request_version", "integer", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addColumn("actor_id", "text", (column) => column.notNull())
        .addColumn("action", "text", (column) => column.notNull())
        .addColumn("from_state", "text")
        .addColumn("to_state", "text", (column) => column.notNull())
        .addColumn("details", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("audit_events_key", ["guild_id", "id"])
        .addUniqueConstraint("audit_events_version", ["guild_id", "request_id", "request_version"])
        .execute();
    },
  },
  "2026-11-25-audit-settings": {
    async up(db) {
      await db.schema
        .createTable("audit_settings")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addColumn("actor_id", "text", (column) => column.notNull())
        .addColumn("key", "text", (column) => column.notNull())
        .addColumn("before_value", "text")
        .addColumn("after_value", "text")
        .addPrimaryKeyConstraint("audit_settings_key", ["guild_id", "id"])
        .execute();
    },
  },
  "2026-11-25-audit-views": {
    async up(db) {
      // The whole guild's, newest first; and what one person did, also when last.
      await db.schema.createIndex("audit_events_times").on("audit_events").columns(["guild_id", "at", "id"]).execute();
      await db.schema.createIndex("audit_events_people").on("audit_events").columns(["guild_id", "actor_id", "at", "id"]).execute();
    },
  },
};
