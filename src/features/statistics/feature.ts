import { type Feature, subscribe } from "../contract.ts";
import { countsOf } from "./counting.ts";
import { dayOf } from "./statistics-port.ts";
import { addCounts } from "./store.ts";
import { statisticsMigrations } from "./tables.ts";

/** Counts by guild, profession and day what is done with requests, in the transaction that does it. */
export function statisticsFeature(): Feature {
  return {
    name: "statistics",
    migrations: statisticsMigrations,
    subscriptions: [
      subscribe("request.changed", async (tx, event) => {
        const counted = countsOf(event, tx.now);
        if (counted) await addCounts(tx.db, event.guildId, dayOf(counted.at), event.request.profession, counted.counts);
      }),
    ],
  };
}
