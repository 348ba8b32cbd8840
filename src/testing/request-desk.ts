import type { Engine, DataStore } from "../database/store.ts";
import type { Migrations } from "../database/migrator.ts";
import type { Character } from "../features/characters/character.ts";
import type { InTransaction, Subscription } from "../features/contract.ts";
import { requestMigrations } from "../features/requests/migrations.ts";
import { requestReads, type RequestReadModel } from "../features/requests/read-model.ts";
import type { RequestActions, Submission } from "../features/requests/request-port.ts";
import { createRequestService } from "../features/requests/service.ts";
import { requestSubscriptions } from "../features/requests/subscriptions.ts";
import { transactions } from "../features/transactions.ts";
import { createIds } from "../kernel/id.ts";
import { GUILD } from "./call.ts";
import { openTestStore } from "./engines.ts";
import { REQUESTER } from "./requests.ts";

/** Requests on a real store, alone with the rooms that a test adds. */
export interface RequestDesk {
  readonly store: DataStore;
  readonly inTransaction: InTransaction;
  readonly actions: RequestActions;
  readonly reads: RequestReadModel;
  /** By id; `character-1` is the requester's. */
  readonly characters: Map<string, Character>;
  /** People who are not qualified to be assigned. */
  readonly unqualified: Set<string>;
  drop(): Promise<void>;
}

export interface OtherRooms {
  readonly migrations?: readonly Migrations[];
  readonly subscriptions?: readonly Subscription[];
}

/** The clock moves on by a second at each look. */
export async function openRequestDesk(engine: Engine, { migrations = [], subscriptions = [] }: OtherRooms = {}): Promise<RequestDesk> {
  const { store, drop } = await openTestStore(engine, [requestMigrations, ...migrations]);
  let now = 1_800_000_000_000;
  const clock = { now: () => (now += 1_000) };
  const inTransaction = transactions(store, clock, [...requestSubscriptions, ...subscriptions]);
  const reads = requestReads(store.read);
  const brannik: Character = { id: "character-1", guildId: GUILD, userId: REQUESTER, name: "Brannik", isMain: true, createdAt: 0 };
  const characters = new Map([[brannik.id, brannik]]);
  const unqualified = new Set<string>();
  const actions = createRequestService({
    inTransaction,
    newId: createIds(clock),
    reads,
    holdCharacter: (_, { userId }, id) => {
      const character = characters.get(id);
      return Promise.resolve(character?.userId === userId ? character : null);
    },
    isQualified: (_, userId) => Promise.resolve(!unqualified.has(userId)),
  });
  return { store, inTransaction, actions, reads, characters, unqualified, drop };
}

/** A submission that is in order, changed as given. */
export const aSubmission = (given: Partial<Submission> = {}): Submission => ({
  draftId: "draft-1",
  characterId: "character-1",
  characterName: "Brannik",
  recipeId: "enchant-weapon-crusader",
  itemName: "Enchant Weapon - Crusader",
  profession: "enchanting",
  category: "weapon",
  quantity: 5,
  materialsSource: "all",
  materials: [{ name: "Large Brilliant Shard", needed: 20, provided: 20 }],
  note: "",
  neededBy: null,
  basketId: null,
  ...given,
});
