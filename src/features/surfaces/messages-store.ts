import type { Db } from "../../database/schema.ts";
import type { ChannelKey, FlowMessage, Place } from "./surface-port.ts";

const COLUMNS = ["guild_id", "channel_id", "message_id", "user_id", "is_form", "due_at"] as const;
type Row = { guild_id: string; channel_id: string; message_id: string; user_id: string; is_form: 0 | 1; due_at: number };
const asMessage = (row: Row): FlowMessage => ({ guildId: row.guild_id, channelId: row.channel_id, messageId: row.message_id, userId: row.user_id, isForm: row.is_form === 1, dueAt: row.due_at });

export async function putMessage(db: Db, { guildId, channelId, messageId, userId, isForm, dueAt }: FlowMessage): Promise<void> {
  const state = { is_form: isForm ? 1 : 0, due_at: dueAt } as const;
  await db
    .insertInto("flow_messages")
    .values({ guild_id: guildId, channel_id: channelId, message_id: messageId, user_id: userId, ...state })
    .onConflict((conflict) => conflict.columns(["guild_id", "channel_id", "message_id"]).doUpdateSet(state))
    .execute();
  await db.updateTable("own_channels").set({ idle_at: dueAt }).where("channel_id", "=", channelId).where("idle_at", "is not", null).execute();
}

export async function findMessage(db: Db, messageId: string): Promise<FlowMessage | null> {
  const row = await db.selectFrom("flow_messages").select(COLUMNS).where("message_id", "=", messageId).executeTakeFirst();
  return row ? asMessage(row) : null;
}

/** Message ids are Discord's, which grow with time; they are compared as they are as long as they have as many digits. */
export async function findReplaceable(db: Db, { guildId, channelId, userId }: Place, now: number): Promise<FlowMessage | null> {
  const row = await db
    .selectFrom("flow_messages")
    .select(COLUMNS)
    .where("guild_id", "=", guildId)
    .where("channel_id", "=", channelId)
    .where("user_id", "=", userId)
    .where("is_form", "=", 0)
    .where("due_at", ">", now)
    .orderBy("message_id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? asMessage(row) : null;
}

/** Puts off what would be due in a channel before `until`. */
export async function putOff(db: Db, channelId: string, until: number): Promise<void> {
  await db.updateTable("flow_messages").set({ due_at: until }).where("channel_id", "=", channelId).where("due_at", "<", until).execute();
  await db.updateTable("own_channels").set({ idle_at: until }).where("channel_id", "=", channelId).where("idle_at", "<", until).execute();
}

export async function putOffMessage(db: Db, messageId: string, until: number): Promise<void> {
  await db.updateTable("flow_messages").set({ due_at: until }).where("message_id", "=", messageId).where("due_at", "<", until).execute();
}

export async function listDueChannels(db: Db, now: number, limit: number): Promise<readonly ChannelKey[]> {
  const withMessages = await db
    .selectFrom("flow_messages")
    .select(["guild_id as guildId", "channel_id as channelId"])
    .where("due_at", "<=", now)
    .groupBy(["guild_id", "channel_id"])
    .orderBy((eb) => eb.fn.min("due_at"))
    .limit(limit)
    .execute();
  const idle = await db
    .selectFrom("own_channels as own")
    .select(["own.guild_id as guildId", "own.channel_id as channelId"])
    .where("own.idle_at", "<=", now)
    .where((eb) => eb.not(eb.exists(eb.selectFrom("flow_messages as m").select("m.message_id").whereRef("m.channel_id", "=", "own.channel_id"))))
    .orderBy("own.idle_at")
    .limit(limit)
    .execute();
  return [...withMessages, ...idle].slice(0, limit);
}

export async function listDueIn(db: Db, { guildId, channelId }: ChannelKey, now: number): Promise<{ readonly messageIds: readonly string[]; readonly isAllDue: boolean }> {
  const rows = await db.selectFrom("flow_messages").select(["message_id", "due_at"]).where("guild_id", "=", guildId).where("channel_id", "=", channelId).orderBy("message_id").execute();
  const due = rows.filter(({ due_at }) => due_at <= now);
  return { messageIds: due.map(({ message_id }) => message_id), isAllDue: due.length === rows.length };
}

export async function isDue(db: Db, messageId: string, now: number): Promise<boolean> {
  return (await db.selectFrom("flow_messages").select("message_id").where("message_id", "=", messageId).where("due_at", "<=", now).executeTakeFirst()) !== undefined;
}

export async function findNextDueAt(db: Db, now: number): Promise<number | null> {
  const message = await db.selectFrom("flow_messages").select((eb) => eb.fn.min<number | null>("due_at").as("at")).where("due_at", ">", now).executeTakeFirst();
  const channel = await db.selectFrom("own_channels").select((eb) => eb.fn.min<number | null>("idle_at").as("at")).where("idle_at", ">", now).executeTakeFirst();
  const times = [message?.at ?? null, channel?.at ?? null].filter((at) => at !== null);
  return times.length > 0 ? Math.min(...times) : null;
}

export async function removeMessages(db: Db, { guildId, channelId }: ChannelKey, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return;
  await db.deleteFrom("flow_messages").where("guild_id", "=", guildId).where("channel_id", "=", channelId).where("message_id", "in", messageIds).execute();
}
