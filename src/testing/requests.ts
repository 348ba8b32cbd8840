import type { CraftingRequest } from "../features/requests/request.ts";
import { GUILD } from "./call.ts";

export const REQUESTER = "100000000000000001";
export const CRAFTER = "100000000000000002";

/** An open request for five of something, changed as given. */
export const aRequest = (given: Partial<CraftingRequest> = {}): CraftingRequest => ({
  id: "request-1",
  guildId: GUILD,
  number: 1,
  draftId: "draft-1",
  requesterId: REQUESTER,
  requesterLocale: "en-US",
  characterId: "character-1",
  characterName: "Brannik",
  recipeId: "enchant-weapon-crusader",
  itemNames: {},
  itemName: "Enchant Weapon - Crusader",
  profession: "enchanting",
  category: "weapon",
  quantity: 5,
  completed: 0,
  materialsSource: "all",
  materials: [{ name: "Large Brilliant Shard", needed: 20, provided: 20 }],
  pledged: {},
  note: "",
  state: "open",
  crafterId: null,
  crafterLocale: null,
  reason: "",
  createdAt: 1_800_000_000_000,
  changedAt: 1_800_000_000_000,
  version: 1,
  neededBy: null,
  leaseUntil: null,
  deliveredAt: null,
  basketId: null,
  ...given,
});
