import { prepared } from "../database/prepared.ts";
import type { NewOutboxMessage, Outbox, Transaction } from "../features/contract.ts";
import type { NewId } from "../kernel/id.ts";
import type { OutboxTable } from "./tables.ts";

/** The outbox as rooms use it, and whether they did. */
export interface WatchedOutbox extends Outbox {
  wasUsedIn(tx: Transaction): boolean;
}

export function createOutbox(newId: NewId): WatchedOutbox {
  const used = new WeakSet<Transaction>();
  return {
    async add(tx, message) {
      if (!(message.coalesce === true && (await refresh(tx, message)))) await insert(tx, message, newId());
      used.add(tx);
    },
    wasUsedIn: (tx) => used.has(tx),
  };
}

async function insert({ db, now }: Transaction, message: NewOutboxMessage, id: string): Promise<void> {
  await insertRow(db, {
    guild_id: message.guildId,
    id,
    topic: message.topic,
    message_key: message.key,
    payload: JSON.stringify(message.payload ?? {}),
    due_at: message.dueAt ?? now,
    held_until: 0,
    attempts: 0,
    claimed_at: null,
    maybe_sent_at: null,
    last_error: null,
    created_at: now,
  });
}

const insertRow = prepared<OutboxTable>((db, row) => db.insertInto("outbox").values(row));

/**
 * Gives a waiting row the newer payload and the earlier time. It must be an update even where nothing
 * changes: it keeps the row from being taken, and rendered from the old state, before this transaction
 * is done. A row that may have reached Discord is not reused: sending it again would show the old state.
 */
async function refresh({ db, now }: Transaction, message: NewOutboxMessage): Promise<boolean> {
  const { guildId, topic, key } = message;
  const { numAffectedRows = 0n } = await updateWaiting(db, { guildId, topic, key, payload: JSON.stringify(message.payload ?? {}), dueAt: message.dueAt ?? now });
  return numAffectedRows > 0n;
}

const updateWaiting = prepared<{ guildId: string; topic: string; key: string; payload: string; dueAt: number }>((db, { guildId, topic, key, payload, dueAt }) =>
  db
    .updateTable("outbox")
    .set((eb) => ({ payload, due_at: eb.case().when("due_at", "<", dueAt).then(eb.ref("due_at")).else(dueAt).end() }))
    .where("guild_id", "=", guildId)
    .where("topic", "=", topic)
    .where("message_key", "=", key)
    .where("claimed_at", "is", null)
    .where("maybe_sent_at", "is", null),
);
