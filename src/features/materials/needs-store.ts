import type { Db } from "../../database/schema.ts";
import { materialStands } from "../requests/material-stand.ts";
import { type CraftingRequest, isActive } from "../requests/request.ts";

/** Keeps an active request's needs as they stand: what the requester does not bring by themselves. One that is at its end has none. */
export async function saveNeeds(db: Db, request: CraftingRequest, isNew: boolean): Promise<void> {
  const { guildId: guild_id, id: request_id, profession, characterId: character_id, characterName: character_name, crafterId: crafter_id } = request;
  if (!isNew) await db.deleteFrom("material_needs").where("guild_id", "=", guild_id).where("request_id", "=", request_id).execute();
  const stands = isActive(request) ? materialStands(request).filter(({ brought, needed }) => brought < needed) : [];
  if (stands.length === 0) return;
  await db
    .insertInto("material_needs")
    .values(stands.map(({ name: material, ...counts }) => ({ guild_id, request_id, material, profession, character_id, character_name, crafter_id, ...counts })))
    .execute();
}

export async function renameInNeeds(db: Db, guildId: string, characterId: string, name: string): Promise<void> {
  await db.updateTable("material_needs").set({ character_name: name }).where("guild_id", "=", guildId).where("character_id", "=", characterId).execute();
}
