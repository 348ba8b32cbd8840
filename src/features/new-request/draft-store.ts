import type { Selectable } from "kysely";
import type { Db } from "../../database/schema.ts";
import { EMPTY_BASKET } from "./basket.ts";
import type { Draft, DraftState } from "./draft.ts";
import { EMPTY_FORM } from "./typed-form.ts";
import type { RequestDraftsTable } from "./tables.ts";

/** Grows when a stored state can no longer be read as today's; such drafts count as gone. */
const SHAPE = 1;

export async function getDraft(db: Db, guildId: string, id: string): Promise<Draft | null> {
  const row = await db.selectFrom("request_drafts").selectAll().where("guild_id", "=", guildId).where("id", "=", id).executeTakeFirst();
  return row ? toDraft(row) : null;
}

export async function addDraft(db: Db, draft: Draft): Promise<void> {
  await db
    .insertInto("request_drafts")
    .values({
      guild_id: draft.guildId,
      id: draft.id,
      user_id: draft.userId,
      state: write(draft.state),
      version: draft.version,
      created_at: draft.createdAt,
      changed_at: draft.changedAt,
    })
    .execute();
}

/** False when somebody else changed the draft since `expectedVersion`. */
export async function replaceDraft(db: Db, next: Draft, expectedVersion: number): Promise<boolean> {
  const row = await db
    .updateTable("request_drafts")
    .set({ state: write(next.state), version: next.version, changed_at: next.changedAt })
    .where("guild_id", "=", next.guildId)
    .where("id", "=", next.id)
    .where("version", "=", expectedVersion)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Removes a guild's drafts that nobody has touched since `before`. */
export async function removeIdleDrafts(db: Db, guildId: string, before: number): Promise<void> {
  await db.deleteFrom("request_drafts").where("guild_id", "=", guildId).where("changed_at", "<", before).execute();
}

const write = (state: DraftState): string => JSON.stringify({ shape: SHAPE, ...state });

function toDraft(row: Selectable<RequestDraftsTable>): Draft | null {
  const { shape, ...state } = JSON.parse(row.state) as DraftState & { readonly shape: number };
  if (shape !== SHAPE) return null;
  // What an earlier version wrote has no date and no basket.
  return { guildId: row.guild_id, id: row.id, userId: row.user_id, state: { ...state, form: { ...EMPTY_FORM, ...state.form }, basket: { ...EMPTY_BASKET, ...state.basket } }, version: row.version, createdAt: row.created_at, changedAt: row.changed_at };
}
