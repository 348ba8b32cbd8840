import type { Db } from "../../database/schema.ts";
import type { NewId } from "../../kernel/id.ts";
import type { PledgeChange } from "./events.ts";
import type { Pledge } from "./pledge.ts";

/** Which request. */
export interface Of {
  readonly guildId: string;
  readonly requestId: string;
}

/** What holds, earliest first. */
export async function listPledges(db: Db, { guildId, requestId }: Of): Promise<readonly Pledge[]> {
  const rows = await db.selectFrom("pledges").select(["user_id", "user_locale", "material", "amount", "pledged_at"]).where("guild_id", "=", guildId).where("request_id", "=", requestId).where("ended_at", "is", null).execute();
  return rows
    .map((row) => ({ userId: row.user_id, locale: row.user_locale, material: row.material, amount: row.amount, pledgedAt: row.pledged_at }))
    .toSorted((a, b) => a.pledgedAt - b.pledgedAt || (a.userId < b.userId ? -1 : 1));
}

/** Writes a change and that it happened. Who lowers a pledge keeps their place among those that are cut last. */
export async function writeChange(db: Db, { guildId, requestId }: Of, { userId, locale, material, before, after }: PledgeChange, by: { readonly actorId: string; readonly at: number; readonly id: string }): Promise<void> {
  if (after === 0) await db.deleteFrom("pledges").where("guild_id", "=", guildId).where("request_id", "=", requestId).where("user_id", "=", userId).where("material", "=", material).execute();
  else
    await db
      .insertInto("pledges")
      .values({ guild_id: guildId, request_id: requestId, user_id: userId, user_locale: locale, material, amount: after, pledged_at: by.at, ended_at: null })
      .onConflict((conflict) => conflict.columns(["guild_id", "request_id", "user_id", "material"]).doUpdateSet({ amount: after, user_locale: locale, ended_at: null, ...(after > before ? { pledged_at: by.at } : {}) }))
      .execute();
  await db
    .insertInto("pledge_events")
    .values({ guild_id: guildId, id: by.id, request_id: requestId, user_id: userId, actor_id: by.actorId, material, amount_before: before, amount_after: after, at: by.at })
    .execute();
}

/** A change and its event for each, with ids that sort in their order. */
export async function writeChanges(db: Db, of: Of, changes: readonly PledgeChange[], by: { readonly actorId: string; readonly at: number }, newId: NewId): Promise<void> {
  for (const change of changes) await writeChange(db, of, change, { ...by, id: newId() });
}

/** None of a request's pledges holds any longer. */
export async function endPledges(db: Db, { guildId, requestId }: Of, at: number): Promise<void> {
  await db.updateTable("pledges").set({ ended_at: at }).where("guild_id", "=", guildId).where("request_id", "=", requestId).where("ended_at", "is", null).execute();
}

/** What ended then holds again. */
export async function resumePledges(db: Db, { guildId, requestId }: Of, endedAt: number): Promise<void> {
  await db.updateTable("pledges").set({ ended_at: null }).where("guild_id", "=", guildId).where("request_id", "=", requestId).where("ended_at", "=", endedAt).execute();
}
