import type { ExpressionBuilder } from "kysely";
import type { Database, Db } from "../database/schema.ts";
import type { OutboxMessage } from "../features/contract.ts";

/** A message that this process alone may send until its lease ends. */
export interface Claimed {
  readonly message: OutboxMessage;
  /** This one included. */
  readonly attempts: number;
  /** From when on it was to be sent, in milliseconds since 1970. */
  readonly dueAt: number;
  /** The earliest attempt that may have reached Discord without anybody knowing; null when there is none. */
  readonly maybeSentAt: number | null;
}

export interface ClaimTerms {
  readonly now: number;
  readonly leaseMs: number;
  readonly choice: Choice;
}

/** Which messages may be taken. */
export interface Choice {
  /** Topics that this process knows and has room for; others wait. */
  readonly topics: readonly string[];
  /** Guilds that have enough of a topic on their way. */
  readonly busy: readonly { readonly topic: string; readonly guildId: string }[];
  /** Guilds that the bot is not in: what is theirs waits until it is back. */
  readonly absent?: readonly string[];
  /** Ids that this process is already at. */
  readonly except: readonly string[];
}

/**
 * Leases the message that is due first and has no earlier one of its topic and key before it; null when
 * there is none, or another process was faster. One at a time, so that it never waits for one row's lock
 * while it holds another's. The lease test is written twice on purpose: PostgreSQL tests the outer
 * `where` again after it waited for a row, which is what stops a double claim.
 */
export async function claimNext(db: Db, { now, leaseMs, choice }: ClaimTerms): Promise<Claimed | null> {
  if (choice.topics.length === 0) return null;
  const next = db
    .selectFrom("outbox as o")
    .select(["o.guild_id", "o.id"])
    .where("o.due_at", "<=", now)
    .where("o.held_until", "<=", now)
    .where(isIn(choice))
    .where(isFirstOfItsKey)
    .orderBy("o.due_at")
    .orderBy("o.id")
    .limit(1);
  const row = await db
    .updateTable("outbox")
    .set((eb) => ({
      held_until: now + leaseMs,
      attempts: eb("attempts", "+", 1),
      maybe_sent_at: eb.fn.coalesce("maybe_sent_at", "claimed_at"),
      claimed_at: now,
    }))
    .where((eb) => eb(eb.refTuple("guild_id", "id"), "in", next.$asTuple("guild_id", "id")))
    .where("held_until", "<=", now)
    .returning(["guild_id", "id", "topic", "message_key", "payload", "attempts", "maybe_sent_at", "due_at"])
    .executeTakeFirst();
  if (!row) return null;
  return {
    message: { id: row.id, guildId: row.guild_id, topic: row.topic, key: row.message_key, payload: JSON.parse(row.payload) as OutboxMessage["payload"] },
    attempts: row.attempts,
    maybeSentAt: row.maybe_sent_at,
    dueAt: row.due_at,
  };
}

/** When the next of these messages may be taken, past or future; null when none waits. */
export async function nextClaimAt(db: Db, choice: Choice): Promise<number | null> {
  if (choice.topics.length === 0) return null;
  const found = await db
    .selectFrom("outbox as o")
    .select((eb) => eb.fn.min<number | null>(eb.case().when("o.due_at", ">", eb.ref("o.held_until")).then(eb.ref("o.due_at")).else(eb.ref("o.held_until")).end()).as("at"))
    .where(isIn(choice))
    .where(isFirstOfItsKey)
    .executeTakeFirst();
  return found?.at ?? null;
}

type Waiting = ExpressionBuilder<Database & { o: Database["outbox"] }, "o">;

const isIn = ({ topics, busy, absent = [], except }: Choice) => (eb: Waiting) =>
  eb.and([
    eb("o.topic", "in", topics),
    ...busy.map(({ topic, guildId }) => eb.or([eb("o.topic", "!=", topic), eb("o.guild_id", "!=", guildId)])),
    ...(absent.length > 0 ? [eb("o.guild_id", "not in", absent)] : []),
    ...(except.length > 0 ? [eb("o.id", "not in", except)] : []),
  ]);

const isFirstOfItsKey = (eb: Waiting) =>
  eb.not(
    eb.exists(
      eb
        .selectFrom("outbox as earlier")
        .select("earlier.id")
        .whereRef("earlier.guild_id", "=", "o.guild_id")
        .whereRef("earlier.topic", "=", "o.topic")
        .whereRef("earlier.message_key", "=", "o.message_key")
        .where((either) =>
          either.or([
            either("earlier.due_at", "<", either.ref("o.due_at")),
            either.and([either("earlier.due_at", "=", either.ref("o.due_at")), either("earlier.id", "<", either.ref("o.id"))]),
          ]),
        ),
    ),
  );
