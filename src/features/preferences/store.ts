import type { Db } from "../../database/schema.ts";
import { NO_PREFERENCES, type Preferences } from "./preferences.ts";

export async function getPreferences(db: Db, guildId: string, userId: string): Promise<Preferences> {
  const row = await db.selectFrom("preferences").selectAll().where("guild_id", "=", guildId).where("user_id", "=", userId).executeTakeFirst();
  return row ? { requests: row.requests, crafts: row.crafts, quietFrom: row.quiet_from, quietTo: row.quiet_to, timeZone: row.time_zone, digestAt: row.digest_at } : NO_PREFERENCES;
}

/** Changes some of them; the others stay as they are, whoever else writes at the same moment. */
export async function changePreferences(db: Db, owner: { readonly guildId: string; readonly userId: string }, changes: Partial<Preferences>, now: number): Promise<void> {
  const { requests, crafts, quietFrom, quietTo, timeZone, digestAt } = { ...NO_PREFERENCES, ...changes };
  const all = { requests, crafts, quiet_from: quietFrom, quiet_to: quietTo, time_zone: timeZone, digest_at: digestAt };
  const changed = {
    ...(changes.requests === undefined ? {} : { requests }),
    ...(changes.crafts === undefined ? {} : { crafts }),
    ...(changes.quietFrom === undefined ? {} : { quiet_from: quietFrom }),
    ...(changes.quietTo === undefined ? {} : { quiet_to: quietTo }),
    ...(changes.timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(changes.digestAt === undefined ? {} : { digest_at: digestAt }),
    changed_at: now,
  };
  await db
    .insertInto("preferences")
    .values({ guild_id: owner.guildId, user_id: owner.userId, ...all, changed_at: now })
    .onConflict((conflict) => conflict.columns(["guild_id", "user_id"]).doUpdateSet(changed))
    .execute();
}
