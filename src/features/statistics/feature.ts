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
        const counts = countsOf(event);
        if (counts) await addCounts(tx.db, event.guildId, dayOf(tx.now), event.request.profession, counts);
      }),
    ],
  };
}
