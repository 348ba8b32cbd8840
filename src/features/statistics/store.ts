import type { Db } from "../../database/schema.ts";
import type { Counts, Ranked } from "./statistics-port.ts";

/** Adds to a day's counts, in the transaction of what is counted. `day` as `dayOf` gives it. */
export async function addCounts(db: Db, guildId: string, day: string, profession: string, counts: Counts): Promise<void> {
  await db
    .insertInto("statistics_days")
    .values({ guild_id: guildId, day, profession, ...counts })
    .onConflict((conflict) =>
      conflict.columns(["guild_id", "day", "profession"]).doUpdateSet((eb) => ({
        submitted: eb("statistics_days.submitted", "+", counts.submitted),
        claimed: eb("statistics_days.claimed", "+", counts.claimed),
        released: eb("statistics_days.released", "+", counts.released),
        completed: eb("statistics_days.completed", "+", counts.completed),
        items: eb("statistics_days.items", "+", counts.items),
        cancelled: eb("statistics_days.cancelled", "+", counts.cancelled),
        denied: eb("statistics_days.denied", "+", counts.denied),
      })),
    )
    .execute();
}

/** Adds what one person did, in its transaction. */
export async function addDeed(db: Db, guildId: string, { id, day, userId, submitted, completed, items }: Ranked & { readonly id: string; readonly day: string }): Promise<void> {
  await db.insertInto("statistics_deeds").values({ guild_id: guildId, id, day, user_id: userId, submitted, completed, items }).execute();
}
