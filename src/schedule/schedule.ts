import type { Schedule, Transaction } from "../features/contract.ts";

/** The schedule as rooms use it, and whether they did. */
export interface WatchedSchedule extends Schedule {
  wasUsedIn(tx: Transaction): boolean;
}

export function createSchedule(): WatchedSchedule {
  const used = new WeakSet<Transaction>();
  return {
    async set(tx, { guildId, kind, key, dueAt, payload = {} }) {
      const again = { due_at: dueAt, payload: JSON.stringify(payload), failures: 0 };
      await tx.db
        .insertInto("timers")
        .values({ guild_id: guildId, kind, timer_key: key, ...again })
        .onConflict((conflict) => conflict.columns(["guild_id", "kind", "timer_key"]).doUpdateSet(again))
        .execute();
      used.add(tx);
    },
    async clear(tx, { guildId, kind, key }) {
      await tx.db.deleteFrom("timers").where("guild_id", "=", guildId).where("kind", "=", kind).where("timer_key", "=", key).execute();
    },
    wasUsedIn: (tx) => used.has(tx),
  };
}
