import type { Db } from "../../database/schema.ts";
import type { MemberChecksTable } from "./tables.ts";

export type MemberCheck = Readonly<MemberChecksTable>;

/** Who is to be looked up, whoever is due first; at most so many. */
export const listDueChecks = (db: Db, now: number, limit: number): Promise<readonly MemberCheck[]> =>
  db.selectFrom("member_checks").selectAll().where("due_at", "<=", now).orderBy("due_at").limit(limit).execute();

export const getCheck = async (db: Db, guildId: string, userId: string): Promise<MemberCheck | null> =>
  (await db.selectFrom("member_checks").selectAll().where("guild_id", "=", guildId).where("user_id", "=", userId).executeTakeFirst()) ?? null;

/** Looks somebody up at this time, or sooner where they were to be looked up sooner. */
export async function checkBy(db: Db, guildId: string, userId: string, dueAt: number): Promise<void> {
  await db
    .insertInto("member_checks")
    .values({ guild_id: guildId, user_id: userId, due_at: dueAt, left_at: null })
    .onConflict((conflict) => conflict.columns(["guild_id", "user_id"]).doUpdateSet({ due_at: dueAt }).where("member_checks.due_at", ">", dueAt))
    .execute();
}

export async function putCheck(db: Db, { guild_id, user_id, due_at, left_at }: MemberCheck): Promise<void> {
  await db.updateTable("member_checks").set({ due_at, left_at }).where("guild_id", "=", guild_id).where("user_id", "=", user_id).execute();
}

export async function removeCheck(db: Db, { guild_id, user_id }: Pick<MemberCheck, "guild_id" | "user_id">): Promise<void> {
  await db.deleteFrom("member_checks").where("guild_id", "=", guild_id).where("user_id", "=", user_id).execute();
}
