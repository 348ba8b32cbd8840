import type { Db } from "../../database/schema.ts";
import { inOrder } from "./in-order.ts";
import { ACTIVE_STATES, type CraftingRequest } from "./request.ts";
import { toRequest, toRow } from "./row.ts";

/** The requests as one transaction writes them. */
export interface RequestStore {
  get(guildId: string, requestId: string): Promise<CraftingRequest | null>;
  getByDraft(guildId: string, draftId: string): Promise<CraftingRequest | null>;
  /** Gives it the guild's next number. Null, with nothing written, when its draft has become a request before. */
  add(request: Omit<CraftingRequest, "number">): Promise<CraftingRequest | null>;
  /** Writes what an action changes. False, with nothing written, when it no longer has `expectedVersion`. */
  replace(next: CraftingRequest, expectedVersion: number): Promise<boolean>;
  /** A character's requests that are not at their end, by id. */
  listActiveOfCharacter(guildId: string, characterId: string): Promise<readonly CraftingRequest[]>;
  /** What this person asked for or has claimed, and what is not at its end. */
  listActiveOfPerson(guildId: string, as: "requester" | "crafter", userId: string): Promise<readonly CraftingRequest[]>;
  /** Shows the new name on all of a character's requests; their versions stay, for nobody acted. */
  renameCharacter(guildId: string, characterId: string, name: string): Promise<void>;
}

export function requestStore(db: Db): RequestStore {
  const one = async (guildId: string, column: "id" | "draft_id", value: string): Promise<CraftingRequest | null> => {
    const row = await db.selectFrom("requests").selectAll().where("guild_id", "=", guildId).where(column, "=", value).executeTakeFirst();
    return row ? toRequest(row) : null;
  };
  return {
    get: (guildId, requestId) => one(guildId, "id", requestId),
    getByDraft: (guildId, draftId) => one(guildId, "draft_id", draftId),

    async add(request) {
      const added = { ...request, number: await nextNumber(db, request.guildId) };
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("requests")
        .values(toRow(added))
        .onConflict((conflict) => conflict.columns(["guild_id", "draft_id"]).doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 1n) return added;
      await giveBack(db, added);
      return null;
    },

    async replace(next, expectedVersion) {
      const { state, completed, crafter_id, crafter_locale, reason, quantity, materials, materials_source, note, needed_by, lease_until, delivered_at, changed_at, version } = toRow(next);
      const { numUpdatedRows } = await db
        .updateTable("requests")
        // Only these: a character that is renamed at the same moment keeps its new name.
        .set({ state, completed, crafter_id, crafter_locale, reason, quantity, materials, materials_source, note, needed_by, lease_until, delivered_at, changed_at, version })
        .where("guild_id", "=", next.guildId)
        .where("id", "=", next.id)
        // As they ever were: named, so that kept lists of others stay.
        .where("requester_id", "=", next.requesterId)
        .where("profession", "=", next.profession)
        .where("version", "=", expectedVersion)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },

    async listActiveOfPerson(guildId, as, userId) {
      const column = as === "requester" ? "requester_id" : "crafter_id";
      const rows = await db.selectFrom("requests").selectAll().where("guild_id", "=", guildId).where(column, "=", userId).where("state", "in", ACTIVE_STATES).execute();
      return rows.map(toRequest).toSorted((a, b) => inOrder(a.id, b.id));
    },

    async listActiveOfCharacter(guildId, characterId) {
      const rows = await db
        .selectFrom("requests")
        .selectAll()
        .where("guild_id", "=", guildId)
        .where("character_id", "=", characterId)
        .where("state", "in", ACTIVE_STATES)
        .execute();
      // Sorted here: asked for in order, SQLite would look through the whole guild by its key.
      return rows.map(toRequest).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },

    async renameCharacter(guildId, characterId, name) {
      await db.updateTable("requests").set({ character_name: name }).where("guild_id", "=", guildId).where("character_id", "=", characterId).execute();
    },
  };
}

/** Also makes the guild's submissions wait for each other, so that numbers have no gaps. */
async function nextNumber(db: Db, guildId: string): Promise<number> {
  const { last } = await db
    .insertInto("request_numbers")
    .values({ guild_id: guildId, last: 1 })
    .onConflict((conflict) => conflict.column("guild_id").doUpdateSet((eb) => ({ last: eb("request_numbers.last", "+", 1) })))
    .returning("last")
    .executeTakeFirstOrThrow();
  return last;
}

async function giveBack(db: Db, { guildId, number }: CraftingRequest): Promise<void> {
  await db.updateTable("request_numbers").set({ last: number - 1 }).where("guild_id", "=", guildId).execute();
}
