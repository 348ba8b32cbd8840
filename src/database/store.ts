import type { Db } from "./schema.ts";

export type Engine = "sqlite" | "postgres";

/** An open database of either engine. Nothing outside this folder knows which. */
export interface DataStore {
  readonly engine: Engine;
  /** For questions only; sees everything that is committed. */
  readonly read: Db;
  /**
   * Runs `work` in one transaction, durable once the promise gives its value. It may run again where the
   * engine undid it for another's sake: it must do nothing outside of `db`. @throws what `work` threw, with
   * nothing written; StoreError when the connection to the server was lost: in the moment of the commit nobody
   * knows then whether it was written.
   */
  inTransaction<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /**
   * The same for what nobody is told has happened: it outlives the process as soon as the promise gives its value,
   * and a failure of the machine only once something else was written durably. SQLite then writes nothing to the disk for it.
   */
  inPassing<T>(work: (db: Db) => Promise<T>): Promise<T>;
  readonly migrationTarget: Db;
  close(): Promise<void>;
}
