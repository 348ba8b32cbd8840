import type { Db } from "../../database/schema.ts";
import type { NewId } from "../../kernel/id.ts";
import type { InTransaction } from "../contract.ts";
import type { Chosen, Selection, Selections } from "./selection.ts";

/** How long the buttons of a list work on what was chosen in it. */
export const SELECTION_LIFE_MS = 24 * 60 * 60_000;

export function selectionStore({ read, inTransaction, newId }: { readonly read: Db; readonly inTransaction: InTransaction; readonly newId: NewId }): Selections {
  return {
    save: ({ guildId, userId }, place, chosen, typed = "") =>
      inTransaction(async ({ db, now }) => {
        const selection: Selection = { id: newId(), guildId, userId, place, chosen, typed, createdAt: now };
        await db.deleteFrom("queue_selections").where("guild_id", "=", guildId).where("created_at", "<=", now - SELECTION_LIFE_MS).execute();
        await db
          .insertInto("queue_selections")
          .values({ guild_id: guildId, id: selection.id, user_id: userId, ...place, chosen: JSON.stringify(chosen), typed, created_at: now })
          .execute();
        return selection;
      }),

    async find({ guildId, userId, now }, id) {
      const row = await read
        .selectFrom("queue_selections")
        .selectAll()
        .where("guild_id", "=", guildId)
        .where("id", "=", id)
        .where("user_id", "=", userId)
        .where("created_at", ">", now - SELECTION_LIFE_MS)
        .executeTakeFirst();
      if (!row) return null;
      return {
        id,
        guildId,
        userId,
        place: { filter: row.filter, profession: row.profession, page: row.page },
        // Only `save` writes it.
        chosen: JSON.parse(row.chosen) as readonly Chosen[],
        typed: row.typed,
        createdAt: row.created_at,
      };
    },
  };
}
