import type { Selectable } from "kysely";
import type { CraftingRequest, MaterialLine } from "./request.ts";
import { NO_DATE, type RequestsTable } from "./tables.ts";

export function toRow(request: CraftingRequest): RequestsTable {
  return {
    guild_id: request.guildId,
    id: request.id,
    number: request.number,
    draft_id: request.draftId,
    requester_id: request.requesterId,
    requester_locale: request.requesterLocale,
    character_id: request.characterId,
    character_name: request.characterName,
    recipe_id: request.recipeId,
    item_name: request.itemName,
    item_names: JSON.stringify(request.itemNames),
    profession: request.profession,
    category: request.category,
    quantity: request.quantity,
    completed: request.completed,
    materials_source: request.materialsSource,
    materials: JSON.stringify(request.materials),
    pledged: JSON.stringify(request.pledged),
    note: request.note,
    state: request.state,
    crafter_id: request.crafterId,
    crafter_locale: request.crafterLocale,
    reason: request.reason,
    created_at: request.createdAt,
    changed_at: request.changedAt,
    version: request.version,
    needed_by: request.neededBy ?? NO_DATE,
    lease_until: request.leaseUntil,
    delivered_at: request.deliveredAt,
    basket_id: request.basketId,
  };
}

export function toRequest(row: Selectable<RequestsTable>): CraftingRequest {
  return {
    id: row.id,
    guildId: row.guild_id,
    number: row.number,
    draftId: row.draft_id,
    requesterId: row.requester_id,
    requesterLocale: row.requester_locale,
    characterId: row.character_id,
    characterName: row.character_name,
    recipeId: row.recipe_id,
    itemName: row.item_name,
    // Only toRow writes it.
    itemNames: JSON.parse(row.item_names) as Readonly<Record<string, string>>,
    profession: row.profession,
    category: row.category,
    quantity: row.quantity,
    completed: row.completed,
    materialsSource: row.materials_source,
    // Only toRow writes it.
    materials: JSON.parse(row.materials) as readonly MaterialLine[],
    pledged: JSON.parse(row.pledged) as CraftingRequest["pledged"],
    note: row.note,
    state: row.state,
    crafterId: row.crafter_id,
    crafterLocale: row.crafter_locale,
    reason: row.reason,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    version: row.version,
    neededBy: row.needed_by === NO_DATE ? null : row.needed_by,
    leaseUntil: row.lease_until,
    deliveredAt: row.delivered_at,
    basketId: row.basket_id,
  };
}
