import type { Selectable } from "kysely";
import { prepared } from "../../database/prepared.ts";
import type { Db } from "../../database/schema.ts";
import { inOrder } from "./in-order.ts";
import { ACTIVE_STATES, type CraftingRequest } from "./request.ts";
import { toRequest, toRow } from "./row.ts";
import type { RequestsTable } from "./tables.ts";

/** The requests as one transaction writes them. */
export interface RequestStore {
  get(guildId: string, requestId: string): Promise<CraftingRequest | null>;
  getByDraft(guildId: string, draftId: string): Promise<CraftingRequest | null>;
  /** Gives it the guild's next number. Null, with nothing written, when its draft has become a request before. */
  add(request: Omit<CraftingRequest, "number">): Promise<CraftingRequest | null>;
  /** Writes what an action changes. False, with nothing written, when it is no longer as `before`. */
  replace(next: CraftingRequest, before: Pick<CraftingRequest, "version" | "crafterId">): Promise<boolean>;
  /** A character's requests that are not at their end, by id. */
  listActiveOfCharacter(guildId: string, characterId: string): Promise<readonly CraftingRequest[]>;
  /** What this person asked for or has claimed, and what is not at its end. */
  listActiveOfPerson(guildId: string, as: "requester" | "crafter", userId: string): Promise<readonly CraftingRequest[]>;
  /** Shows the new name on all of a character's requests; their versions stay, for nobody acted. */
  renameCharacter(guildId: string, characterId: string, name: string): Promise<void>;
}

export function requestStore(db: Db): RequestStore {
  return {
    async get(guildId, id) {
      const { rows: [row] } = await selectById(db, { guildId, id });
      return row ? toRequest(row) : null;
    },

    async getByDraft(guildId, draftId) {
      const { rows: [row] } = await selectByDraft(db, { guildId, draftId });
      return row ? toRequest(row) : null;
    },

    async add(request) {
      const added = { ...request, number: await nextNumber(db, request.guildId) };
      const { numAffectedRows } = await insertUnlessDrafted(db, toRow(added));
      if (numAffectedRows === 1n) return added;
      await giveBack(db, added);
      return null;
    },

    async replace(next, before) {
      const { state, completed, crafter_id, crafter_locale, reason, quantity, materials, materials_source, note, needed_by, lease_until, delivered_at, changed_at, version } = toRow(next);
      const { numUpdatedRows } = await db
        .updateTable("requests")
        // Only these: a character that is renamed at the same moment keeps its new name.
        .set({ state, completed, crafter_id, crafter_locale, reason, quantity, materials, materials_source, note, needed_by, lease_until, delivered_at, changed_at, version })
        .where("guild_id", "=", next.guildId)
        .where("id", "=", next.id)
        // As they ever were, and the crafter as before: named, so that kept lists of others stay.
        .where("requester_id", "=", next.requesterId)
        .where("profession", "=", next.profession)
        .where("crafter_id", before.crafterId === null ? "is" : "=", before.crafterId)
        .where("version", "=", before.version)
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

const selectById = prepared<{ guildId: string; id: string }, Selectable<RequestsTable>>((db, { guildId, id }) => db.selectFrom("requests").selectAll().where("guild_id", "=", guildId).where("id", "=", id));

const selectByDraft = prepared<{ guildId: string; draftId: string }, Selectable<RequestsTable>>((db, { guildId, draftId }) => db.selectFrom("requests").selectAll().where("guild_id", "=", guildId).where("draft_id", "=", draftId));

const insertUnlessDrafted = prepared<RequestsTable>((db, row) =>
  db
    .insertInto("requests")
    .values(row)
    .onConflict((conflict) => conflict.columns(["guild_id", "draft_id"]).doNothing()),
);

/** Also makes the guild's submissions wait for each other, so that numbers have no gaps. */
async function nextNumber(db: Db, guildId: string): Promise<number> {
  const { rows: [row] } = await takeNumber(db, { guildId });
  if (!row) throw new Error(`guild ${guildId} gave no number`);
  return row.last;
}

const takeNumber = prepared<{ guildId: string }, { last: number }>((db, { guildId }) =>
  db
    .insertInto("request_numbers")
    .values({ guild_id: guildId, last: 1 })
    .onConflict((conflict) => conflict.column("guild_id").doUpdateSet((eb) => ({ last: eb("request_numbers.last", "+", 1) })))
    .returning("last"),
);

async function giveBack(db: Db, { guildId, number }: CraftingRequest): Promise<void> {
  await db.updateTable("request_numbers").set({ last: number - 1 }).where("guild_id", "=", guildId).execute();
}
