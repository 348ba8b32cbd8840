import type { Transaction } from "../contract.ts";
import type { CraftingRequest } from "./request.ts";
import { toRequest } from "./row.ts";

/** Gives a request, and keeps everybody else from changing it before the transaction ends; null when there is none. */
export async function holdRequest({ db }: Transaction, guildId: string, requestId: string): Promise<CraftingRequest | null> {
  const row = await db
    .updateTable("requests")
    .set((eb) => ({ version: eb.ref("version") }))
    .where("guild_id", "=", guildId)
    .where("id", "=", requestId)
    .returningAll()
    .executeTakeFirst();
  return row ? toRequest(row) : null;
}

/** Keeps what is pledged to a request. Its version stays: no one acted on it, and nobody's button is out of date by it. */
export async function writePledged({ db }: Transaction, guildId: string, requestId: string, pledged: CraftingRequest["pledged"]): Promise<void> {
  await db.updateTable("requests").set({ pledged: JSON.stringify(pledged) }).where("guild_id", "=", guildId).where("id", "=", requestId).execute();
}
