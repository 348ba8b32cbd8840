import type { Db } from "../../database/schema.ts";
import type { DeliveryFailure } from "../contract.ts";
import { membersIn, type RequestThread } from "./request-thread.ts";

export async function getThread(db: Db, guildId: string, requestId: string): Promise<RequestThread | null> {
  const found = await db.selectFrom("request_threads").selectAll().where("guild_id", "=", guildId).where("request_id", "=", requestId).executeTakeFirst();
  return found ? { channelId: found.channel_id, messageId: found.message_id, name: found.name, members: membersIn(found.members) } : null;
}

export async function putThread(db: Db, guildId: string, requestId: string, { channelId, messageId, name, members }: RequestThread): Promise<void> {
  const thread = { channel_id: channelId, message_id: messageId, name, members: JSON.stringify(members) };
  await db
    .insertInto("request_threads")
    .values({ guild_id: guildId, request_id: requestId, ...thread })
    .onConflict((conflict) => conflict.columns(["guild_id", "request_id"]).doUpdateSet(thread))
    .execute();
}

/** Why a guild's threads cannot be opened; null when they can. */
export async function getThreadFailure(db: Db, guildId: string): Promise<DeliveryFailure | null> {
  const found = await db.selectFrom("thread_failures").select("failure").where("guild_id", "=", guildId).executeTakeFirst();
  return found?.failure ?? null;
}

export async function putThreadFailure(db: Db, guildId: string, failure: DeliveryFailure | null): Promise<void> {
  if (failure === null) return void (await db.deleteFrom("thread_failures").where("guild_id", "=", guildId).execute());
  await db
    .insertInto("thread_failures")
    .values({ guild_id: guildId, failure })
    .onConflict((conflict) => conflict.column("guild_id").doUpdateSet({ failure }))
    .execute();
}
