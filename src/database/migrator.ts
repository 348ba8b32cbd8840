import type { Migration } from "kysely/migration";
import { Migrator } from "kysely/migration";
import type { DataStore } from "./store.ts";

export type { Migration } from "kysely/migration";

/** Named so that they sort by date: `2026-11-24-requests`. */
export type Migrations = Readonly<Record<string, Migration>>;

/** A migration did not apply. Nothing of it is in the store. */
export class MigrationError extends Error {
  readonly migration: string;

  constructor(migration: string, cause: unknown) {
    super(`migration "${migration}" failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.migration = migration;
  }
}

/** Brings the store to the rooms' newest schema; gives the names of what was applied. @throws MigrationError */
export async function migrate(store: DataStore, rooms: readonly Migrations[]): Promise<readonly string[]> {
  const migrations: Record<string, Migration> = {};
  for (const room of rooms)
    for (const [name, migration] of Object.entries(room)) {
      if (name in migrations) throw new MigrationError(name, new Error("two rooms use this name"));
      migrations[name] = migration;
    }
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
