import type { DataStore } from "../database/store.ts";
import type { Clock } from "../kernel/clock.ts";
import type { DomainEvent, InTransaction, Subscription, Transaction } from "./contract.ts";

/** Carries a refusal out of the database's transaction, which undoes what was written when it throws. */
class Refused extends Error {
  readonly outcome: object;

  constructor(outcome: object) {
    super("the work was refused");
    this.outcome = outcome;
  }
}

const isRefusal = (outcome: unknown): outcome is object =>
  typeof outcome === "object" && outcome !== null && "ok" in outcome && outcome.ok === false;

/**
 * Transactions in which rooms hear of each other's events. `subscriptions` is read at each event: rooms
 * need transactions before they can say what they subscribe to.
 */
export function transactions(store: DataStore, clock: Clock, subscriptions: readonly Subscription[]): InTransaction {
  return async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    try {
      return await store.inTransaction(async (db) => {
        const tx: Transaction = {
          db,
          now: clock.now(),
          async raise(event: DomainEvent) {
            for (const subscription of subscriptions) if (subscription.type === event.type) await subscription.handle(tx, event);
          },
        };
        const outcome = await work(tx);
        if (isRefusal(outcome)) throw new Refused(outcome);
        return outcome;
      });
    } catch (cause) {
      if (cause instanceof Refused) return cause.outcome as T;
      throw cause;
    }
  };
}
