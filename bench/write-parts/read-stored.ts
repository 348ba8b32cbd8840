import type { Db } from "../../src/database/schema.ts";
import type { Stored } from "./left-behind.ts";

/** Reads what is committed of a guild. The counts by day are written with the deeds in every way, and need no look of their own. */
export async function readStored(db: Db, guildId: string): Promise<Stored> {
  const requests = await db.selectFrom("requests").select(["id", "requester_id"]).where("guild_id", "=", guildId).execute();
  const events = await db.selectFrom("audit_events").select("request_id").where("guild_id", "=", guildId).execute();
  const deeds = await db.selectFrom("statistics_deeds").select("user_id").where("guild_id", "=", guildId).where("submitted", "=", 1).execute();
  return {
    requests: requests.map(({ id, requester_id }) => ({ id, requesterId: requester_id })),
    audited: events.map(({ request_id }) => request_id),
    counted: deeds.map(({ user_id }) => user_id),
  };
}
