import type { DataStore } from "../../src/database/store.ts";
import { saveNeeds } from "../../src/features/materials/needs-store.ts";
import type { CraftingRequest, RequestState } from "../../src/features/requests/request.ts";
import { toRow } from "../../src/features/requests/row.ts";
import { seeded } from "../measuring/times.ts";

export const GUILD = "900000000000000001";
export const PROFESSIONS = ["alchemy", "blacksmithing", "enchanting", "engineering", "jewelcrafting", "leatherworking", "tailoring", "cooking"];
export const MEMBERS = 2_000;
export const CRAFTERS = 200;
/** One person who asks for everything, to see that a long history does not slow its owner. */
export const HEAVY_MEMBER = memberId(0);
const HEAVY_SHARE = 0.01;

/** Of what is stored, how much is in which state: most is history. */
const SHARES: readonly (readonly [RequestState, number])[] = [
  ["open", 0.05],
  ["claimed", 0.005],
  ["in_progress", 0.005],
  ["cancelled", 0.06],
  ["denied", 0.03],
  ["completed", 0.85],
];
/** 24 columns each, under SQLite's limit of 32,766 values a statement. */
const ROWS_PER_STATEMENT = 1_000;
/** Of requests, how many ask the guild for all their materials, of which there are so many. */
const GUILD_SHARE = 0.4;
const MATERIALS = 400;
const SPACING_MS = 60_000;

export function memberId(n: number): string {
  return `1${String(n).padStart(17, "0")}`;
}
export function crafterId(n: number): string {
  return `2${String(n).padStart(17, "0")}`;
}
export const sharesInWords = (): string => SHARES.map(([state, share]) => `${state} ${+(share * 100).toFixed(1)}%`).join(", ");

/** Puts requests into one guild, one a minute up to `now`, as years of use would. */
export async function fill(store: DataStore, rows: number, now: number): Promise<void> {
  const random = seeded(11);
  for (let from = 0; from < rows; from += ROWS_PER_STATEMENT) {
    const requests = Array.from({ length: Math.min(ROWS_PER_STATEMENT, rows - from) }, (_, n) => stored(from + n, now - (rows - from - n) * SPACING_MS, random));
    await store.inTransaction(async (db) => {
      await db.insertInto("requests").values(requests.map(toRow)).execute();
      for (const request of requests) await saveNeeds(db, request, true);
    });
  }
  await store.inTransaction((db) => db.insertInto("request_numbers").values({ guild_id: GUILD, last: rows }).execute());
}

/** Of requests with a date by which they are needed. */
const DATED_SHARE = 0.3;

function stored(n: number, createdAt: number, random: () => number): CraftingRequest {
  const state = stateOf(random());
  const requester = random() < HEAVY_SHARE ? 0 : Math.floor(random() * MEMBERS);
  const hasCrafter = state === "claimed" || state === "in_progress" || state === "completed";
  const quantity = 1 + Math.floor(random() * 20);
  const recipe = Math.floor(random() * 3_000);
  const isForGuild = random() < GUILD_SHARE;
  return {
    id: `filled${String(n).padStart(14, "0")}`,
    guildId: GUILD,
    number: n + 1,
    draftId: `filled${n}`,
    requesterId: memberId(requester),
    requesterLocale: "en-US",
    characterId: `character${requester}`,
    characterName: `Character ${requester}`,
    recipeId: `recipe-${recipe}`,
    itemNames: {},
    itemName: `Enchant Weapon - Number ${Math.floor(random() * 3_000)}`,
    profession: PROFESSIONS[Math.floor(random() * PROFESSIONS.length)] ?? "",
    category: "weapon",
    quantity,
    completed: state === "completed" ? quantity : 0,
    materialsSource: isForGuild ? "guild" : "all",
    materials: Array.from({ length: 4 }, (_, at) => {
      const needed = quantity * (at + 1);
      return { name: `Material ${(recipe * 7 + at) % MATERIALS}`, needed, provided: isForGuild ? 0 : needed };
    }),
    pledged: {},
    note: "For the raid on Thursday, thank you!",
    state,
    crafterId: hasCrafter ? crafterId(Math.floor(random() * CRAFTERS)) : null,
    crafterLocale: hasCrafter ? "en-US" : null,
    reason: state === "denied" ? "No materials left this week." : "",
    createdAt,
    changedAt: createdAt + Math.floor(random() * SPACING_MS * 60),
    version: 1,
    neededBy: random() < DATED_SHARE ? createdAt + Math.floor(random() * SPACING_MS * 600) : null,
    leaseUntil: null,
    deliveredAt: null,
    basketId: null,
  };
}

function stateOf(at: number): RequestState {
  let sum = 0;
  for (const [state, share] of SHARES) if (at < (sum += share)) return state;
  return "completed";
}
