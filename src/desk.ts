/** Wires the rooms to each other: who gets which port of whom. A new room is a line here. */
import { createLater } from "./cache/later.ts";
import { createLruReadCache } from "./cache/lru-read-cache.ts";
import { watchedStore } from "./cache/watched-store.ts";
import type { Config } from "./config.ts";
import type { DataStore } from "./database/store.ts";
import { auditFeature } from "./features/audit/feature.ts";
import { auditReads } from "./features/audit/read-model.ts";
import type { MayMention } from "./features/board/board-port.ts";
import { boardFeature } from "./features/board/feature.ts";
import { getFailure } from "./features/board/store.ts";
import { charactersFeature } from "./features/characters/feature.ts";
import { holdCharacter } from "./features/characters/hold-character.ts";
import { characterReads } from "./features/characters/read-model.ts";
import { characterService } from "./features/characters/service.ts";
import type { Feature, InTransaction, Subscription, Transaction } from "./features/contract.ts";
import { departuresFeature } from "./features/departures/feature.ts";
import { type Departures, departuresService } from "./features/departures/departures-service.ts";
import { exportFeature } from "./features/export/feature.ts";
import { settingsWatch } from "./features/guild-settings/after-settings.ts";
import { guildSettingsFeature } from "./features/guild-settings/feature.ts";
import type { GuildSettings } from "./features/guild-settings/guild-settings.ts";
import { guildSettingsReads, type LayeredReads, SettingsLayers } from "./features/guild-settings/read-model.ts";
import { mayCraft, rightsOf, type Standing } from "./features/guild-settings/rights.ts";
import { type SettingsService, settingsService } from "./features/guild-settings/settings-service.ts";
import type { ChannelFailures, MemberDirectory, MemberNames } from "./features/guild-settings/settings-port.ts";
import { knownRecipesFeature } from "./features/known-recipes/feature.ts";
import { knownRecipesService } from "./features/known-recipes/known-recipes-service.ts";
import { knownRecipesReads } from "./features/known-recipes/read-model.ts";
import { materialsFeature } from "./features/materials/feature.ts";
import { materialsService } from "./features/materials/materials-service.ts";
import { materialsReads } from "./features/materials/read-model.ts";
import { helpFeature } from "./features/help/feature.ts";
import { menusFeature } from "./features/menus/feature.ts";
import { newRequestFeature } from "./features/new-request/feature.ts";
import { notificationsFeature } from "./features/notifications/feature.ts";
import { oversightFeature } from "./features/oversight/feature.ts";
import { ensurePanels, panelFeature } from "./features/panel/feature.ts";
import { panelPosting } from "./features/panel/panel-topic.ts";
import { getPanel } from "./features/panel/store.ts";
import { preferencesFeature } from "./features/preferences/feature.ts";
import { getPreferences } from "./features/preferences/store.ts";
import { preferencesService } from "./features/preferences/preferences-service.ts";
import { queueFeature } from "./features/queue/feature.ts";
import type { BookPreparation, RecipeSource } from "./features/recipes/recipe-shelf.ts";
import { exportedRequests } from "./features/requests/export-pages.ts";
import { cachedLists } from "./features/requests/cached-lists.ts";
import { requestsFeature } from "./features/requests/feature.ts";
import { holdRequest, writePledged } from "./features/requests/pledged-store.ts";
import { requestReads } from "./features/requests/read-model.ts";
import { requestSearch } from "./features/requests/search-store.ts";
import { workload } from "./features/requests/workload-store.ts";
import { createRequestService } from "./features/requests/service.ts";
import type { Chart } from "./charts/chart.ts";
import { statisticsReads } from "./features/statistics/read-model.ts";
import { statisticsFeature } from "./features/statistics/feature.ts";
import { surfaceBook } from "./features/surfaces/book-service.ts";
import { surfacesFeature } from "./features/surfaces/feature.ts";
import { surfaceReads } from "./features/surfaces/read-model.ts";
import { keepUnseen } from "./features/surfaces/keep-unseen-service.ts";
import type { SurfaceBook } from "./features/surfaces/surface-port.ts";
import { threadsFeature } from "./features/threads/feature.ts";
import { getThread, getThreadFailure } from "./features/threads/thread-store.ts";
import { transactions } from "./features/transactions.ts";
import { wakeAfterCommit } from "./features/wake-after-commit.ts";
import type { Clock } from "./kernel/clock.ts";
import type { NewId } from "./kernel/id.ts";
import { createOutbox } from "./outbox/outbox.ts";
import { createSchedule } from "./schedule/schedule.ts";
import type { Log } from "./telemetry/log.ts";
import type { Telemetry } from "./telemetry/telemetry.ts";

