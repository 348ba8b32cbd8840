import type { Db } from "../database/schema.ts";

/** What is due and not sent. */
export interface Backlog {
  readonly waiting: number;
  /** Since when the oldest of it has been due, in milliseconds since 1970; null without any. */
  readonly oldestDueAt: number | null;
}

/** Counts what is due now; what is for guilds that the bot is not in waits for its return. */
export async function readBacklog(db: Db, now: number, absent: readonly string[]): Promise<Backlog> {
  const { waiting, oldest } = await db
    .selectFrom("outbox")
    .select((eb) => [eb.fn.countAll<number>().as("waiting"), eb.fn.min("due_at").as("oldest")])
    .where("due_at", "<=", now)
    .$if(absent.length > 0, (query) => query.where("guild_id", "not in", absent))
    .executeTakeFirstOrThrow();
  return { waiting, oldestDueAt: oldest };
}
