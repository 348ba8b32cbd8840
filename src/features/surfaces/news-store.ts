import type { Db } from "../../database/schema.ts";

export async function addUnseen(db: Db, guildId: string, userId: string, number: number): Promise<void> {
  await db.insertInto("unseen_news").values({ guild_id: guildId, user_id: userId, number }).onConflict((conflict) => conflict.doNothing()).execute();
}

export async function listUnseen(db: Db, guildId: string, userId: string): Promise<readonly number[]> {
  const rows = await db.selectFrom("unseen_news").select("number").where("guild_id", "=", guildId).where("user_id", "=", userId).orderBy("number").execute();
  return rows.map(({ number }) => number);
}

export async function removeUnseen(db: Db, guildId: string, userId: string, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  await db.deleteFrom("unseen_news").where("guild_id", "=", guildId).where("user_id", "=", userId).where("number", "in", numbers).execute();
}
