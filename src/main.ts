/** The composition root: what the process is made of, in the order in which it starts and ends. */
import { fileURLToPath } from "node:url";
import { absentGuilds } from "./absent-guilds.ts";
import { type Config, ConfigError } from "./config.ts";
import { migrate } from "./database/migrator.ts";
import { openWorkingStore } from "./database/open.ts";
import type { DataStore } from "./database/store.ts";
import { createDesk } from "./desk.ts";
import { createCallbacks } from "./discord/callbacks.ts";
import { registerCommands } from "./discord/command-registration.ts";
import type { Chart } from "./charts/chart.ts";
import { createCharts } from "./charts/charts.ts";
import { connectDiscord } from "./discord/connection.ts";
import { createInteractionMeasures } from "./discord/measures/interaction-measures.ts";
import { createMemberDirectory } from "./discord/members/member-directory.ts";
import { createRouter } from "./discord/router.ts";
import { createSender } from "./discord/sender.ts";
import { openSurfaces } from "./discord/surfaces/open-surfaces.ts";
import { surfaceTexts } from "./discord/surfaces/texts.ts";
import { routerTexts } from "./discord/texts.ts";
import type { GuildSettings } from "./features/guild-settings/guild-settings.ts";
import { findPacks } from "./features/recipes/load-packs.ts";
import type { Pack } from "./features/recipes/recipe.ts";
import { openRecipePacks } from "./features/recipes/recipe-packs.ts";
import { createTranslators } from "./i18n/translators.ts";
import { type Clock, systemClock } from "./kernel/clock.ts";
import { createIds } from "./kernel/id.ts";
import type { OperatorError } from "./kernel/operator-error.ts";
import { oneByOne } from "./kernel/one-by-one.ts";
import { repeat } from "./kernel/repeat.ts";
import { createDispatcher, type Dispatcher } from "./outbox/dispatcher.ts";
import { outboxMigrations } from "./outbox/tables.ts";
import { createTimerRunner, type TimerRunner } from "./schedule/runner.ts";
import { scheduleMigrations } from "./schedule/tables.ts";
import { readGauges, serveMetrics, storeMeasures } from "./measuring.ts";
import type { Log } from "./telemetry/log.ts";
import { openTelemetry } from "./telemetry/open-telemetry.ts";
import { createPhases } from "./telemetry/phases.ts";
import { windowMigrations } from "./telemetry/windows/tables.ts";
import { unknownNames } from "./unknown-names.ts";

/** How long a stop waits for messages that are on their way. What is left is taken up at the next start. */
const SENDING_MS = 4_000;

/** How often it is seen whom it is time to look up. */
const LOOK_UP_EVERY_MS = 60_000;

/** How often the queues are counted. */
const GAUGES_EVERY_MS = 15_000;

/** How often it is seen whether a file of a pack was changed. */
const LOOK_AT_PACKS_EVERY_MS = 2_000;

/** The packs that come with Guildsmith. */
export const OWN_PACKS = fileURLToPath(new URL("../packs", import.meta.url));

export interface Bot {
  /** Resolves when Discord has shut the bot out for good; it is then to be closed. */
  readonly lost: Promise<OperatorError>;
  /** Reads the recipe packs again, and says in the log what came of it. */
  reloadPacks(): Promise<void>;
  /** Lets what is under way finish, then closes connection and store. */
  close(): Promise<void>;
}

/**
 * Starts the bot; it answers once the promise resolves. `firstSettings` are for guilds that have not
 * chosen anything yet. `stop` ends the attempts to reach Discord.
 * @throws ConfigError when a folder of packs cannot be used, ExporterError and StoreError, before anything else is tried; LoginError when Discord does not let it in; MigrationError; what `stop` gives as its reason
 */
