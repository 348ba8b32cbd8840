import { type Bot, startBot } from "../../src/main.ts";
import type { Config, MetricsConfig } from "../../src/config.ts";
import type { Engine } from "../../src/database/store.ts";
import type { GuildSettings } from "../../src/features/guild-settings/guild-settings.ts";
import { createLog } from "../../src/telemetry/log.ts";
import { makeTestDatabase } from "../../src/testing/engines.ts";
import { ShiftedClock } from "../../src/testing/shifted-clock.ts";
import { connectPerson, type Driver } from "../../sandbox/driver.ts";
import { CHANNELS, GUILD_ID, PEOPLE, ROLES, type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox/index.ts";

/** How The Gilded Anvil's officers have set up their desk. */
export const SETTINGS: Partial<GuildSettings> = {
  roles: {
    officer: [ROLES.officer],
    member: [ROLES.member],
    core: [ROLES.core],
    professions: { enchanting: [ROLES.enchanter], tailoring: [ROLES.tailor], alchemy: [ROLES.alchemist] },
  },
  panelChannelId: CHANNELS.craftingDesk,
  boardChannelId: CHANNELS.craftingBoard,
};

export type PersonName = keyof typeof PEOPLE;

/** The whole product: a sandbox, the real bot in it over real sockets, and people. */
export interface OpenDesk {
  readonly sandbox: Sandbox;
  readonly config: Config & { token: string };
  /** The bot's. */
  readonly clock: ShiftedClock;
  /** Opens somebody's page. */
  person(name: PersonName): Promise<Driver>;
  /** Opens somebody's page, whether or not the bot's commands are there. */
  visitor(name: PersonName): Promise<Driver>;
  /** Ends the bot and starts it again on the same store, as a deployment does. */
  restartBot(): Promise<void>;
  /** What SIGHUP does. */
  reloadPacks(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a desk on an empty store. `settings` null: a guild that nobody has set up. */
export async function openDesk(engine: Engine, settings: Partial<GuildSettings> | null = SETTINGS, faults: SandboxOptions["faults"] = {}, given: Pick<SandboxOptions, "world" | "privilegedIntents" | "clock"> & { readonly metrics?: MetricsConfig; readonly packFolders?: readonly string[] } = {}): Promise<OpenDesk> {
  const database = await makeTestDatabase(engine);
  const { metrics = null, packFolders = [], ...world } = given;
  const sandbox = await startSandbox({ sessionStarts: { everyMs: 0 }, faults, ...world });
  const config: OpenDesk["config"] = {
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    database: database.address,
    dataFolder: "",
    logLevel: "silent",
    membersIntent: "auto",
    packFolders,
    guilds: new Map(),
    defaults: {},
    named: [],
    metrics,
  };
  const clock = new ShiftedClock();
  const start = (): Promise<Bot> => startBot(config, createLog(config.logLevel), settings ? new Map([[GUILD_ID, settings]]) : new Map(), undefined, clock);
  let bot = await start();
  const people = new Map<PersonName, Driver>();
  async function visitor(name: PersonName): Promise<Driver> {
    const known = people.get(name) ?? (await connectPerson(sandbox.url, PEOPLE[name]));
    people.set(name, known);
    return known;
  }
  return {
    sandbox,
    config,
    clock,
    visitor,
    async person(name) {
      const person = await visitor(name);
      await person.waitForBot(["request"]);
      return person;
    },
    reloadPacks: () => bot.reloadPacks(),
    async restartBot() {
      await bot.close();
      bot = await start();
    },
    async close() {
      for (const person of people.values()) await person.close();
      await bot.close();
      await sandbox.close();
      await database.remove();
    },
  };
}
