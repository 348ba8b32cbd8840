import { measuredStore, type StoreMeasures } from "./measured.ts";
import { openPostgres, refuseReadOnly } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";
import { postgresError, sqliteError } from "./store-error.ts";
import type { DataStore } from "./store.ts";

export type DatabaseAddress =
  | { readonly engine: "sqlite"; readonly file: string }
  | { readonly engine: "postgres"; readonly url: string };

/** Opens the store at an address; nothing is migrated yet. @throws StoreError when a SQLite file cannot be opened */
export function openDataStore(address: DatabaseAddress, measures?: StoreMeasures): DataStore {
  const store = address.engine === "sqlite" ? openSqlite(address.file, { measures }) : openPostgres(address.url, { measures });
  return measures ? measuredStore(store, measures) : store;
}

/** Opens the store and makes sure that it answers and can be written to. @throws StoreError saying what to do */
export async function openWorkingStore(address: DatabaseAddress, measures?: StoreMeasures): Promise<DataStore> {
  const store = openDataStore(address, measures);
  try {
    await store.inTransaction((db) => (address.engine === "postgres" ? refuseReadOnly(db) : Promise.resolve()));
    return store;
  } catch (cause) {
    await store.close();
    throw address.engine === "sqlite" ? sqliteError(address.file, cause) : postgresError(address.url, cause);
  }
}
