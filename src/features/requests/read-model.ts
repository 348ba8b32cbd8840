import type { Db } from "../../database/schema.ts";
import { placeOf } from "../paging.ts";
import { pageOfIds, requestsOf } from "./pages.ts";
import { CLAIMED, countIn, countOpenOf, listIdsIn, listOpenIdsOf, listOwnClaimIds } from "./queue-rows.ts";
import type { QueueNarrowing, RequestReads } from "./request-port.ts";
import { ACTIVE_STATES, type CraftingRequest, type RequestState } from "./request.ts";
import { toRequest } from "./row.ts";

const ALL_STATES: readonly RequestState[] = ["open", "claimed", "in_progress", "completed", "cancelled", "denied"];
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
    get: (guildId, requestId) => one(guildId, "id", requestId),
    getMany: (guildId, requestIds) => requestsOf(db, guildId, requestIds),
    getByNumber: (guildId, number) => one(guildId, "number", number),

    async listQueue(guildId, userId, professions, page, pageSize, narrowing = {}) {
      const open = narrowing.only === "mine" ? [] : narrowed(professions, narrowing);
      const own = narrowing.only === "open" ? [] : await listOwnClaimIds(db, guildId, userId, narrowing.profession);
      const total = await countIn(db, guildId, ["open"], open);
      const { offset, ...place } = placeOf(own.length + total, page, pageSize);
      const ownShown = own.slice(offset, offset + pageSize);
      const rest = { offset: Math.max(0, offset - own.length), limit: pageSize - ownShown.length, total };
      const openShown = rest.limit === 0 || total === 0 ? [] : await listIdsIn(db, guildId, ["open"], open, rest);
      // One that was released since the first question is in both answers.
      const ids = [...ownShown, ...openShown.filter((id) => !own.includes(id))];
      return { ...place, items: await requestsOf(db, guildId, ids) };
    },

    async listOpenOf(guildId, professions, recipeIds, page, pageSize) {
      const total = await countOpenOf(db, guildId, professions, recipeIds);
      const { offset, ...place } = placeOf(total, page, pageSize);
      const ids = total === 0 ? [] : await listOpenIdsOf(db, guildId, professions, recipeIds, { offset, limit: pageSize });
      return { ...place, items: await requestsOf(db, guildId, ids) };
    },

    async listClaimed(guildId, page, pageSize, profession) {
      const professions = profession === undefined ? null : [profession];
      const total = await countIn(db, guildId, CLAIMED, professions);
      const { offset, ...place } = placeOf(total, page, pageSize);
      const ids = total === 0 ? [] : await listIdsIn(db, guildId, CLAIMED, professions, { offset, limit: pageSize, total });
      return { ...place, items: await requestsOf(db, guildId, ids) };
    },

    async listMine(guildId, userId, states, page, pageSize) {
      const counts = await countMine(db, guildId, userId);
      const wanted = (states ?? ALL_STATES).filter((state) => counts[state] > 0);
      const total = wanted.reduce((sum, state) => sum + counts[state], 0);
      const { offset, ...place } = placeOf(total, page, pageSize);
      const inState = wanted.map((state) => ({ guild_id: guildId, requester_id: userId, state }));
      const ids = await pageOfIds(db, inState, { by: ["changed_at"], direction: "desc" }, { offset, limit: pageSize, total });
      return { ...place, items: await requestsOf(db, guildId, ids) };
    },

    countMine: (guildId, userId) => countMine(db, guildId, userId),

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

    async spansOfBaskets(guildId, basketIds) {
      if (basketIds.length === 0) return new Map();
      const rows = await db
        .selectFrom("requests")
        .select((eb) => ["basket_id", eb.fn.min("number").as("first"), eb.fn.max("number").as("last")])
        .where("guild_id", "=", guildId)
        .where("basket_id", "in", basketIds)
        .groupBy("basket_id")
        .execute();
      return new Map(rows.flatMap(({ basket_id, first, last }) => (basket_id === null ? [] : [[basket_id, { first, last }] as const])));
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

function narrowed(professions: readonly string[] | null, { profession }: QueueNarrowing): readonly string[] | null {
  if (profession === undefined) return professions;
  return professions === null || professions.includes(profession) ? [profession] : [];
}

async function countMine(db: Db, guildId: string, userId: string): Promise<Readonly<Record<RequestState, number>>> {
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
}
