import { type Feature, subscribe } from "../contract.ts";
import { checkBy } from "./checks-store.ts";
import { CHECK_EVERY_MS } from "./departures-service.ts";
import { departureMigrations } from "./tables.ts";

/** What brings somebody into a request whom they were not in before. */
const BEGINS: ReadonlySet<string> = new Set(["submit", "claim", "assign", "reopen", "undo"]);

/** People who have something under way are looked up once a day, and when a claim of theirs is about to end. */
export const departuresFeature: Feature = {
  name: "departures",
  migrations: departureMigrations,
  subscriptions: [
    subscribe("request.changed", async (tx, { guildId, request, action }) => {
      if (!BEGINS.has(action)) return;
      for (const userId of [request.requesterId, request.crafterId].filter((id) => id !== null).toSorted()) await checkBy(tx.db, guildId, userId, tx.now + CHECK_EVERY_MS);
    }),
    subscribe("request.lease-ending", async (tx, { guildId, request }) => {
      if (request.crafterId !== null) await checkBy(tx.db, guildId, request.crafterId, tx.now);
    }),
  ],
};
