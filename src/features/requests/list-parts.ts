import type { Db } from "../../database/schema.ts";
import { pageOfIds, requestsOf } from "./pages.ts";
import { countIn, countOpenOf, listIdsIn, listOpenIdsOf, listOwnClaimIds } from "./queue-rows.ts";
import type { Counts, ListParts } from "./request-lists.ts";
import type { RequestState } from "./request.ts";

/** What lists are made of, from what is committed. */
export const listParts = (db: Db): ListParts => ({
  getClaims: (guildId, _, requestIds) => requestsOf(db, guildId, requestIds),
  listOwnClaimIds: (guildId, userId, profession) => listOwnClaimIds(db, guildId, userId, profession),
  countIn: (guildId, states, professions) => countIn(db, guildId, states, professions),
  listIn: async (guildId, states, professions, slice) => requestsOf(db, guildId, await listIdsIn(db, guildId, states, professions, slice)),
  countOpenOf: (guildId, professions, recipeIds) => countOpenOf(db, guildId, professions, recipeIds),
  listOpenOf: async (guildId, professions, recipeIds, slice) => requestsOf(db, guildId, await listOpenIdsOf(db, guildId, professions, recipeIds, slice)),

  async countMine(guildId, userId): Promise<Counts> {
    const rows = await db
      .selectFrom("requests")
      .select((eb) => ["state", eb.fn.countAll<number>().as("n")])
      .where("guild_id", "=", guildId)
      .where("requester_id", "=", userId)
      .groupBy("state")
      .execute();
    const counts: Record<RequestState, number> = { open: 0, claimed: 0, in_progress: 0, completed: 0, cancelled: 0, denied: 0 };
    for (const { state, n } of rows) counts[state] = n;
    return counts;
  },

  async listMine(guildId, userId, states, slice) {
    const inState = states.map((state) => ({ guild_id: guildId, requester_id: userId, state }));
    return requestsOf(db, guildId, await pageOfIds(db, inState, { by: ["changed_at"], direction: "desc" }, slice));
  },

  async spansOfBaskets(guildId, basketIds) {
    const rows = await db
      .selectFrom("requests")
      .select((eb) => ["basket_id", eb.fn.min("number").as("first"), eb.fn.max("number").as("last")])
      .where("guild_id", "=", guildId)
      .where("basket_id", "in", basketIds)
      .groupBy("basket_id")
      .execute();
    return new Map(rows.flatMap(({ basket_id, first, last }) => (basket_id === null ? [] : [[basket_id, { first, last }] as const])));
  },
});
