import type { SelectQueryBuilder } from "kysely";
import type { Database, Db } from "../../database/schema.ts";
import type { CraftingRequest } from "./request.ts";
import type { Slice } from "./request-lists.ts";
import { toRequest } from "./row.ts";
import type { RequestsTable } from "./tables.ts";

type Sorted = "needed_by" | "created_at" | "changed_at";

/** Columns that an index keeps in order, and which way a list follows them. */
export interface Order {
  readonly by: readonly Sorted[];
  readonly direction: "asc" | "desc";
}

/** What a row must have, by column. */
export type Filter = Readonly<Partial<Pick<RequestsTable, "guild_id" | "state" | "profession" | "requester_id">>>;
type Keys = SelectQueryBuilder<Database, "requests", { id: string } & Record<Sorted, number>>;

/**
 * Ids of some of the rows that any of `filters` lets through, in order. Each filter names all that
 * stands before `order.by` in an index, so that its first rows are read in order and none is sorted
 * that the page does not need; one `in (…)` for all of them would sort every row. A page of the second
 * half is read from the end, since whatever stands before a page must be stepped over.
 */
export async function pageOfIds(db: Db, filters: readonly Filter[], order: Order, { offset, limit, total }: Slice): Promise<readonly string[]> {
  const after = total - offset - limit;
  if (after >= offset) return idsFrom(db, filters, order, offset, limit);
  const reversed: Order = { by: order.by, direction: order.direction === "asc" ? "desc" : "asc" };
  return (await idsFrom(db, filters, reversed, Math.max(0, after), Math.min(limit, total - offset))).toReversed();
}

async function idsFrom(db: Db, filters: readonly Filter[], { by, direction }: Order, offset: number, limit: number): Promise<readonly string[]> {
  const [first, ...others] = filters.map((filter) => keysOf(db, filter, by));
  if (!first) return [];
  // Both engines merge what each part gives in the order of its index, and end with the page.
  const all = others.reduce((union, keys) => union.unionAll(keys), first);
  const sorted = [...by, "id" as const].reduce((query, column) => query.orderBy(column, direction), all);
  return (await sorted.limit(limit).offset(offset).execute()).map(({ id }) => id);
}

/** The requests of these ids, in their order. */
export async function requestsOf(db: Db, guildId: string, ids: readonly string[]): Promise<readonly CraftingRequest[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom("requests").selectAll().where("guild_id", "=", guildId).where("id", "in", ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [toRequest(row)] : [];
  });
}

const keysOf = (db: Db, filter: Filter, by: readonly Sorted[]): Keys =>
  db
    .selectFrom("requests")
    .select(["id", ...by])
    .where((eb) => eb.and(filter));
