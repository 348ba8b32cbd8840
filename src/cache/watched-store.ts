import type { RootOperationNode } from "kysely";
import { StatementReader } from "../database/statement-reader.ts";
import type { DataStore } from "../database/store.ts";
import type { Write } from "./read-cache.ts";
import { writesOf } from "./writes-of.ts";

/** Sees each statement of a transaction. */
class Watch extends StatementReader {
  readonly writes: Write[] = [];

  saw(statement: RootOperationNode, valueOf: (placed: unknown) => unknown): void {
    for (const write of writesOf(statement)) this.writes.push({ ...write, valueOf });
  }
}

/**
 * The same store; `written` hears what each transaction may have changed once it has ended, and before whoever
 * asked for it does. Nobody who writes has to think of it. Of a transaction that failed it hears too: when the
 * connection was lost during the commit, nobody knows whether there was one.
 */
export function watchedStore(store: DataStore, written: (writes: readonly Write[]) => void): DataStore {
  const watched =
    (run: DataStore["inTransaction"]): DataStore["inTransaction"] =>
    async (work) => {
      const watch = new Watch();
      try {
        return await run((db) => work(db.withPlugin(watch)));
      } finally {
        written(watch.writes);
      }
    };
  return { ...store, inTransaction: watched(store.inTransaction), inPassing: watched(store.inPassing) };
}
