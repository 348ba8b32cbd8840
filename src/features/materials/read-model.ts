import { sql } from "kysely";
import type { Db } from "../../database/schema.ts";
import type { MaterialsReads } from "./materials-port.ts";
import { listPledges } from "./pledge-store.ts";
import type { Narrowing } from "./totals.ts";

/** Answers from what is committed. */
export function materialsReads(db: Db): MaterialsReads {
  const needs = (guildId: string, { professions, characterId, crafterId }: Narrowing) => {
    let rows = db.selectFrom("material_needs").where("guild_id", "=", guildId).whereRef("brought", "<", "needed");
    if (professions !== null) rows = rows.where("profession", "in", professions);
    if (characterId !== undefined) rows = rows.where("character_id", "=", characterId);
    if (crafterId !== undefined) rows = rows.where("crafter_id", "=", crafterId);
    return rows;
  };
  return {
    listPledges: (guildId, requestId) => listPledges(db, { guildId, requestId }),

    async listEvents(guildId, requestId, limit) {
      const rows = await db
        .selectFrom("pledge_events")
        .select(["user_id", "actor_id", "material", "amount_before", "amount_after", "at"])
        .where("guild_id", "=", guildId)
        .where("request_id", "=", requestId)
        .orderBy("id", "desc")
        .limit(limit)
        .execute();
      return rows.map((row) => ({ userId: row.user_id, actorId: row.actor_id, material: row.material, before: row.amount_before, after: row.amount_after, at: row.at }));
    },

    async totals(guildId, narrowing) {
      if (narrowing.professions?.length === 0) return [];
      const rows = await needs(guildId, narrowing)
        .select((eb) => [
          "material as name",
          eb.fn.sum<number>("needed").as("needed"),
          eb.fn.sum<number>("brought").as("brought"),
          eb.fn.sum<number>("pledged").as("pledged"),
          eb.fn.sum<number>("missing").as("missing"),
          eb.fn.sum<number>(sql`case when missing > 0 then 1 else 0 end`).as("requests"),
        ])
        .groupBy("material")
        .execute();
      return rows;
    },

    async listNeedyCharacters(guildId, narrowing, limit) {
      if (narrowing.professions?.length === 0) return [];
      return needs(guildId, narrowing)
        .select((eb) => ["character_id as id", eb.fn.max("character_name").as("name"), eb.fn.sum<number>("missing").as("missing")])
        .groupBy("character_id")
        .having((eb) => eb.fn.sum<number>("missing"), ">", 0)
        .orderBy("missing", "desc")
        .orderBy("id")
        .limit(limit)
        .execute();
    },
  };
}
