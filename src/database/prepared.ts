import { type Compilable, type CompiledQuery, type Expression, type QueryResult, sql } from "kysely";
import type { Db } from "./schema.ts";
import { StatementReader } from "./statement-reader.ts";

/** Where a query's values go. */
export type Slots<V> = { readonly [K in keyof V]: Expression<V[K]> };

class Slot {
  readonly name: PropertyKey;

  constructor(name: PropertyKey) {
    this.name = name;
  }
}

/**
 * A query that is built and compiled once for each open database, and then only given its values: building costs
 * several times what SQLite takes to run it. For what every submission and every action does.
 *
 * `build` sees slots in place of values, so that it cannot depend on what they are. Every run must give the same
 * names; all of them do where `V` has no optional ones.
 */
export function prepared<V extends object, R = unknown>(build: (db: Db, slots: Slots<V>) => Compilable<R>): (db: Db, values: V) => Promise<QueryResult<R>> {
  /** By the adapter, which a database shares with its transactions and with no other database. */
  const compiled = new WeakMap<object, CompiledQuery<R>>();
  return (db, values) => {
    const { adapter, plugins } = db.getExecutor();
    const readers = plugins.filter((plugin) => plugin instanceof StatementReader);
    // Any other plugin may change the query: it sees one like any other.
    if (readers.length < plugins.length) return db.executeQuery(build(db, slotsOf(values, (name) => values[name])));
    const query = compiled.get(adapter) ?? build(db.withoutPlugins(), slotsOf(values, (name) => new Slot(name))).compile();
    compiled.set(adapter, query);
    const valueOf = (placed: unknown): unknown => (placed instanceof Slot ? values[placed.name as keyof V] : placed);
    for (const reader of readers) reader.saw(query.query, valueOf);
    return db.executeQuery<R>({ ...query, parameters: query.parameters.map(valueOf) });
  };
}

function slotsOf<V extends object>(values: V, filledWith: (name: keyof V) => unknown): Slots<V> {
  const slots = Object.keys(values).map((name) => [name, sql.val(filledWith(name as keyof V))]);
  return Object.fromEntries(slots) as Slots<V>;
}
