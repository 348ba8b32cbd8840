import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import type { StoreMeasures } from "../database/measured.ts";
import { migrate, type Migrations } from "../database/migrator.ts";
import { type DatabaseAddress, openDataStore } from "../database/open.ts";
import type { DataStore, Engine } from "../database/store.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A PostgreSQL server's address, whose user may create databases. */
    postgresUrl: string;
  }
}

/** Both engines: `describe.each(ENGINES)("… on %s", (engine) => …)`. */
export const ENGINES: readonly Engine[] = ["sqlite", "postgres"];

let made = 0;

/** A fresh, migrated store that is gone after `drop()`. */
export interface TestStore {
  readonly store: DataStore;
  drop(): Promise<void>;
}

/** Opens an empty store of this engine: a real file, or a database of its own on a real PostgreSQL. */
export async function openTestStore(engine: Engine, rooms: readonly Migrations[], measures?: StoreMeasures): Promise<TestStore> {
  const { address, remove } = await makeTestDatabase(engine);
  const store = openDataStore(address, measures);
  await migrate(store, rooms);
  return {
    store,
    async drop() {
      await store.close();
      await remove();
    },
  };
}

/** Makes a place for a store: the address of a file that is not there yet, or of an empty database. */
export async function makeTestDatabase(engine: Engine): Promise<{ readonly address: DatabaseAddress; readonly remove: () => Promise<void> }> {
  if (engine === "sqlite") {
    const folder = mkdtempSync(join(tmpdir(), "guildsmith-test-"));
    return { address: { engine, file: join(folder, "guildsmith.db") }, remove: () => Promise.resolve(rmSync(folder, { recursive: true })) };
  }
  const server = inject("postgresUrl");
  const name = `guildsmith_test_${process.pid}_${Date.now()}_${made++}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { address: { engine, url: url.href }, remove: () => administer(server, `drop database ${name} with (force)`) };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
