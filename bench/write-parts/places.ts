import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../../src/database/migrator.ts";
import { type DatabaseAddress, openDataStore } from "../../src/database/open.ts";
import { MIGRATIONS } from "./parts.ts";

/** An empty, migrated database. */
export interface Place {
  readonly address: DatabaseAddress;
  remove(): Promise<void>;
}

export async function sqlitePlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "guildsmith-writes-"));
  const address = { engine: "sqlite", file: join(folder, "guildsmith.db") } as const;
  await prepare(address);
  return { address, remove: () => Promise.resolve(rmSync(folder, { recursive: true })) };
}

/**
 * A PostgreSQL that is started for this, durable as a server is by default. Its package is there with the development
 * dependencies only, and not for every system. @throws saying why there is none
 */
export async function postgresPlace(): Promise<Place> {
  const { startPostgres } = await import("../../test/embedded-postgres.ts");
  const server = await startPostgres([]);
  const address = { engine: "postgres", url: server.url } as const;
  await prepare(address);
  return { address, remove: () => server.stop() };
}

async function prepare(address: DatabaseAddress): Promise<void> {
  const store = openDataStore(address);
  try {
    await migrate(store, MIGRATIONS);
  } finally {
    await store.close();
  }
}
