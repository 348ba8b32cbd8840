import type { Db } from "../database/schema.ts";

/** What is due and not sent. */
export interface Backlog {
  readonly waiting: number;
  /** Since when the oldest of it has been due, in milliseconds since 1970; null without any. */
  readonly oldestDueAt: number | null;
}

/** Counts what is due now. */
export async function readBacklog(db: Db, now: number): Promise<Backlog> {
  const { waiting, oldest } = await db
    .selectFrom("outbox")
    .select((eb) => [eb.fn.countAll<number>().as("waiting"), eb.fn.min("due_at").as("oldest")])
    .where("due_at", "<=", now)
    .executeTakeFirstOrThrow();
  return { waiting, oldestDueAt: oldest };
}
