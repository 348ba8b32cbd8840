import { prepared } from "../../database/prepared.ts";
import type { Db } from "../../database/schema.ts";
import type { Counts, Ranked } from "./statistics-port.ts";
import type { StatisticsDaysTable, StatisticsDeedsTable } from "./tables.ts";

/** Adds to a day's counts, in the transaction of what is counted. `day` as `dayOf` gives it. */
export async function addCounts(db: Db, guildId: string, day: string, profession: string, counts: Counts): Promise<void> {
  await upsertDay(db, { guild_id: guildId, day, profession, ...counts });
}

const upsertDay = prepared<StatisticsDaysTable>((db, row) =>
  db
    .insertInto("statistics_days")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["guild_id", "day", "profession"]).doUpdateSet((eb) => ({
        submitted: eb("statistics_days.submitted", "+", eb.ref("excluded.submitted")),
        claimed: eb("statistics_days.claimed", "+", eb.ref("excluded.claimed")),
        released: eb("statistics_days.released", "+", eb.ref("excluded.released")),
        completed: eb("statistics_days.completed", "+", eb.ref("excluded.completed")),
        items: eb("statistics_days.items", "+", eb.ref("excluded.items")),
        cancelled: eb("statistics_days.cancelled", "+", eb.ref("excluded.cancelled")),
        denied: eb("statistics_days.denied", "+", eb.ref("excluded.denied")),
      })),
    ),
);

/** Adds what one person did, in its transaction. */
export async function addDeed(db: Db, guildId: string, { id, day, userId, submitted, completed, items }: Ranked & { readonly id: string; readonly day: string }): Promise<void> {
  await insertDeed(db, { guild_id: guildId, id, day, user_id: userId, submitted, completed, items });
}

const insertDeed = prepared<StatisticsDeedsTable>((db, row) => db.insertInto("statistics_deeds").values(row));
