import type { Db } from "../../database/schema.ts";
import type { DeliveryFailure } from "../contract.ts";
import type { BoardCardsTable } from "./tables.ts";

/** Where a request's card is. */
export type CardPlace = Readonly<BoardCardsTable>;

export async function getCard(db: Db, guildId: string, requestId: string): Promise<CardPlace | null> {
  const found = await db.selectFrom("board_cards").selectAll().where("guild_id", "=", guildId).where("request_id", "=", requestId).executeTakeFirst();
  return found ?? null;
}

/** A statement takes so many ids; SQLite takes some 32,000 at most. */
const IDS_A_STATEMENT = 1_000;

/** Where the cards of some requests are, however many; those that have none are passed over. */
export async function listCards(db: Db, guildId: string, requestIds: readonly string[]): Promise<readonly CardPlace[]> {
  const found: CardPlace[] = [];
  for (let at = 0; at < requestIds.length; at += IDS_A_STATEMENT) {
    const some = requestIds.slice(at, at + IDS_A_STATEMENT);
    found.push(...(await db.selectFrom("board_cards").selectAll().where("guild_id", "=", guildId).where("request_id", "in", some).execute()));
  }
  return found;
}

/** Forgets a request's card; its message stays. */
export async function removeCard(db: Db, { guild_id, request_id }: CardPlace): Promise<void> {
  await db.deleteFrom("board_cards").where("guild_id", "=", guild_id).where("request_id", "=", request_id).execute();
}

/** Keeps where the card is now, in place of where it was. */
export async function putCard(db: Db, card: CardPlace): Promise<void> {
  const { channel_id, message_id } = card;
  await db
    .insertInto("board_cards")
    .values(card)
    .onConflict((conflict) => conflict.columns(["guild_id", "request_id"]).doUpdateSet({ channel_id, message_id }))
    .execute();
}

/** Why cards do not arrive in a channel; null when the last one did. */
export async function getFailure(db: Db, guildId: string, channelId: string): Promise<DeliveryFailure | null> {
  const found = await db.selectFrom("board_failures").select("failure").where("guild_id", "=", guildId).where("channel_id", "=", channelId).executeTakeFirst();
  return found?.failure ?? null;
}

export async function recordFailure(db: Db, guildId: string, channelId: string, failure: DeliveryFailure): Promise<void> {
  await db
    .insertInto("board_failures")
    .values({ guild_id: guildId, channel_id: channelId, failure })
    .onConflict((conflict) => conflict.columns(["guild_id", "channel_id"]).doUpdateSet({ failure }))
    .execute();
}

/** A card has arrived. Gives whether there was a failure to forget. */
export async function forgetFailure(db: Db, guildId: string, channelId: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom("board_failures").where("guild_id", "=", guildId).where("channel_id", "=", channelId).executeTakeFirst();
  return numDeletedRows > 0n;
}
