import type { Db } from "../database/schema.ts";
import type { TimerRow } from "../features/contract.ts";

/** A timer as the runner found it. */
export interface DueTimer extends TimerRow {
  readonly kind: string;
  readonly dueAt: number;
  readonly failures: number;
}

/** Timers of these kinds that are due, the longest due first; none of guilds that the bot is not in. */
export async function listDue(db: Db, kinds: readonly string[], absent: readonly string[], now: number, limit: number): Promise<readonly DueTimer[]> {
  if (kinds.length === 0) return [];
  let timers = db.selectFrom("timers").selectAll().where("due_at", "<=", now).where("kind", "in", kinds);
  if (absent.length > 0) timers = timers.where("guild_id", "not in", absent);
  const rows = await timers.orderBy("due_at").limit(limit).execute();
  return rows.map((row) => ({
    guildId: row.guild_id,
    kind: row.kind,
    key: row.timer_key,
    dueAt: row.due_at,
    failures: row.failures,
    // Only Schedule.set writes it.
    payload: JSON.parse(row.payload) as TimerRow["payload"],
  }));
}

/** When the next one is due, past or future; null when none is set. */
export async function nextDueAt(db: Db, kinds: readonly string[], absent: readonly string[]): Promise<number | null> {
  if (kinds.length === 0) return null;
  let timers = db.selectFrom("timers").select("due_at").where("kind", "in", kinds);
  if (absent.length > 0) timers = timers.where("guild_id", "not in", absent);
  const next = await timers.orderBy("due_at").limit(1).executeTakeFirst();
  return next?.due_at ?? null;
}

/** Takes it out as it was found. False when it has been run, cleared or set anew meanwhile. */
export async function takeOut(db: Db, { guildId, kind, key, dueAt }: DueTimer): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("timers")
    .where("guild_id", "=", guildId)
    .where("kind", "=", kind)
    .where("timer_key", "=", key)
    .where("due_at", "=", dueAt)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Puts off one that failed; does nothing when it has been set anew meanwhile. */
export async function putOff(db: Db, { guildId, kind, key, dueAt, failures }: DueTimer, until: number): Promise<void> {
  await db
    .updateTable("timers")
    .set({ due_at: until, failures: failures + 1 })
    .where("guild_id", "=", guildId)
    .where("kind", "=", kind)
    .where("timer_key", "=", key)
    .where("due_at", "=", dueAt)
    .execute();
}
