import type { InTransaction, Transaction } from "./contract.ts";

/** Something that rooms write into, which somebody waits for. */
export interface Watched {
  wasUsedIn(tx: Transaction): boolean;
}

/** Runs transactions, and calls `wake` once one that used what is `watched` is committed. A refused one wakes too, which does no harm. */
export function wakeAfterCommit(inTransaction: InTransaction, watched: Watched, wake: () => void): InTransaction {
  return async (work) => {
    let isUsed = false;
    const outcome = await inTransaction(async (tx) => {
      const given = await work(tx);
      isUsed = watched.wasUsedIn(tx);
      return given;
    });
    if (isUsed) wake();
    return outcome;
  };
}
