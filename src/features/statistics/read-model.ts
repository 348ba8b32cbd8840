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

  async sumOf(guildId, userId, from, to) {
    const row = await sums(deeds(db, guildId, from, to).where("user_id", "=", userId)).executeTakeFirst();
    return { submitted: row?.submitted ?? 0, completed: row?.completed ?? 0, items: row?.items ?? 0 };
  },

  async rankCrafters(guildId, from, to, limit) {
    const rows = await sums(deeds(db, guildId, from, to))
      .select("user_id")
      .groupBy("user_id")
      .having((eb) => eb(eb.fn.sum("items"), ">", 0))
      .orderBy("items", "desc")
      .orderBy("completed", "desc")
      .orderBy("user_id")
      .limit(limit)
      .execute();
    return rows.map(({ user_id, submitted, completed, items }) => ({ userId: user_id, submitted, completed, items }));
  },

  async listDays(guildId, from, to) {
    const rows = await db.selectFrom("statistics_days").select(["day", "submitted", "completed"]).where("guild_id", "=", guildId).where("day", ">=", from).where("day", "<=", to).orderBy("day").execute();
    // One row for each profession; added here, as above.
    return [...Map.groupBy(rows, ({ day }) => day)].map(([day, ofDay]) => ({ day, submitted: total(ofDay, "submitted"), completed: total(ofDay, "completed") }));
  },

  listDaysOf: (guildId, userId, from, to) => sums(deeds(db, guildId, from, to).where("user_id", "=", userId)).select("day").groupBy("day").orderBy("day").execute(),
});

const total = <K extends "submitted" | "completed">(rows: readonly Readonly<Record<K, number>>[], key: K): number => rows.reduce((sum, row) => sum + row[key], 0);

const deeds = (db: Db, guildId: string, from: string, to: string) => db.selectFrom("statistics_deeds").where("guild_id", "=", guildId).where("day", ">=", from).where("day", "<=", to);

const sums = (query: ReturnType<typeof deeds>) =>
  query.select((eb) => [eb.fn.sum<number>("submitted").as("submitted"), eb.fn.sum<number>("completed").as("completed"), eb.fn.sum<number>("items").as("items")]);

const plus = (a: Counts, b: Counts): Counts => ({
  submitted: a.submitted + b.submitted,
  claimed: a.claimed + b.claimed,
  released: a.released + b.released,
  completed: a.completed + b.completed,
  items: a.items + b.items,
  cancelled: a.cancelled + b.cancelled,
  denied: a.denied + b.denied,
});
