import type { Db } from "../../database/schema.ts";
import type { BoardCardsTable } from "./tables.ts";

/** Where a request's card is. */
export type CardPlace = Readonly<BoardCardsTable>;

export async function getCard(db: Db, guildId: string, requestId: string): Promise<CardPlace | null> {
  const found = await db.selectFrom("board_cards").selectAll().where("guild_id", "=", guildId).where("request_id", "=", requestId).executeTakeFirst();
  return found ?? null;
}

/** Where the cards of some requests are; those that have none are passed over. */
export async function listCards(db: Db, guildId: string, requestIds: readonly string[]): Promise<readonly CardPlace[]> {
  if (requestIds.length === 0) return [];
  return db.selectFrom("board_cards").selectAll().where("guild_id", "=", guildId).where("request_id", "in", requestIds).execute();
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