export interface DeskDeps {
  readonly store: DataStore;
  readonly guilds: Config["guilds"];
  readonly defaults: Config["defaults"];
  readonly recipes: RecipeSource & BookPreparation;
  /** Asked for people who did not press just now. */
  readonly directory: MemberDirectory & Pick<MemberNames, "knownName">;
  /** A guild's name as Discord has it; null when it is not known now. */
  readonly guildName: (guildId: string) => string | null;
  readonly mayMention: MayMention;
  /** Whether Discord surely has no such role or channel in this guild. */
  readonly isDeleted: (guildId: string, kind: "role" | "channel", id: string) => boolean;
  /** The id of a slash command, once Discord has told it. */
  readonly commandId: (name: string) => string | null;
  /** A chart as a PNG; null when it cannot be drawn. */
  readonly drawChart: (chart: Chart) => Promise<Uint8Array | null>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly telemetry: Telemetry;
  /** Called when something was put into the outbox and committed. */
  readonly wake: () => void;
  /** Called when a timer was set and committed. */
  readonly wakeTimers: () => void;
  /** Called when a guild's settings were changed and committed. */
  readonly settingsChanged: (guildId: string) => void;
}

/** All rooms, wired, and what the root needs of them. */
export interface Desk {
  readonly features: readonly Feature[];
  readonly inTransaction: InTransaction;
  readonly settings: LayeredReads;
  readonly settingsService: SettingsService;
  /** Where people's flows are shown. */
  readonly surfaces: SurfaceBook;
  /** What happens when people leave. */
  readonly departures: Departures;
  /** Sees to it that a guild's panel and board are as its settings say, and that its recipes can be searched at once. */
  seeTo(guildId: string): Promise<void>;
  /** Ends what runs by itself. */
  stop(): Promise<void>;
}

