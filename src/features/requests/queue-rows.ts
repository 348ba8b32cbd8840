/** The two parts of a crafter's queue: what they have claimed, and what is open. */
import type { Db } from "../../database/schema.ts";
import { pageOfIds, type Slice } from "./pages.ts";
import type { RequestState } from "./request.ts";

const CLAIMED = ["claimed", "in_progress"] as const satisfies readonly RequestState[];
const OLDEST_FIRST = { by: "created_at", direction: "asc" } as const;

/** What somebody has claimed and not finished, oldest first: never many. */
export async function listOwnClaimIds(db: Db, guildId: string, userId: string, profession: string | undefined): Promise<readonly string[]> {
  const claims = db
    .selectFrom("requests")
    .select("id")
    .where("guild_id", "=", guildId)
    .where("crafter_id", "=", userId)
    .where("state", "in", CLAIMED)
    .orderBy("created_at")
    .orderBy("id");
  const rows = await (profession === undefined ? claims : claims.where("profession", "=", profession)).execute();
  return rows.map((row) => row.id);
}

/** How many are open in these professions; null means every one. */
export async function countOpen(db: Db, guildId: string, professions: readonly string[] | null): Promise<number> {
  if (professions?.length === 0) return 0;
  const open = db
    .selectFrom("requests")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("guild_id", "=", guildId)
    .where("state", "=", "open");
  const { n } = await (professions === null ? open : open.where("profession", "in", professions)).executeTakeFirstOrThrow();
  return n;
}

/** Some of what is open in these professions, oldest first. */
export function listOpenIds(db: Db, guildId: string, professions: readonly string[] | null, slice: Slice): Promise<readonly string[]> {
  const open = { guild_id: guildId, state: "open" } as const;
  const parts = professions === null ? [open] : [...new Set(professions)].map((profession) => ({ ...open, profession }));
  return pageOfIds(db, parts, OLDEST_FIRST, slice);
}
