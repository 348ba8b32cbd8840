import type { Db } from "../../database/schema.ts";
import type { BoardCardsTable } from "./tables.ts";

/** Where a request's card is. */
export type CardPlace = Readonly<BoardCardsTable>;

export async function getCard(db: Db, guildId: string, requestId: string): Promise<CardPlace | null> {
  const found = await db.selectFrom("board_cards").selectAll().where("guild_id", "=", guildId).where("request_id", "=", requestId).executeTakeFirst();
  return found ?? null;
}

/** The requests that have a card in this channel. */
export async function listShown(db: Db, guildId: string, channelId: string): Promise<readonly string[]> {
  const rows = await db.selectFrom("board_cards").select("request_id").where("guild_id", "=", guildId).where("channel_id", "=", channelId).execute();
  return rows.map((row) => row.request_id);
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