/** Makes every room and gives each what it asks for. */
export function createDesk(deps: DeskDeps): Desk {
  const { directory, newId } = deps;
  const cache = createLruReadCache(deps);
  const ahead = createLater((cause) => deps.log.warn({ err: cause }, "the next page of a list could not be read ahead"));
  const store = watchedStore(deps.store, cache.written);
  const { read } = store;
  const subscriptions: Subscription[] = [];
  const outbox = createOutbox(newId);
  const schedule = createSchedule();
  const waking = wakeAfterCommit(transactions(store, deps.clock, subscriptions), outbox, deps.wake);
  const settingsChanges = settingsWatch();
  const inTransaction = settingsChanges.watch(wakeAfterCommit(waking, schedule, deps.wakeTimers), deps.settingsChanged);

  const { recipes } = deps;
  const books = (settings: GuildSettings) => recipes.bookOf(settings.packs);
  const packs = () => recipes.packs;
  const professions = (settings: GuildSettings) => books(settings).professions();

  const layers = new SettingsLayers(deps.guilds, (problem) => deps.log.warn({}, problem), deps.defaults);
  const settings = guildSettingsReads(read, layers);
  /** As one transaction sees them. */
  const settingsIn = async (db: Transaction["db"], guildId: string): Promise<GuildSettings> => (await layers.read(db, guildId)).settings;
  const posting = panelPosting(outbox);
  const officers = settingsService({ inTransaction, layers, panel: posting, professions, packs });

  const people = characterReads(read);
  const characters = characterService({ inTransaction, newId, activeRequests: ({ db }) => requestReads(db) });
  const reads = requestReads(read);
  const lists = cachedLists(read, cache, ahead.later);
  const actions = createRequestService({
    inTransaction,
    newId,
    reads,
    holdCharacter,
    lastEvent: (db, guildId, requestId) => auditReads(db).lastForRequest(guildId, requestId),
    async isQualified(guildId, userId, profession) {
      const askedAt = deps.clock.now();
      const guild = await settings.get(guildId);
      const isCrafter = (standing: Standing | null): boolean => standing !== null && mayCraft(rightsOf(guild, standing), profession);
      // Who is refused may have been given the role just now.
      return isCrafter(await directory.find(guildId, userId)) || isCrafter(await directory.find(guildId, userId, askedAt));
    },
  });

  // Who fills in a form has been told nothing yet.
  const inPassing = transactions({ ...store, inTransaction: store.inPassing }, deps.clock, []);
  const newRequest = newRequestFeature({ actions, reads, characters: { ...people, ...characters }, books, inTransaction: inPassing, read, newId });
  const pledged = { hold: holdRequest, writePledged };
  const materials = materialsFeature({ actions: materialsService({ inTransaction, requests: pledged, newId }), reads: materialsReads(read), requests: reads, books, pledged, newId });
  const requests = requestsFeature({ actions, reads, lists, audit: auditReads(read), books, threadOf: async (guildId, requestId) => (await getThread(read, guildId, requestId))?.channelId ?? null, timers: { schedule, settings: settingsIn } });
  const known = knownRecipesReads(read);
  const queue = queueFeature({ actions, reads, lists, known, books, read, inTransaction, newId });
  const ownCharacters = charactersFeature({ service: characters, reads: people, activeRequests: reads });
  const failures: ChannelFailures = {
    panel: async (guildId, channelId) => (await getPanel(read, guildId, channelId))?.failure ?? null,
    board: (guildId, channelId) => getFailure(read, guildId, channelId),
  };
  const guildSettings = guildSettingsFeature({ service: officers, reads: settings, professions, packs, isInFile: (guildId) => deps.guilds.has(guildId), failures, surfaceFailure: (guildId) => surfaceReads(read).failureIn(guildId), threadFailure: (guildId) => getThreadFailure(read, guildId), isDeleted: deps.isDeleted });
  const board = boardFeature({ outbox, mayMention: deps.mayMention, requests: requestReads, settings: settingsIn, books });
  const features: readonly Feature[] = [
    newRequest,
    requests,
    queue,
    materials,
    exportFeature({ requests: exportedRequests(read), books, names: directory }),
    ownCharacters,
    guildSettings,
    oversightFeature({
      actions,
      reads,
      lists,
      workload: workload(read),
      search: requestSearch(read),
      audit: auditReads(read),
      words: { ...requests.words, setting: guildSettings.describeChange, showDetails: requests.showDetails },
      books,
    }),
    panelFeature({
      inTransaction,
      posting,
      settings: settingsIn,
      destinations: { startGuided: newRequest.startGuided, showQueue: queue.showQueue, showMine: requests.showMine, showCharacters: ownCharacters.showCharacters },
    }),
    board,
    departuresFeature,
    threadsFeature({ outbox, requests: requestReads, settings: settingsIn }),
    notificationsFeature({
      outbox,
      newId,
      requests: reads,
      guildName: deps.guildName,
      preferences: getPreferences,
      settings: settingsIn,
      threadOf: async (db, guildId, requestId) => (await getThread(db, guildId, requestId))?.channelId ?? null,
      showMine: requests.showMine,
      hold: holdRequest,
      wasUndone: (db, guildId, requestId, version) => auditReads(db).wasUndone(guildId, requestId, version),
      keepUnseen,
    }),
    preferencesFeature(preferencesService({ read, inTransaction })),
    auditFeature({ newId }),
    statisticsFeature({ newId, reads: statisticsReads(read), books, draw: deps.drawChart }),
    surfacesFeature(),
    knownRecipesFeature({ reads: known, service: knownRecipesService({ inTransaction }), books, directory, newRequest }),
    menusFeature({ lists, books, newRequest, showDetails: requests.showDetails }),
    helpFeature({ books, hasCommand: (name) => features.some(({ commands }) => commands?.some(({ data }) => data.name === name)), commandId: deps.commandId }),
  ];
  subscriptions.push(settingsChanges.subscription, ...features.flatMap((feature) => feature.subscriptions ?? []));
  return {
    features,
    inTransaction,
    settings,
    settingsService: officers,
    surfaces: surfaceBook(inTransaction, surfaceReads(read)),
    departures: departuresService({ inTransaction, directory, isThere: (guildId) => deps.guildName(guildId) !== null, isBusy: (db, guildId, userId) => requestReads(db).isBusy(guildId, userId), now: () => deps.clock.now() }),
    stop: () => ahead.stop(),
    async seeTo(guildId) {
      const { packs: chosen } = await settings.get(guildId);
      await recipes.prepareBook(chosen);
      await ensurePanels({ inTransaction, settings, posting }, guildId);
      await board.ensureCards(inTransaction, guildId);
      await recipes.prepareLanguages(chosen);
    },
  };
}
