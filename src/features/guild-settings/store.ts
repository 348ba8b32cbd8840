import type { Db } from "../../database/schema.ts";
import type { SettingKey, SettingValue } from "./layers.ts";

/** A guild's own answers as they are stored: JSON by key. */
export async function listAnswers(db: Db, guildId: string): Promise<readonly { readonly key: string; readonly value: string }[]> {
  return db.selectFrom("guild_settings").select(["key", "value"]).where("guild_id", "=", guildId).orderBy("key").execute();
}

export interface AnswerChange {
  readonly guildId: string;
  readonly key: SettingKey;
  readonly value: SettingValue;
  readonly changedAt: number;
  readonly changedBy: string | null;
}

export async function putAnswer(db: Db, { guildId, key, value, changedAt, changedBy }: AnswerChange): Promise<void> {
  const changed = { value: JSON.stringify(value), changed_at: changedAt, changed_by: changedBy };
  await db
    .insertInto("guild_settings")
    .values({ guild_id: guildId, key, ...changed })
    .onConflict((conflict) => conflict.columns(["guild_id", "key"]).doUpdateSet(changed))
    .execute();
}

/** Keeps others from changing an answer before the transaction ends; gives it this one where there is none yet. */
export async function holdAnswer(db: Db, { guildId, key, value, changedAt, changedBy }: AnswerChange): Promise<void> {
  await db
    .insertInto("guild_settings")
    .values({ guild_id: guildId, key, value: JSON.stringify(value), changed_at: changedAt, changed_by: changedBy })
    .onConflict((conflict) => conflict.columns(["guild_id", "key"]).doUpdateSet((eb) => ({ changed_at: eb.ref("guild_settings.changed_at") })))
    .execute();
}

export async function removeAnswer(db: Db, guildId: string, key: SettingKey): Promise<void> {
  await db.deleteFrom("guild_settings").where("guild_id", "=", guildId).where("key", "=", key).execute();
}

export async function removeAnswers(db: Db, guildId: string): Promise<void> {
  await db.deleteFrom("guild_settings").where("guild_id", "=", guildId).execute();
}
