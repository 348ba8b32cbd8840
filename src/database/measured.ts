import type { LogEvent } from "kysely";
import type { DataStore } from "./store.ts";

/** Is told what the database takes. Times in seconds. */
export interface StoreMeasures {
  /** Gives what is told of each statement that does the same to the same table: `select requests`. */
  statements(operation: string): (seconds: number) => void;
  /** From when a transaction is asked for until it is durable, or undone. */
  transaction(outcome: "committed" | "undone", seconds: number): void;
}

/** Statements with lists of values differ in length: more of them than this are not what the rooms ask. */
const KNOWN_AT_MOST = 2_000;

/** What Kysely calls after each statement: for a server's, of which each takes far longer than this. */
export function statementLog(measures: StoreMeasures): (event: LogEvent) => void {
  const known = new Map<string, (seconds: number) => void>();
  return ({ query, queryDurationMillis }) => {
    let tell = known.get(query.sql);
    if (tell === undefined) {
      if (known.size >= KNOWN_AT_MOST) known.clear();
      const operation = operationOf(query.sql);
      known.set(query.sql, (tell = operation === null ? () => undefined : measures.statements(operation)));
    }
    tell(queryDurationMillis / 1_000);
  };
}

/** What a statement does to which table first: `select requests`; `other` for what is none of the four; null for a savepoint, which takes nothing. */
export function operationOf(sql: string): string | null {
  const verb = /^\s*(?:with\s.*?\)\s)?(select|insert|update|delete)\b/is.exec(sql)?.[1]?.toLowerCase();
  if (verb === undefined) return /^\s*(savepoint|release|rollback to)\b/i.test(sql) ? null : /^\s*(begin|commit|rollback)\b/i.test(sql) ? "transaction control" : "other";
  const table = (verb === "update" ? /\bupdate\s+"(\w+)"/i : verb === "insert" ? /\binto\s+"(\w+)"/i : /\bfrom\s+"(\w+)"/i).exec(sql)?.[1];
  return table === undefined ? "other" : `${verb} ${table}`;
}

/** The same store, whose transactions are timed. */
export function measuredStore(store: DataStore, measures: StoreMeasures): DataStore {
  const timed =
    (run: DataStore["inTransaction"]): DataStore["inTransaction"] =>
    async (work) => {
      const from = performance.now();
      let outcome: "committed" | "undone" = "undone";
      try {
        const given = await run(work);
        outcome = "committed";
        return given;
      } finally {
        measures.transaction(outcome, (performance.now() - from) / 1_000);
      }
    };
  return { ...store, inTransaction: timed(store.inTransaction), inPassing: timed(store.inPassing) };
}
