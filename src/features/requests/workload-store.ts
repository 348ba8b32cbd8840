import type { Db } from "../../database/schema.ts";
import type { ProfessionLoad, Workload } from "../oversight/oversight-port.ts";
import { pageOf } from "../paging.ts";
import { ACTIVE_STATES, CLAIMED } from "./request.ts";

/** Who and what is busy with how much, from what is committed. */
export const workload = (db: Db): Workload => ({
  async listProfessions(guildId) {
    const rows = await db
      .selectFrom("requests")
      .select((eb) => ["profession", "state", eb.fn.countAll<number>().as("n"), eb.fn.min("created_at").as("oldest")])
      .where("guild_id", "=", guildId)
      .where("state", "in", ACTIVE_STATES)
      .groupBy(["state", "profession"])
      .execute();
    const loads = new Map<string, ProfessionLoad>();
    for (const { profession, state, n, oldest } of rows) {
      const load = loads.get(profession) ?? { profession, open: 0, claimed: 0, oldestOpenAt: null };
      loads.set(profession, state === "open" ? { ...load, open: n, oldestOpenAt: oldest } : { ...load, claimed: load.claimed + n });
    }
    return [...loads.values()];
  },

  async listCrafters(guildId, page, pageSize) {
    // What is claimed is never much, however much was ever asked.
    const rows = await db
      .selectFrom("requests")
      .select(["id", "crafter_id", "quantity", "completed"])
      .where("guild_id", "=", guildId)
      .where("crafter_id", "is not", null)
      .where("state", "in", CLAIMED)
      .execute();
    const loads = new Map<string, { crafterId: string; requestIds: string[]; left: number }>();
    for (const { id, crafter_id: crafterId, quantity, completed } of rows) {
      if (crafterId === null) continue;
      const load = loads.get(crafterId) ?? { crafterId, requestIds: [], left: 0 };
      load.requestIds.push(id);
      load.left += quantity - completed;
      loads.set(crafterId, load);
    }
    const sorted = [...loads.values()].toSorted((a, b) => b.requestIds.length - a.requestIds.length || (a.crafterId < b.crafterId ? -1 : 1));
    return pageOf(sorted, page, pageSize);
  },
});

/** How many requests of a guild are in each state that is not an end. */
export async function countOpen(db: Db, guildIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>(ACTIVE_STATES.map((state) => [state, 0]));
  for (const guildId of guildIds) {
    const rows = await db
      .selectFrom("requests")
      .select((eb) => ["state", eb.fn.countAll<number>().as("n")])
      .where("guild_id", "=", guildId)
      .where("state", "in", ACTIVE_STATES)
      .groupBy("state")
      .execute();
    for (const { state, n } of rows) counts.set(state, (counts.get(state) ?? 0) + n);
  }
  return counts;
}
