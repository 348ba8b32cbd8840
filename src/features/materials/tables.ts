import type { Kysely } from "kysely";
import type { Migrations } from "../../database/migrator.ts";
import type { Database } from "../../database/schema.ts";
import { materialStands } from "../requests/material-stand.ts";
import { ACTIVE_STATES, type MaterialLine } from "../requests/request.ts";

/** What one person has pledged of one material to one request. */
export interface PledgesTable {
  guild_id: string;
  request_id: string;
  user_id: string;
  /** Discord locale in which they are told things. */
  user_locale: string;
  material: string;
  /** At least 1. */
  amount: number;
  /** When it was last raised: what no longer fits is cut from the latest first. */
  pledged_at: number;
  /** When its request came to its end, which is kept so that an end that is undone brings it back; null while it holds. */
  ended_at: number | null;
}

/** What happened to pledges. Rows are only ever added. */
export interface PledgeEventsTable {
  guild_id: string;
  id: string;
  request_id: string;
  /** Whose pledge. */
  user_id: string;
  /** Who did what changed it. */
  actor_id: string;
  material: string;
  amount_before: number;
  amount_after: number;
  at: number;
}

/** How each material of each active request stands that its requester does not bring alone, so that totals are sums over one index. Follows requests and pledges in their transactions. */
export interface MaterialNeedsTable {
  guild_id: string;
  request_id: string;
  material: string;
  profession: string;
  character_id: string;
  character_name: string;
  crafter_id: string | null;
  needed: number;
  brought: number;
  pledged: number;
  missing: number;
}

declare module "../../database/schema.ts" {
  interface Database {
    pledges: PledgesTable;
    pledge_events: PledgeEventsTable;
    material_needs: MaterialNeedsTable;
  }
}

const COUNTS = ["needed", "brought", "pledged", "missing"] as const;

/** Each serves one narrowing of the totals; the first and the last are read without the rows. */
const INDEXES: Readonly<Record<string, readonly string[]>> = {
  material_needs_profession: ["guild_id", "profession", "material", ...COUNTS],
  material_needs_crafter: ["guild_id", "crafter_id", "profession"],
  material_needs_character: ["guild_id", "character_id", "profession", "character_name", "missing"],
};

export const materialsMigrations: Migrations = {
  "2026-11-25-request-pledges-and-needs": {
    async up(db) {
      await createPledges(db);
      await createNeeds(db);
      for (const [name, columns] of Object.entries(INDEXES)) await db.schema.createIndex(name).on("material_needs").columns([...columns]).execute();
      await fillNeeds(db);
    },
  },
  "2026-11-25-request-pledges-locale": {
    async up(db) {
      await db.schema.alterTable("pledges").addColumn("user_locale", "text", (column) => column.notNull().defaultTo("en-US")).execute();
    },
  },
};

async function createPledges(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("pledges")
    .addColumn("guild_id", "text", (column) => column.notNull())
    .addColumn("request_id", "text", (column) => column.notNull())
    .addColumn("user_id", "text", (column) => column.notNull())
    .addColumn("material", "text", (column) => column.notNull())
    .addColumn("amount", "integer", (column) => column.notNull())
    .addColumn("pledged_at", "bigint", (column) => column.notNull())
    .addColumn("ended_at", "bigint")
    .addPrimaryKeyConstraint("pledges_key", ["guild_id", "request_id", "user_id", "material"])
    .execute();
  await db.schema
    .createTable("pledge_events")
    .addColumn("guild_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("request_id", "text", (column) => column.notNull())
    .addColumn("user_id", "text", (column) => column.notNull())
    .addColumn("actor_id", "text", (column) => column.notNull())
    .addColumn("material", "text", (column) => column.notNull())
    .addColumn("amount_before", "integer", (column) => column.notNull())
    .addColumn("amount_after", "integer", (column) => column.notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("pledge_events_key", ["guild_id", "id"])
    .execute();
  await db.schema.createIndex("pledge_events_request").on("pledge_events").columns(["guild_id", "request_id", "id"]).execute();
}

async function createNeeds(db: Kysely<unknown>): Promise<void> {
  const counts = db.schema
    .createTable("material_needs")
    .addColumn("guild_id", "text", (column) => column.notNull())
    .addColumn("request_id", "text", (column) => column.notNull())
    .addColumn("material", "text", (column) => column.notNull())
    .addColumn("profession", "text", (column) => column.notNull())
    .addColumn("character_id", "text", (column) => column.notNull())
    .addColumn("character_name", "text", (column) => column.notNull())
    .addColumn("crafter_id", "text")
    .addPrimaryKeyConstraint("material_needs_key", ["guild_id", "request_id", "material"]);
  await COUNTS.reduce((table, count) => table.addColumn(count, "integer", (column) => column.notNull()), counts).execute();
}

/** The requests that were active before there was this table. */
async function fillNeeds(db: Kysely<unknown>): Promise<void> {
  const known = db.withTables<Pick<Database, "requests" | "material_needs">>();
  const columns = ["guild_id", "id", "state", "quantity", "completed", "materials", "profession", "character_id", "character_name", "crafter_id"] as const;
  for (const row of await known.selectFrom("requests").select(columns).where("state", "in", ACTIVE_STATES).execute()) {
    const stands = materialStands({ ...row, materials: JSON.parse(row.materials) as readonly MaterialLine[], pledged: {} });
    const { guild_id, id: request_id, profession, character_id, character_name, crafter_id } = row;
    const needs = stands.map(({ name: material, ...counts }) => ({ guild_id, request_id, material, profession, character_id, character_name, crafter_id, ...counts }));
    if (needs.length > 0) await known.insertInto("material_needs").values(needs).execute();
  }
}
