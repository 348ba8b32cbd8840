import type { Db } from "../../database/schema.ts";
import type { DeliveryFailure } from "../contract.ts";
import type { Panel } from "./panel.ts";

export async function getPanel(db: Db, guildId: string, channelId: string): Promise<Panel | null> {
  const row = await db
    .selectFrom("panels")
    .select(["message_id as messageId", "failure"])
    .where("guild_id", "=", guildId)
    .where("channel_id", "=", channelId)
    .executeTakeFirst();
  return row ?? null;
}

/** Remembers that a channel shall have a panel; what is known of an earlier one stays. */
export async function askForPanel(db: Db, guildId: string, channelId: string, now: number): Promise<void> {
  await db
    .insertInto("panels")
    .values({ guild_id: guildId, channel_id: channelId, message_id: null, failure: null, asked_at: now })
    .onConflict((conflict) => conflict.columns(["guild_id", "channel_id"]).doUpdateSet({ asked_at: now }))
    .execute();
}

export async function recordPosted(db: Db, guildId: string, channelId: string, messageId: string): Promise<void> {
  await db
    .updateTable("panels")
    .set({ message_id: messageId, failure: null })
    .where("guild_id", "=", guildId)
    .where("channel_id", "=", channelId)
    .execute();
}

export async function recordFailure(db: Db, guildId: string, channelId: string, failure: DeliveryFailure): Promise<void> {
  await db.updateTable("panels").set({ failure }).where("guild_id", "=", guildId).where("channel_id", "=", channelId).execute();
}
