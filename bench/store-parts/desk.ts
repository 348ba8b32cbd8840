import { migrate } from "../../src/database/migrator.ts";
import { createLruReadCache } from "../../src/cache/lru-read-cache.ts";
import { watchedStore } from "../../src/cache/watched-store.ts";
import { type DatabaseAddress, openDataStore } from "../../src/database/open.ts";
import type { DataStore } from "../../src/database/store.ts";
import { auditFeature } from "../../src/features/audit/feature.ts";
import { auditReads } from "../../src/features/audit/read-model.ts";
import { holdCharacter } from "../../src/features/characters/hold-character.ts";
import { addCharacter } from "../../src/features/characters/store.ts";
import { characterMigrations } from "../../src/features/characters/tables.ts";
import { type Call, subscribe } from "../../src/features/contract.ts";
import { unsetSettings } from "../../src/features/guild-settings/guild-settings.ts";
import { materialsReads } from "../../src/features/materials/read-model.ts";
import { materialsSubscriptions } from "../../src/features/materials/subscriptions.ts";
import { materialsMigrations } from "../../src/features/materials/tables.ts";
import type { MaterialsReads } from "../../src/features/materials/materials-port.ts";
import { writePledged } from "../../src/features/requests/pledged-store.ts";
import { cachedLists } from "../../src/features/requests/cached-lists.ts";
import { requestMigrations } from "../../src/features/requests/migrations.ts";
import { requestReads } from "../../src/features/requests/read-model.ts";
import type { ListsFor, RequestActions, RequestReads, Submission } from "../../src/features/requests/request-port.ts";
import { createRequestService } from "../../src/features/requests/service.ts";
import { requestSubscriptions } from "../../src/features/requests/subscriptions.ts";
import { statisticsSubscriptions } from "../../src/features/statistics/subscriptions.ts";
import { statisticsMigrations } from "../../src/features/statistics/tables.ts";
import { transactions } from "../../src/features/transactions.ts";
import { createTranslators } from "../../src/i18n/translators.ts";
import { systemClock } from "../../src/kernel/clock.ts";
import { createIds } from "../../src/kernel/id.ts";
import { createOutbox } from "../../src/outbox/outbox.ts";
import { outboxMigrations } from "../../src/outbox/tables.ts";
import { createSchedule } from "../../src/schedule/schedule.ts";
import { scheduleMigrations } from "../../src/schedule/tables.ts";
import { NO_TELEMETRY, type Telemetry } from "../../src/telemetry/telemetry.ts";
import { GUILD, MEMBERS, PROFESSIONS, memberId } from "./fill.ts";

/** The real rooms on a real file: request, audit event, statistics and a message in the outbox for each change. */
export interface BenchDesk {
  readonly store: DataStore;
  readonly actions: RequestActions;
  readonly reads: RequestReads;
  /** As the bot has them, but for what it reads ahead: that waits for `readAhead`. */
  readonly lists: ListsFor;
  /** Does what is to be read ahead now. */
  readAhead(): Promise<void>;
  readonly materials: MaterialsReads;
  callOf(userId: string, professions: readonly string[]): Call;
  /** The `n`th submission of this run; each has its own draft, members take turns. */
  submissionOf(n: number): { readonly call: Call; readonly submission: Submission };
}

/** `telemetry`: where the lists' cache is counted. */
export async function openBenchDesk(address: DatabaseAddress, telemetry: Telemetry = NO_TELEMETRY): Promise<BenchDesk> {
  const cache = createLruReadCache({ clock: systemClock, telemetry });
  const ahead: (() => Promise<unknown>)[] = [];
  const store = watchedStore(openDataStore(address), cache.written);
  const newId = createIds(systemClock);
  const outbox = createOutbox(newId);
  const materials = { migrations: materialsMigrations, subscriptions: materialsSubscriptions({ requests: { writePledged }, newId }) };
  const rooms = [auditFeature({ newId }), { migrations: statisticsMigrations, subscriptions: statisticsSubscriptions({ newId }) }, materials];
  const message = subscribe("request.changed", (tx, { guildId, request, action }) =>
    outbox.add(tx, { guildId, topic: "bench", key: request.id, payload: { action } }),
  );
  await migrate(store, [requestMigrations, characterMigrations, outboxMigrations, scheduleMigrations, ...rooms.map(({ migrations = {} }) => migrations)]);
  const inTransaction = transactions(store, systemClock, [...requestSubscriptions({ schedule: createSchedule(), settings: (_, guildId) => Promise.resolve(unsetSettings(guildId)) }), ...rooms.flatMap(({ subscriptions = [] }) => subscriptions), message]);
  await inTransaction(async ({ db, now }) => {
    for (let n = 0; n < MEMBERS; n++)
      await addCharacter(db, { id: `character${n}`, guildId: GUILD, userId: memberId(n), name: `Character ${n}`, isMain: true, createdAt: now });
  });
  const reads = requestReads(store.read);
  const actions = createRequestService({
    inTransaction,
    newId,
    reads,
    holdCharacter,
    lastEvent: (db, guildId, requestId) => auditReads(db).lastForRequest(guildId, requestId),
    isQualified: () => Promise.resolve(true),
  });
  const translator = (await createTranslators([]))("en-US");
  const callOf = (userId: string, professions: readonly string[]): Call => ({
    guildId: GUILD,
    userId,
    isDirect: false, channelId: "910000000000000001",
    rights: { isOfficer: false, isCore: false, isMember: true, professions },
    // Its members ask for more than a guild would let them.
    settings: { ...unsetSettings(GUILD), openRequestsPerPerson: Number.MAX_SAFE_INTEGER, submissionsPerMinute: Number.MAX_SAFE_INTEGER },
    delays: { confirmationMs: 0, characterConfirmationMs: 0 },
    translator,
    now: systemClock.now(),
  });
  return {
    store,
    actions,
    reads,
    lists: cachedLists(store.read, cache, (work) => void ahead.push(work)),
    async readAhead() {
      for (const work of ahead.splice(0)) await work();
    },
    materials: materialsReads(store.read),
    callOf,
    submissionOf: (n) => ({ call: callOf(memberId(n % MEMBERS), []), submission: submissionOf(n) }),
  };
}

const submissionOf = (n: number): Submission => ({
  draftId: `bench draft ${n}`,
  characterId: `character${n % MEMBERS}`,
  characterName: `Character ${n % MEMBERS}`,
  recipeId: "enchant-weapon-crusader",
  itemNames: {},
  itemName: "Enchant Weapon - Crusader",
  profession: PROFESSIONS[n % PROFESSIONS.length] ?? "",
  category: "weapon",
  quantity: 3,
  materialsSource: "all",
  materials: [
    { name: "Large Brilliant Shard", needed: 12, provided: 12 },
    { name: "Righteous Orb", needed: 6, provided: 6 },
  ],
  note: "For the raid on Thursday, thank you!",
  neededBy: null,
  basketId: null,
});
