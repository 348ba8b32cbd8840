import type { Db } from "../../database/schema.ts";

/** Who has said that they are there to hand a request over. */
export interface PresenceStore {
  put(guildId: string, requestId: string, userId: string, at: number): Promise<void>;
  /** Whether this person has said so since then. */
  isHere(guildId: string, requestId: string, userId: string, since: number): Promise<boolean>;
  /** Nobody waits any more. */
  clear(guildId: string, requestId: string): Promise<void>;
}

export function presenceStore(db: Db): PresenceStore {
  return {
    async put(guildId, requestId, userId, at) {
      await db
        .insertInto("request_presence")
        .values({ guild_id: guildId, request_id: requestId, user_id: userId, here_at: at })
        .onConflict((conflict) => conflict.columns(["guild_id", "request_id", "user_id"]).doUpdateSet({ here_at: at }))
        .execute();
    },
    async isHere(guildId, requestId, userId, since) {
      const found = await db.selectFrom("request_presence").select("here_at").where("guild_id", "=", guildId).where("request_id", "=", requestId).where("user_id", "=", userId).executeTakeFirst();
      return found !== undefined && found.here_at >= since;
    },
    async clear(guildId, requestId) {
      await db.deleteFrom("request_presence").where("guild_id", "=", guildId).where("request_id", "=", requestId).execute();
    },
  };
}