export async function startBot(
  config: Config & { token: string },
  log: Log,
  firstSettings: ReadonlyMap<string, Partial<GuildSettings>> = new Map(),
  stop: AbortSignal = new AbortController().signal,
  clock: Clock = systemClock,
): Promise<Bot> {
  const newId = createIds(clock);
  const phases = createPhases();
  const { problems: unusable } = await findPacks(config.packFolders);
  if (unusable.length > 0) throw new ConfigError(unusable.map(({ file, problem }) => ({ where: "environment variable GUILDSMITH_PACKS", problem: `${file}: ${problem}` })));

  const telemetry = openTelemetry(clock);
  const openStore = async (): Promise<DataStore> => {
    // An address that is taken is told before anything is written.
    if (config.metrics) await serveMetrics(telemetry, config.metrics, log);
    return phases.during("store", () => openWorkingStore(config.database, storeMeasures(telemetry)));
  };
  const store = await openStore().catch(async (cause: unknown) => {
    await telemetry.close();
    throw cause;
  });
  const undo: (() => Promise<void>)[] = [() => store.close(), () => telemetry.close()];
  const close = async (): Promise<void> => {
    for (const step of undo.toReversed()) await step().catch((cause: unknown) => log.error({ err: cause }, "a step of the shutdown failed"));
  };
  // Beside the connection, which takes as long.
  const reading = phases.during("packs", () => openRecipePacks({ directories: [OWN_PACKS, ...config.packFolders], log, onPacks: (packs) => tellUnknown(config, packs) }));
  // That it failed is heard where it is awaited.
  const read = reading.catch(() => null);
  undo.push(async () => (await read)?.close());
  try {
    const connection = await phases.during("discord", () => connectDiscord({ token: config.token, apiUrl: config.apiUrl, clock, log, telemetry, stop, membersIntent: config.membersIntent }));
    undo.push(() => connection.close());
    const { user, guilds: joined } = connection.client;
    log.info({}, `connected as ${user.username} in ${joined.cache.size} ${joined.cache.size === 1 ? "server" : "servers"}`);
    const directory = createMemberDirectory({ connection, clock, telemetry, log });
    undo.push(() => directory.stop());
    // Settings are read again rather than told: what holds may come from more than one layer.
    const keepMembers = oneByOne(async (guildId: string) => {
      const settings = await desk.settings.get(guildId).catch((cause: unknown) => log.error({ err: cause, guild: guildId }, "whether a guild's members are kept could not be read"));
      if (settings) directory.keep(guildId, settings.memberCache);
    });
    let dispatcher: Dispatcher | null = null;
    let timers: TimerRunner | null = null;
    const charts = createCharts();
    undo.push(() => charts.close());
    const drawChart = (chart: Chart): Promise<Uint8Array | null> =>
      charts.draw(chart).catch((cause: unknown) => {
        log.error({ err: cause }, "a chart could not be drawn; its figures are told in words alone");
        return null;
      });
    let commandIds: ReadonlyMap<string, string> = new Map();
    const recipes = await reading;
    const desk = createDesk({ store, drawChart, commandId: (name) => commandIds.get(name) ?? null, guilds: config.guilds, defaults: config.defaults, recipes, directory, guildName: (guildId) => connection.guildName(guildId), mayMention: (...where) => connection.mayMention(...where), isDeleted: (guildId, kind, id) => connection.isDeleted(guildId, kind, id), clock, newId, log, telemetry, wake: () => dispatcher?.wake(), wakeTimers: () => timers?.wake(), settingsChanged: (guildId) => keepMembers.add(guildId) });
    undo.push(() => desk.stop());
    await phases.during("migrations", () => migrate(store, [outboxMigrations, scheduleMigrations, windowMigrations, ...desk.features.map((feature) => feature.migrations ?? {})]));
    telemetry.keepIn(store, { newId, log });
    for (const [guildId, settings] of firstSettings) await desk.settingsService.seed(guildId, settings);

    const translators = await phases.during("languages", () => createTranslators([routerTexts, surfaceTexts, ...desk.features.flatMap((feature) => feature.texts ?? [])]));
    const surfaces = openSurfaces({ rest: connection.rest, applicationId: connection.applicationId, book: desk.surfaces, settings: desk.settings, translators, clock, log, telemetry });
    const measures = createInteractionMeasures(telemetry);
    undo.push(() => Promise.resolve(measures.close()));
    const route = createRouter({ features: desk.features, settings: desk.settings, directory, telemetry, translators, clock, newId, log, measures, changed: (...message) => dispatcher?.changed(...message), callbacks: createCallbacks(connection.rest), ...surfaces.forRouter });
    // Nothing of these is lost: it goes on when the bot is back.
    const absent = await absentGuilds(store, (guildId) => connection.isIn(guildId));
    connection.eachGuildLeft((guildId) => absent.add(guildId));
    dispatcher = createDispatcher({ store, absent, inTransaction: desk.inTransaction, topics: desk.features.flatMap((feature) => feature.topics ?? []), sender: createSender(connection.rest, surfaces.reaching), skipsUnchanged: async (guildId) => (await desk.settings.get(guildId)).skipUnchangedEdits, clock, translators, log, telemetry });
    const sending = dispatcher;
    undo.push(() => sending.stop(SENDING_MS));
    sending.start();
    timers = createTimerRunner({ store, absent, inTransaction: desk.inTransaction, timers: desk.features.flatMap((feature) => feature.timers ?? []), clock, log });
    const waiting = timers;
    undo.push(() => waiting.stop());
    waiting.start();
    undo.push(() => surfaces.sweeper.stop());
    surfaces.sweeper.start();
    connection.listen(route);
    const commands = desk.features.flatMap((feature) => feature.commands ?? []).map((command) => command.data);
    // Nobody waits for Discord to take them: what is registered already works on, and the next start tries again.
    const register = async (): Promise<void> => {
      commandIds = (await registerCommands(connection.rest, connection.applicationId, commands)).ids;
    };
    void register().catch((cause: unknown) => log.error({ err: cause }, "the commands could not be registered; Discord shows the earlier ones"));
    const departures = repeat(LOOK_UP_EVERY_MS, () => desk.departures.checkDue().catch((cause: unknown) => log.error({ err: cause }, "who has left could not be looked up")));
    undo.push(() => departures.stop());
    const moves = oneByOne(([guildId, userId]: readonly [string, string]) => desk.departures.check(guildId, userId).catch((cause: unknown) => log.error({ err: cause, guild: guildId }, "who has moved could not be looked up")));
    connection.eachMemberMove((...who) => moves.add(who));
    undo.push(() => moves.stop());
    // People's presses come first.
    const guilds = oneByOne((guildId: string) => desk.seeTo(guildId).catch((cause: unknown) => log.error({ err: cause, guild: guildId }, "a guild's panel and board could not be seen to")));
    connection.eachGuild((guildId) => {
      if (absent.delete(guildId)) {
        sending.wake();
        waiting.wake();
      }
      keepMembers.add(guildId);
      guilds.add(guildId);
    });
    undo.push(() => guilds.stop());
    undo.push(() => keepMembers.stop());
    recipes.watch(LOOK_AT_PACKS_EVERY_MS);
    const gauges = repeat(GAUGES_EVERY_MS, () => readGauges(store, { guildIds: [...joined.cache.keys()], absent: [...absent] }, telemetry, clock).catch((cause: unknown) => log.error({ err: cause }, "the queues could not be counted")));
    undo.push(() => gauges.stop());
    log.info({ startMs: phases.tell(telemetry), packs: recipes.packs.map(({ id }) => id), engine: store.engine }, "the desk is open");
    return { lost: connection.lost, reloadPacks: () => recipes.reload(), close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

/** For whoever wrote the file, and reads the terminal, whatever the log leaves out. */
function tellUnknown({ named }: Config, packs: readonly Pack[]): void {
  for (const { where, problem } of unknownNames(named, packs)) console.error(`${where}: ${problem}`);
}
