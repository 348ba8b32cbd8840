import { createLater } from "../cache/later.ts";
import { createLruReadCache } from "../cache/lru-read-cache.ts";
import type { ReadCache } from "../cache/read-cache.ts";
import { watchedStore } from "../cache/watched-store.ts";
import type { Engine, DataStore } from "../database/store.ts";
import type { Migrations } from "../database/migrator.ts";
import type { Character } from "../features/characters/character.ts";
import type { InTransaction, Subscription } from "../features/contract.ts";
import { type GuildSettings, unsetSettings } from "../features/guild-settings/guild-settings.ts";
import { auditFeature } from "../features/audit/feature.ts";
import { auditReads } from "../features/audit/read-model.ts";
import { cachedLists } from "../features/requests/cached-lists.ts";
import { requestMigrations } from "../features/requests/migrations.ts";
import { requestReads, type RequestReadModel } from "../features/requests/read-model.ts";
import type { ListsFor, RequestActions, Submission } from "../features/requests/request-port.ts";
import { createRequestService } from "../features/requests/service.ts";
import { requestSubscriptions } from "../features/requests/subscriptions.ts";
import { requestTimers, type TimerDeps } from "../features/requests/timers.ts";
import { transactions } from "../features/transactions.ts";
import { systemClock } from "../kernel/clock.ts";
import { createIds } from "../kernel/id.ts";
import { createTimerRunner } from "../schedule/runner.ts";
import { createSchedule } from "../schedule/schedule.ts";
import { scheduleMigrations } from "../schedule/tables.ts";
import { createLog } from "../telemetry/log.ts";
import { NO_TELEMETRY } from "../telemetry/telemetry.ts";
import { GUILD } from "./call.ts";
import { openTestStore } from "./engines.ts";
import { REQUESTER } from "./requests.ts";

/** Requests on a real store, alone with the rooms that a test adds. */
export interface RequestDesk {
  readonly store: DataStore;
  readonly inTransaction: InTransaction;
  readonly actions: RequestActions;
  readonly reads: RequestReadModel;
  /** Through the real cache, as the bot has them. */
  readonly lists: ListsFor;
  readonly cache: ReadCache;
  /** By id; `character-1` is the requester's. */
  readonly characters: Map<string, Character>;
  /** People who are not qualified to be assigned. */
  readonly unqualified: Set<string>;
  readonly timers: TimerDeps;
  /** Moves the clock on, and does what is due by then. */
  wait(ms: number): Promise<void>;
  drop(): Promise<void>;
}

export interface OtherRooms {
  readonly migrations?: readonly Migrations[];
  readonly subscriptions?: readonly Subscription[];
}

const SILENT = createLog("silent");

/** The clock moves on by a second at each look. */
export async function openRequestDesk(engine: Engine, { migrations = [], subscriptions = [] }: OtherRooms = {}): Promise<RequestDesk> {
  const audit = auditFeature({ newId: createIds(systemClock) });
  const settings: GuildSettings = { ...unsetSettings(GUILD) };
  const timers: TimerDeps = { schedule: createSchedule(), settings: (_, guildId) => Promise.resolve({ ...settings, guildId }) };
  const { store: unwatched, drop } = await openTestStore(engine, [requestMigrations, audit.migrations ?? {}, scheduleMigrations, ...migrations]);
  const at = { now: 1_800_000_000_000 };
  const clock = { now: () => (at.now += 1_000) };
  const cache = createLruReadCache({ clock: { now: () => at.now }, telemetry: NO_TELEMETRY });
  const ahead = createLater((cause) => SILENT.error({ err: cause }, "reading ahead failed"));
  const store = watchedStore(unwatched, cache.written);
  const inTransaction = transactions(store, clock, [...requestSubscriptions(timers), ...(audit.subscriptions ?? []), ...subscriptions]);
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
    lastEvent: (db, guildId, requestId) => auditReads(db).lastForRequest(guildId, requestId),
    isQualified: (_, userId) => Promise.resolve(!unqualified.has(userId)),
  });
  const running = createTimerRunner({ store, inTransaction, timers: requestTimers, clock, log: SILENT });
  return {
    store,
    inTransaction,
    actions,
    reads,
    lists: cachedLists(store.read, cache, ahead.later),
    cache,
    timers,
    characters,
    unqualified,
    async wait(ms) {
      at.now += ms;
      await running.runDue();
    },
    async drop() {
      await ahead.stop();
      await drop();
    },
  };
}

/** A submission that is in order, changed as given. */
export const aSubmission = (given: Partial<Submission> = {}): Submission => ({
  draftId: "draft-1",
  characterId: "character-1",
  characterName: "Brannik",
  recipeId: "enchant-weapon-crusader",
  itemNames: {},
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
