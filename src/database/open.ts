import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";
import type { DataStore } from "./store.ts";

export type DatabaseAddress =
  | { readonly engine: "sqlite"; readonly file: string }
  | { readonly engine: "postgres"; readonly url: string };

/** Opens the store at an address; nothing is read or migrated yet. */
export function openDataStore(address: DatabaseAddress): DataStore {
  return address.engine === "sqlite" ? openSqlite(address.file) : openPostgres(address.url);
}
