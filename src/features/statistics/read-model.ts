import type { Db } from "../../database/schema.ts";
import type { Counts, StatisticsReads } from "./statistics-port.ts";

/** Reads the counts from what is committed. */
export const statisticsReads = (db: Db): StatisticsReads => ({
  async sumByProfession(guildId, from, to) {
    const rows = await db
      .selectFrom("statistics_days")
      .select(["profession", "submitted", "claimed", "released", "completed", "items", "cancelled", "denied"])
      .where("guild_id", "=", guildId)
      .where("day", ">=", from)
      .where("day", "<=", to)
      .orderBy("profession")
      .execute();
    // Added here: the engines disagree on the type of a sum of bigints.
    const sums = new Map<string, Counts>();
    for (const { profession, ...counts } of rows) {
      const earlier = sums.get(profession);
      sums.set(profession, earlier ? plus(earlier, counts) : counts);
    }
    return sums;
  },
});

const plus = (a: Counts, b: Counts): Counts => ({
  submitted: a.submitted + b.submitted,
  claimed: a.claimed + b.claimed,
  released: a.released + b.released,
  completed: a.completed + b.completed,
  items: a.items + b.items,
  cancelled: a.cancelled + b.cancelled,
  denied: a.denied + b.denied,
});
