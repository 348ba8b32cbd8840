import type { APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import type { Engine, DataStore } from "../database/store.ts";
import type { CharacterReads } from "../features/characters/character-port.ts";
import { holdCharacter } from "../features/characters/hold-character.ts";
import { characterReads } from "../features/characters/read-model.ts";
import { type CharacterService, characterService } from "../features/characters/service.ts";
import { characterMigrations } from "../features/characters/tables.ts";
import type { Call, Command, Reply } from "../features/contract.ts";
import { newRequestFeature } from "../features/new-request/feature.ts";
import type { NewRequest } from "../features/new-request/new-request-port.ts";
import { newRequestMigrations } from "../features/new-request/tables.ts";
import { RecipeBook } from "../features/recipes/recipe-book.ts";
import type { Pack, Recipe } from "../features/recipes/recipe.ts";
import { unsetSettings } from "../features/guild-settings/guild-settings.ts";
import { requestMigrations } from "../features/requests/migrations.ts";
import { requestReads, type RequestReadModel } from "../features/requests/read-model.ts";
import { createRequestService } from "../features/requests/service.ts";
import { type TimerDeps } from "../features/requests/timers.ts";
import { createSchedule } from "../schedule/schedule.ts";
import { scheduleMigrations } from "../schedule/tables.ts";
import { requestSubscriptions } from "../features/requests/subscriptions.ts";
import { transactions } from "../features/transactions.ts";
import { createIds } from "../kernel/id.ts";
import { type Driver, drive } from "./drive.ts";
import { openTestStore } from "./engines.ts";
import { limitProblems } from "./view-limits.ts";

/** Asking for a craft with the real rooms around it: requests, characters, a recipe book. */
export interface NewRequestDesk {
  readonly store: DataStore;
  readonly reads: RequestReadModel;
  readonly characters: CharacterService & CharacterReads;
  /** Acts as the router does; throws where a reply breaks one of Discord's limits. */
  readonly driver: Driver & NewRequest & { complete(call: Call, typed: string): ReturnType<NonNullable<Command["autocomplete"]>> };
  /** What is in use from now on. */
  use(...packs: readonly Pack[]): void;
  /** All rooms anew on the same store, as after a restart. */
  restart(): void;
  /** Moves the clock on; it stands still otherwise. */
  wait(ms: number): void;
  drop(): Promise<void>;
}

export async function openNewRequestDesk(engine: Engine = "sqlite"): Promise<NewRequestDesk> {
  const { store, drop } = await openTestStore(engine, [requestMigrations, scheduleMigrations, characterMigrations, newRequestMigrations]);
  const timers: TimerDeps = { schedule: createSchedule(), settings: (_, guildId) => Promise.resolve(unsetSettings(guildId)) };
  let now = 1_800_000_000_000;
  let book = new RecipeBook([smallPack]);
  const clock = { now: () => now };
  const reads = requestReads(store.read);
  const start = () => {
    const newId = createIds(clock);
    const inTransaction = transactions(store, clock, [...requestSubscriptions(timers), { type: "request.changed", handle: (tx, event) => heard(tx, event) }]);
    const characters = { ...characterService({ inTransaction, newId, activeRequests: ({ db }) => requestReads(db) }), ...characterReads(store.read) };
    const actions = createRequestService({
      inTransaction,
      newId,
      reads,
      holdCharacter,
      lastEvent: () => Promise.resolve(null),
      isQualified: () => Promise.resolve(true),
    });
    const feature = newRequestFeature({ actions, reads, characters, books: () => book, inTransaction, read: store.read, newId });
    const heard: NonNullable<typeof feature.subscriptions>[number]["handle"] = async (tx, event) => {
      for (const subscription of feature.subscriptions ?? []) if (subscription.type === event.type) await subscription.handle(tx, event);
    };
    return { characters, feature, driver: drive(feature) };
  };
  let rooms = start();
  return {
    store,
    reads,
    get characters() {
      return rooms.characters;
    },
    driver: {
      run: async (...given) => checked(await rooms.driver.run(...given)),
      press: async (...given) => checked(await rooms.driver.press(...given)),
      submit: async (...given) => checked(await rooms.driver.submit(...given)),
      startItem: async (...given) => checked(await rooms.feature.startItem(...given)),
      startGuided: async (call) => checked(await rooms.feature.startGuided(call)),
      complete: async (call, typed) => (await rooms.feature.commands?.[0]?.autocomplete?.(call, { name: "item", value: typed }, {})) ?? [],
    },
    use: (...packs) => {
      book = new RecipeBook(packs);
    },
    restart: () => {
      rooms = start();
    },
    wait: (ms) => {
      now += ms;
    },
    drop,
  };
}

function checked<R extends Reply | null>(reply: R): R {
  const problems = [...limitProblems(reply), ...(reply?.kind === "modal" ? modalProblems(reply.modal) : [])];
  if (problems.length > 0) throw new Error(`Discord would refuse this: ${problems.join("; ")}`);
  return reply;
}

function modalProblems({ title, components }: APIModalInteractionResponseCallbackData): string[] {
  const inputs = components.flatMap((part) => ("component" in part && "value" in part.component ? [part.component] : []));
  return [
    ...(title.length < 1 || title.length > 45 ? [`a title of ${title.length} characters`] : []),
    ...(components.length < 1 || components.length > 5 ? [`${components.length} parts`] : []),
    ...components.flatMap((part) => ("label" in part && (part.label.length > 45 || (part.description ?? "").length > 100) ? [`the label "${part.label}" is too long`] : [])),
    ...inputs.flatMap((input) => ("max_length" in input && typeof input.value === "string" && input.value.length > (input.max_length ?? 4000) ? [`${input.custom_id} is filled beyond its length`] : [])),
  ];
}

export const aRecipe = (given: Partial<Recipe> = {}): Recipe => ({
  id: "crusader",
  name: "Enchant Weapon - Crusader",
  profession: "enchanting",
  category: "Weapon",
  produces: 1,
  materials: [
    { id: "shard", name: "Large Brilliant Shard", quantity: 4 },
    { id: "orb", name: "Righteous Orb", quantity: 2 },
  ],
  source: "a book",
  ...given,
});

export const aPack = (recipes: readonly Recipe[], given: Partial<Pack> = {}): Pack => ({
  id: "small",
  name: "Small",
  game: "A game",
  version: "1",
  professions: [
    { id: "enchanting", name: "Enchanting", icon: "✨" },
    { id: "tailoring", name: "Tailoring" },
  ],
  sources: [],
  recipes,
  ...given,
});

export const smallPack = aPack([
  aRecipe(),
  aRecipe({ id: "fiery", name: "Enchant Weapon - Fiery Weapon", materials: [{ id: "fire", name: "Essence of Fire", quantity: 4 }] }),
  aRecipe({ id: "boots", name: "Enchant Boots - Minor Speed", category: "Boots" }),
  aRecipe({ id: "bag", name: "Runecloth Bag", profession: "tailoring", category: "Bags", materials: [{ id: "cloth", name: "Bolt of Runecloth", quantity: 5 }] }),
  aRecipe({ id: "thread", name: "Fine Thread", profession: "tailoring", category: "Trade goods", produces: 20, materials: [{ id: "silk", name: "Silk", quantity: 3 }] }),
  aRecipe({ id: "blessing", name: "Tailor's Blessing", profession: "tailoring", category: "Services", materials: [] }),
]);
