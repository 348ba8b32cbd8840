import type { Migration } from "kysely/migration";
import { Migrator } from "kysely/migration";
import { OperatorError } from "../kernel/operator-error.ts";
import type { DataStore } from "./store.ts";
import { StoreError } from "./store-error.ts";

export type { Migration } from "kysely/migration";

/** Named so that they sort by date: `2026-11-24-requests`. */
export type Migrations = Readonly<Record<string, Migration>>;

/** A migration did not apply. Nothing of it is in the store. */
export class MigrationError extends OperatorError {
  readonly migration: string;

  constructor(migration: string, cause: unknown) {
    super(`The database could not be brought up to date: migration "${migration}" failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.migration = migration;
  }
}

/**
 * Brings the store to the rooms' newest schema; gives the names of what was applied.
 * @throws MigrationError; StoreError when a newer version has been here
 */
export async function migrate(store: DataStore, rooms: readonly Migrations[]): Promise<readonly string[]> {
  const migrations: Record<string, Migration> = {};
  for (const room of rooms)
    for (const [name, migration] of Object.entries(room)) {
      if (name in migrations) throw new MigrationError(name, new Error("two rooms use this name"));
      migrations[name] = migration;
    }
  const unknown = (await appliedTo(store)).filter((name) => !(name in migrations));
  if (unknown.length > 0)
    throw new StoreError(`A newer version of Guildsmith has used this database: it has ${unknown.map((name) => `"${name}"`).join(", ")}, which this version does not know. Run the newer version, or restore a backup from before it.`);

  const migrator = new Migrator({
    db: store.migrationTarget,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    // Rooms come and go; each one's own order is by date.
    allowUnorderedMigrations: true,
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw new MigrationError(results?.find((result) => result.status === "Error")?.migrationName ?? "?", error);
  return (results ?? []).map((result) => result.migrationName);
}

async function appliedTo({ migrationTarget: db }: DataStore): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === "kysely_migration")) return [];
  const rows = await db.selectFrom("kysely_migration").select("name").orderBy("name").execute();
  return rows.map(({ name }) => name);
}
