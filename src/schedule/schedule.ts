import { prepared } from "../database/prepared.ts";
import type { Schedule, Transaction } from "../features/contract.ts";
import type { TimersTable } from "./tables.ts";

/** The schedule as rooms use it, and whether they did. */
export interface WatchedSchedule extends Schedule {
  wasUsedIn(tx: Transaction): boolean;
}

export function createSchedule(): WatchedSchedule {
  const used = new WeakSet<Transaction>();
  return {
    async set(tx, { guildId, kind, key, dueAt, payload = {} }) {
      await upsertTimer(tx.db, { guild_id: guildId, kind, timer_key: key, due_at: dueAt, payload: JSON.stringify(payload), failures: 0 });
      used.add(tx);
    },
    async clear(tx, { guildId, kind, key }) {
      await deleteTimer(tx.db, { guildId, kind, key });
    },
    wasUsedIn: (tx) => used.has(tx),
  };
}

const upsertTimer = prepared<TimersTable>((db, row) =>
  db
    .insertInto("timers")
    .values(row)
    .onConflict((conflict) => conflict.columns(["guild_id", "kind", "timer_key"]).doUpdateSet({ due_at: row.due_at, payload: row.payload, failures: row.failures })),
);

const deleteTimer = prepared<{ guildId: string; kind: string; key: string }>((db, { guildId, kind, key }) => db.deleteFrom("timers").where("guild_id", "=", guildId).where("kind", "=", kind).where("timer_key", "=", key));
