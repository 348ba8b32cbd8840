import type { Db } from "../../database/schema.ts";
import { listParts } from "./list-parts.ts";
import { requestsOf } from "./pages.ts";
import { countIn } from "./queue-rows.ts";
import { requestLists } from "./request-lists.ts";
import type { RequestReads } from "./request-port.ts";
import { ACTIVE_STATES, type CraftingRequest } from "./request.ts";
import { toRequest } from "./row.ts";

/** How far back `listRecentRecipes` looks: it is asked at every key that somebody types. */
const RECENT_REQUESTS = 200;

/** The characters' room asks for `countActiveRequests`, the board for `listActiveIds…`, through ports of their own. */
export interface RequestReadModel extends RequestReads {
  /** Requests that are not at their end, oldest first. */
  listActiveIds(guildId: string): Promise<readonly string[]>;
  /** Whether this person asked for something, or has claimed something, that is not at its end. */
  isBusy(guildId: string, userId: string): Promise<boolean>;
  /** How many of these professions are open that were submitted at `since` or later. */
  countOpenSince(guildId: string, professions: readonly string[], since: number): Promise<number>;
  /** How many requests for this character are not at their end. */
  countActiveRequests(guildId: string, characterId: string): Promise<number>;
}

/** Answers from what is committed. */
export function requestReads(db: Db): RequestReadModel {
  const one = async (guildId: string, column: "id" | "number", value: string | number): Promise<CraftingRequest | null> => {
    const row = await db.selectFrom("requests").selectAll().where("guild_id", "=", guildId).where(column, "=", value).executeTakeFirst();
    return row ? toRequest(row) : null;
  };
  return {
    ...requestLists(listParts(db)),
    get: (guildId, requestId) => one(guildId, "id", requestId),
    getMany: (guildId, requestIds) => requestsOf(db, guildId, requestIds),
    getByNumber: (guildId, number) => one(guildId, "number", number),

    async listRecentRecipes(guildId, userId, limit) {
      const rows = await db
        .selectFrom("requests")
        .select("recipe_id")
        .where("guild_id", "=", guildId)
        .where("requester_id", "=", userId)
        .orderBy("created_at", "desc")
        .limit(RECENT_REQUESTS)
        .execute();
      return [...new Set(rows.map((row) => row.recipe_id))].slice(0, limit);
    },

    async listActiveIds(guildId) {
      const rows = await db.selectFrom("requests").select("id").where("guild_id", "=", guildId).where("state", "in", ACTIVE_STATES).orderBy("created_at").orderBy("id").execute();
      return rows.map(({ id }) => id);
    },

    async listActiveIdsOfCharacter(guildId, characterId) {
      const ofCharacter = db.selectFrom("requests").select("id").where("guild_id", "=", guildId).where("character_id", "=", characterId);
      return (await ofCharacter.where("state", "in", ACTIVE_STATES).execute()).map(({ id }) => id);
    },

    async isBusy(guildId, userId) {
      const active = db.selectFrom("requests").select("id").where("guild_id", "=", guildId).where("state", "in", ACTIVE_STATES);
      return (await active.where("requester_id", "=", userId).limit(1).executeTakeFirst()) !== undefined || (await active.where("crafter_id", "=", userId).limit(1).executeTakeFirst()) !== undefined;
    },

    countOpenSince: (guildId, professions, since) => countIn(db, guildId, ["open"], professions, since),

    async countActiveRequests(guildId, characterId) {
      const { n } = await db
        .selectFrom("requests")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .where("guild_id", "=", guildId)
        .where("character_id", "=", characterId)
        .where("state", "in", ACTIVE_STATES)
        .executeTakeFirstOrThrow();
      return n;
    },
  };
}
