import type { Db } from "../../database/schema.ts";

/** When this role was mentioned last, or will be next; milliseconds since 1970, null when it never was. */
export async function getMention(db: Db, guildId: string, roleId: string): Promise<number | null> {
  const found = await db.selectFrom("board_mentions").select("due_at").where("guild_id", "=", guildId).where("role_id", "=", roleId).executeTakeFirst();
  return found?.due_at ?? null;
}

export async function putMention(db: Db, guildId: string, roleId: string, dueAt: number): Promise<void> {
  await db
    .insertInto("board_mentions")
    .values({ guild_id: guildId, role_id: roleId, due_at: dueAt })
    .onConflict((conflict) => conflict.columns(["guild_id", "role_id"]).doUpdateSet({ due_at: dueAt }))
    .execute();
}
