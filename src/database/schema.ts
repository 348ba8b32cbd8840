import type { Kysely } from "kysely";

/**
 * Every table, as both engines spell it: text, integer, bigint milliseconds, JSON as text, booleans
 * as 0/1. Each room adds its own tables by declaration merging in its `tables.ts`:
 *
 * ```ts
 * declare module "../../database/schema.ts" { interface Database { requests: RequestsTable } }
 * ```
 */
export interface Database {
  /** Kept by Kysely's migrator. */
  kysely_migration: { name: string; timestamp: string };
}

export type Db = Kysely<Database>;
