import type { Db } from "../database/schema.ts";
import type { DeliveryFailure } from "../features/contract.ts";
import type { Claimed } from "./claim.ts";

const DETAIL_LIMIT = 1_000;

/** Takes a message out that has arrived, or that has nothing left to tell. False when somebody else did. */
export async function remove(db: Db, { message }: Claimed): Promise<boolean> {
  const removed = await db.deleteFrom("outbox").where("guild_id", "=", message.guildId).where("id", "=", message.id).executeTakeFirst();
  return removed.numDeletedRows > 0n;
}

/** How an attempt failed that will be made again. */
export interface Setback {
  readonly notBefore: number;
  /** Discord may have taken the message all the same. */
  readonly isMaybeSent: boolean;
  /** False where Discord only asked to wait: such an attempt is not counted. */
  readonly isCounted: boolean;
  readonly detail: string;
}

/** Gives a message back, to be tried again. Does nothing where the lease ran out and another attempt began. */
export async function putBack(db: Db, { message, attempts }: Claimed, setback: Setback): Promise<void> {
  await db
    .updateTable("outbox")
    .set((eb) => ({
      held_until: setback.notBefore,
      maybe_sent_at: setback.isMaybeSent ? eb.fn.coalesce("maybe_sent_at", "claimed_at") : eb.ref("maybe_sent_at"),
      claimed_at: null,
      attempts: setback.isCounted ? attempts : attempts - 1,
      last_error: setback.detail.slice(0, DETAIL_LIMIT),
    }))
    .where("guild_id", "=", message.guildId)
    .where("id", "=", message.id)
    .where("attempts", "=", attempts)
    .execute();
}

/** Keeps a message that will never arrive as a dead letter. False where another attempt has begun. */
export async function bury(db: Db, { message, attempts }: Claimed, failure: DeliveryFailure, detail: string, now: number): Promise<boolean> {
  const buried = await db
    .deleteFrom("outbox")
    .where("guild_id", "=", message.guildId)
    .where("id", "=", message.id)
    .where("attempts", "=", attempts)
    .returning(["topic", "message_key", "payload", "created_at"])
    .executeTakeFirst();
  if (!buried) return false;
  await db
    .insertInto("dead_letters")
    .values({ ...buried, guild_id: message.guildId, id: message.id, attempts, failure, detail: detail.slice(0, DETAIL_LIMIT), failed_at: now })
    .execute();
  return true;
}
