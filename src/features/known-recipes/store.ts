import type { Db } from "../../database/schema.ts";

/** Whose list it is. */
export interface Owner {
  readonly guildId: string;
  readonly userId: string;
}

/** So many rows go into one statement, below either engine's limit of values. */
const AT_ONCE = 500;

/** Marks these; what was made of them stays counted. */
export async function mark(db: Db, { guildId, userId }: Owner, recipeIds: readonly string[], now: number): Promise<void> {
  for (let at = 0; at < recipeIds.length; at += AT_ONCE) {
    const rows = recipeIds.slice(at, at + AT_ONCE).map((recipeId) => ({ guild_id: guildId, user_id: userId, recipe_id: recipeId, origin: "marked" as const, made: 0, changed_at: now }));
    await db
      .insertInto("known_recipes")
      .values(rows)
      .onConflict((conflict) => conflict.columns(["guild_id", "user_id", "recipe_id"]).doUpdateSet({ origin: "marked", changed_at: now }))
      .execute();
  }
}

/** Takes these out; what was made of them stays counted. */
export async function unmark(db: Db, { guildId, userId }: Owner, recipeIds: readonly string[], now: number): Promise<void> {
  if (recipeIds.length === 0) return;
  await db.updateTable("known_recipes").set({ origin: "none", changed_at: now }).where("guild_id", "=", guildId).where("user_id", "=", userId).where("recipe_id", "in", recipeIds).execute();
}

/** Counts what somebody made, or what of it was taken back (`count` below 0). */
export async function addMade(db: Db, { guildId, userId }: Owner, recipeId: string, count: number, now: number): Promise<void> {
  await db
    .insertInto("known_recipes")
    .values({ guild_id: guildId, user_id: userId, recipe_id: recipeId, origin: "none", made: Math.max(0, count), changed_at: now })
    .onConflict((conflict) => conflict.columns(["guild_id", "user_id", "recipe_id"]).doUpdateSet((eb) => ({ made: eb("known_recipes.made", "+", count), changed_at: now })))
    .execute();
}

/** Has it known since it was made; not when it is marked already. */
export async function learn(db: Db, { guildId, userId }: Owner, recipeId: string): Promise<void> {
  await db.updateTable("known_recipes").set({ origin: "completed" }).where("guild_id", "=", guildId).where("user_id", "=", userId).where("recipe_id", "=", recipeId).where("origin", "=", "none").execute();
}

/** No longer has it known by itself when nothing of it was made after all. */
export async function unlearn(db: Db, { guildId, userId }: Owner, recipeId: string): Promise<void> {
  await db
    .updateTable("known_recipes")
    .set({ origin: "none" })
    .where("guild_id", "=", guildId)
    .where("user_id", "=", userId)
    .where("recipe_id", "=", recipeId)
    .where("origin", "=", "completed")
    .where("made", "<=", 0)
    .execute();
}

export async function setLearning(db: Db, { guildId, userId }: Owner, learns: boolean): Promise<void> {
  const value = { learns: learns ? 1 : 0 };
  await db
    .insertInto("known_recipes_choices")
    .values({ guild_id: guildId, user_id: userId, ...value })
    .onConflict((conflict) => conflict.columns(["guild_id", "user_id"]).doUpdateSet(value))
    .execute();
}
