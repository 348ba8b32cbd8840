import type { Db } from "../../database/schema.ts";
import type { AskedFor } from "./asked-for.ts";
import { ACTIVE_STATES } from "./request.ts";

/** `since`: made after this moment is "lately". */
export async function countAskedFor(db: Db, guildId: string, userId: string, since: number): Promise<AskedFor> {
  const own = db
    .selectFrom("requests")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("guild_id", "=", guildId)
    .where("requester_id", "=", userId);
  const open = await own.where("state", "in", ACTIVE_STATES).executeTakeFirstOrThrow();
  const lately = await own.where("created_at", ">", since).executeTakeFirstOrThrow();
  return { open: open.n, lately: lately.n };
}
