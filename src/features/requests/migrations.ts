import type { Kysely } from "kysely";
import type { Migrations } from "../../database/migrator.ts";

/** Every index serves one list or lookup of store.ts or read-model.ts, named beside it. */
const INDEXES: Readonly<Record<string, readonly string[]>> = {
  // The queue of some professions, and its count, which reads the index alone.
  requests_queue: ["guild_id", "state", "profession", "created_at", "id"],
  // The queue of every profession.
  requests_open: ["guild_id", "state", "created_at", "id"],
  // What a crafter has claimed, without all that they ever completed.
  requests_claims: ["guild_id", "crafter_id", "state", "created_at", "id"],
  // A person's own by state, newest change first, and how many there are of each.
  requests_mine: ["guild_id", "requester_id", "state", "changed_at", "id"],
  // What a person requested lately.
  requests_recent: ["guild_id", "requester_id", "created_at", "recipe_id"],
  // What ends or is renamed with a character.
  requests_character: ["guild_id", "character_id", "state"],
};

/** In place of the first two: the queue in the order of its deadlines. */
const INDEXES_BY_DEADLINE: Readonly<Record<string, readonly string[]>> = {
  requests_queue_by_deadline: ["guild_id", "state", "profession", "needed_by", "created_at", "id"],
  requests_open_by_deadline: ["guild_id", "state", "needed_by", "created_at", "id"],
};

export const requestMigrations: Migrations = {
  "2026-11-24-requests": {
    async up(db) {
      await createRequests(db);
      for (const [name, columns] of Object.entries(INDEXES)) await db.schema.createIndex(name).on("requests").columns([...columns]).execute();
      await db.schema
        .createTable("request_numbers")
        .addColumn("guild_id", "text", (column) => column.primaryKey())
        .addColumn("last", "integer", (column) => column.notNull())
        .execute();
    },
  },
  "2026-11-25-request-pledges": {
    async up(db) {
      await db.schema.alterTable("requests").addColumn("pledged", "text", (column) => column.notNull().defaultTo("{}")).execute();
    },
  },
  "2026-11-25-deadlines": {
    async up(db) {
      // SQLite adds one column at a time. What an earlier version writes has no date: see NO_DATE in tables.ts.
      await db.schema.alterTable("requests").addColumn("needed_by", "bigint", (column) => column.notNull().defaultTo(253_402_300_799_999)).execute();
      for (const column of ["lease_until", "delivered_at"]) await db.schema.alterTable("requests").addColumn(column, "bigint").execute();
      await db.schema.alterTable("requests").addColumn("basket_id", "text").execute();
      for (const [name, columns] of Object.entries(INDEXES_BY_DEADLINE)) await db.schema.createIndex(name).on("requests").columns([...columns]).execute();
      // Nothing is read in their order any more, and each would cost every write.
      for (const name of ["requests_queue", "requests_open"]) await db.schema.dropIndex(name).execute();
    },
  },
  "2026-11-25-submitted-together": {
    async up(db) {
      // From which number to which a basket goes. Most requests are in none, and cost this index nothing.
      await db.schema.createIndex("requests_basket").on("requests").columns(["guild_id", "basket_id", "number"]).where("basket_id", "is not", null).execute();
    },
  },
  "2026-11-25-request-presence": {
    async up(db) {
      await db.schema
        .createTable("request_presence")
        .addColumn("guild_id", "text", (column) => column.notNull())
        .addColumn("request_id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("here_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("request_presence_key", ["guild_id", "request_id", "user_id"])
        .execute();
    },
  },
  "2026-11-25-requests-item-names": {
    async up(db) {
      await db.schema.alterTable("requests").addColumn("item_names", "text", (column) => column.notNull().defaultTo("{}")).execute();
    },
  },
};

async function createRequests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("requests")
    .addColumn("guild_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("draft_id", "text", (column) => column.notNull())
    .addColumn("requester_id", "text", (column) => column.notNull())
    .addColumn("requester_locale", "text", (column) => column.notNull())
    .addColumn("character_id", "text", (column) => column.notNull())
    .addColumn("character_name", "text", (column) => column.notNull())
    .addColumn("recipe_id", "text", (column) => column.notNull())
    .addColumn("item_name", "text", (column) => column.notNull())
    .addColumn("profession", "text", (column) => column.notNull())
    .addColumn("category", "text", (column) => column.notNull())
    .addColumn("quantity", "integer", (column) => column.notNull())
    .addColumn("completed", "integer", (column) => column.notNull())
    .addColumn("materials_source", "text", (column) => column.notNull())
    .addColumn("materials", "text", (column) => column.notNull())
    .addColumn("note", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("crafter_id", "text")
    .addColumn("crafter_locale", "text")
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("changed_at", "bigint", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("requests_key", ["guild_id", "id"])
    .addUniqueConstraint("requests_draft", ["guild_id", "draft_id"])
    .addUniqueConstraint("requests_number", ["guild_id", "number"])
    .execute();
}
