/** The parts of the queue: what a crafter has claimed, what is open, and what anybody has claimed. */
import type { Db } from "../../database/schema.ts";
import { pageOfIds } from "./pages.ts";
import type { Slice } from "./request-lists.ts";
import { CLAIMED, type RequestState } from "./request.ts";

const BY_DEADLINE = { by: ["needed_by", "created_at"], direction: "asc" } as const;

/** What somebody has claimed and not finished, by when it is needed, then oldest first: never many. */
export async function listOwnClaimIds(db: Db, guildId: string, userId: string, profession: string | undefined): Promise<readonly string[]> {
  const claims = db
    .selectFrom("requests")
    .select("id")
    .where("guild_id", "=", guildId)
    .where("crafter_id", "=", userId)
    .where("state", "in", CLAIMED)
    .orderBy("needed_by")
    .orderBy("created_at")
    .orderBy("id");
  const rows = await (profession === undefined ? claims : claims.where("profession", "=", profession)).execute();
  return rows.map((row) => row.id);
}

/** How many are in any of these states, in these professions; null means every one. */
export async function countIn(db: Db, guildId: string, states: readonly RequestState[], professions: readonly string[] | null, since = 0): Promise<number> {
  if (professions?.length === 0) return 0;
  const found = db
    .selectFrom("requests")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("guild_id", "=", guildId)
    .where("state", "in", states);
  const lately = since === 0 ? found : found.where("created_at", ">=", since);
  const { n } = await (professions === null ? lately : lately.where("profession", "in", professions)).executeTakeFirstOrThrow();
  return n;
}

/** Open ones of some recipes, in these professions; null means every one. */
const openOf = (db: Db, guildId: string, professions: readonly string[] | null, recipeIds: readonly string[]) => {
  const found = db.selectFrom("requests").where("guild_id", "=", guildId).where("state", "=", "open").where("recipe_id", "in", recipeIds);
  return professions === null ? found : found.where("profession", "in", professions);
};

export async function countOpenOf(db: Db, guildId: string, professions: readonly string[] | null, recipeIds: readonly string[]): Promise<number> {
  if (professions?.length === 0 || recipeIds.length === 0) return 0;
  const { n } = await openOf(db, guildId, professions, recipeIds).select((eb) => eb.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
  return n;
}

/** Some of these, by when they are needed, then oldest first. */
export async function listOpenIdsOf(db: Db, guildId: string, professions: readonly string[] | null, recipeIds: readonly string[], { offset, limit }: Pick<Slice, "offset" | "limit">): Promise<readonly string[]> {
  const sorted = openOf(db, guildId, professions, recipeIds).select("id").orderBy("needed_by").orderBy("created_at").orderBy("id");
  return (await sorted.offset(offset).limit(limit).execute()).map(({ id }) => id);
}

/** Some of these, by when they are needed, then oldest first. */
export function listIdsIn(db: Db, guildId: string, states: readonly RequestState[], professions: readonly string[] | null, slice: Slice): Promise<readonly string[]> {
  const parts = states.flatMap((state) => {
    const all = { guild_id: guildId, state };
    return professions === null ? [all] : [...new Set(professions)].map((profession) => ({ ...all, profession }));
  });
  return pageOfIds(db, parts, BY_DEADLINE, slice);
}
