import { prepared } from "../../database/prepared.ts";
import type { Db } from "../../database/schema.ts";
import type { AskedFor } from "./asked-for.ts";
import { ACTIVE_STATES } from "./request.ts";

/** `since`: made after this moment is "lately". */
export async function countAskedFor(db: Db, guildId: string, userId: string, since: number): Promise<AskedFor> {
  const { rows: [counts] } = await selectCounts(db, { guildId, userId, since });
  if (!counts) throw new Error("a count gave no row");
  return counts;
}

/** Each is counted from an index of its own. */
const selectCounts = prepared<{ guildId: string; userId: string; since: number }, AskedFor>((db, { guildId, userId, since }) =>
  db.selectNoFrom(({ selectFrom }) => {
    const own = selectFrom("requests")
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .where("guild_id", "=", guildId)
      .where("requester_id", "=", userId);
    return [own.where("state", "in", ACTIVE_STATES).$asScalar().$notNull().as("open"), own.where("created_at", ">", since).$asScalar().$notNull().as("lately")];
  }),
);
