import { type APIInteraction, type APIInteractionResponse, ApplicationCommandType, ComponentType, InteractionType } from "discord-api-types/v10";
import { sql } from "kysely";
import { migrate } from "../../src/database/migrator.ts";
import { openDataStore } from "../../src/database/open.ts";
import type { DataStore, Engine } from "../../src/database/store.ts";
import { createDesk, type Desk } from "../../src/desk.ts";
import { createRouter } from "../../src/discord/router.ts";
import { routerTexts } from "../../src/discord/texts.ts";
import { createTranslators } from "../../src/i18n/translators.ts";
import { RecipeShelf } from "../../src/features/recipes/recipe-shelf.ts";
import { createIds } from "../../src/kernel/id.ts";
import { outboxMigrations } from "../../src/outbox/tables.ts";
import { scheduleMigrations } from "../../src/schedule/tables.ts";
import { makeTestDatabase } from "../../src/testing/engines.ts";
import { aPack, aRecipe, smallPack } from "../../src/testing/new-request-desk.ts";
import { repliesOnly } from "../../src/testing/replies-only.ts";
import { NO_TELEMETRY } from "../../src/telemetry/telemetry.ts";

/** Two guilds: one with a desk, and another in which somebody else is officer. */
export const HOME = "900000000000000001";
export const ELSEWHERE = "900000000000000002";
const ROLES = { officer: "500000000000000001", member: "500000000000000002", enchanter: "500000000000000003", tailor: "500000000000000004" };

/** Somebody who presses; `guildId` null: in a direct message, where the directory knows their roles, or that they have left. */
export interface Who {
  readonly userId: string;
  readonly roles: readonly string[] | "left";
  readonly guildId: string | null;
  /** Discord's, as a decimal text. */
  readonly permissions: string;
}

/** Whatever becomes of the roles that the settings name. */
const MANAGE_SERVER = "32";
const person = (userId: string, roles: Who["roles"], guildId: Who["guildId"] = HOME, permissions = "0"): Who => ({ userId, roles, guildId, permissions });
export const PEOPLE = {
  officer: person("700000000000000001", [ROLES.officer], HOME, MANAGE_SERVER),
  crafter: person("700000000000000002", [ROLES.member, ROLES.enchanter, ROLES.tailor]),
  requester: person("700000000000000003", [ROLES.member]),
  /** Of the guild, and nobody to what others have. */
  member: person("700000000000000004", [ROLES.member]),
  /** In the guild, without the role of a member. */
  visitor: person("700000000000000005", []),
  visitorInDirect: person("700000000000000005", [], null),
  left: person("700000000000000006", "left", null),
  elsewhere: person("700000000000000007", [ROLES.officer], ELSEWHERE),
} as const;

/** What is done: a button or select that is pressed, a modal that is sent, a command. */
export type Deed =
  | { readonly kind: "press"; readonly customId: string; readonly values: readonly unknown[] }
  | { readonly kind: "submit"; readonly customId: string; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly kind: "run"; readonly name: string; readonly type: ApplicationCommandType; readonly options: readonly { readonly name: string; readonly type: number; readonly value: unknown }[]; readonly more?: object }
  | { readonly kind: "type"; readonly name: string; readonly option: string; readonly typed: unknown };

/** What came of it: the body of the answer, and what the log says went wrong. */
export interface Outcome {
  readonly answer: object | null;
  readonly failures: readonly string[];
}

export interface StoredRow {
  readonly table: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface WholeDesk {
  readonly store: DataStore;
  readonly features: Desk["features"];
  do(who: Who, deed: Deed): Promise<Outcome>;
  /** The guild's settings as they were in the beginning. */
  restoreSettings(): Promise<void>;
  /** Every row of every table, in no order. */
  rows(): Promise<readonly StoredRow[]>;
  drop(): Promise<void>;
}

/** More than fits into one select or onto one page. */
const LARGE_PACK = aPack(
  Array.from({ length: 120 }, (_, index) => aRecipe({ id: `trinket-${index}`, name: `Trinket ${index}`, profession: `craft-${index < 90 ? 0 : index % 24}`, category: `Kind ${index % 2}` })),
  { id: "large", name: "Large", professions: Array.from({ length: 24 }, (_, index) => ({ id: `craft-${index}`, name: `Craft ${index}` })) },
);

const quiet = (): void => undefined;

const atHand = () => Promise.resolve();

/** All rooms behind the real router, without Discord: what is answered is kept. */
export async function openWholeDesk(engine: Engine): Promise<WholeDesk> {
  const { address, remove } = await makeTestDatabase(engine);
  const store = openDataStore(address);
  let now = 1_800_000_000_000;
  const clock = { now: () => (now += 10) };
  const newId = createIds(clock);
  let failures: string[] = [];
  const note = ({ err }: { readonly err?: unknown }, sentence: string) => void failures.push(`${sentence}: ${err instanceof Error ? (err.stack ?? err.message) : ""}`);
  const log = { debug: quiet, info: quiet, warn: quiet, error: note };
  const directory = {
    find: (_: string, userId: string) => {
      const known = Object.values(PEOPLE).find((one) => one.userId === userId);
      return Promise.resolve(known === undefined || known.roles === "left" ? null : { roleIds: known.roles, permissions: known.permissions });
    },
    knownName: () => null,
  };
  const recipes = Object.assign(new RecipeShelf([smallPack, LARGE_PACK]), { prepareBook: atHand, prepareLanguages: atHand });
  const desk = createDesk({ store, guilds: new Map(), defaults: {}, recipes, directory, guildName: () => "Home", mayMention: () => true, isDeleted: () => false, commandId: () => null, drawChart: () => Promise.resolve(null), clock, newId, log, telemetry: NO_TELEMETRY, wake: quiet, wakeTimers: quiet, settingsChanged: quiet });
  await migrate(store, [outboxMigrations, scheduleMigrations, ...desk.features.map((feature) => feature.migrations ?? {})]);
  const roles = { officer: [ROLES.officer], member: [ROLES.member], core: [], professions: { enchanting: [ROLES.enchanter], tailoring: [ROLES.tailor] } };
  const seed = (guildId: string): Promise<boolean> => desk.settingsService.seed(guildId, { roles, boardChannelId: "600000000000000001", panelChannelId: "600000000000000002", openRequestsPerPerson: 1_000, submissionsPerMinute: 200 });
  await seed(HOME);
  await seed(ELSEWHERE);
  const translators = await createTranslators([routerTexts, ...desk.features.flatMap((feature) => feature.texts ?? [])]);
  let answer: object | null = null;
  const keep = (_: APIInteraction, body: object): Promise<string> => {
    answer = body;
    return Promise.resolve("800000000000000001");
  };
  const callbacks = {
    respond: async (by: APIInteraction, body: APIInteractionResponse) => void (await keep(by, body)),
    respondWith: keep,
    editOriginal: async (by: APIInteraction, body: object) => void (await keep(by, body)),
    followUp: keep,
  };
  // A slow machine must not make a modal come too late.
  const route = createRouter({ features: desk.features, settings: desk.settings, directory: { ...directory, keep: quiet, seen: quiet }, telemetry: NO_TELEMETRY, translators, clock, newId, log, callbacks, ...repliesOnly, deferAfterMs: 60_000 });
  const tables = (await store.read.introspection.getTables()).map(({ name }) => name).filter((name) => !name.startsWith("kysely_"));
  return {
    store,
    features: desk.features,
    async do(who, deed) {
      answer = null;
      failures = [];
      await route(interaction(who, deed));
      return { answer, failures };
    },
    async restoreSettings() {
      await store.inTransaction((db) => db.deleteFrom("guild_settings").where("guild_id", "=", HOME).execute());
      await seed(HOME);
    },
    async rows() {
      const found = await Promise.all(tables.map(async (table) => (await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(store.read)).rows.map((values) => ({ table, values }))));
      return found.flat();
    },
    async drop() {
      await store.close();
      await remove();
    },
  };
}

// Discord's payloads have many fields that the router does not read, and here some that are not what they should be.
function interaction(who: Who, deed: Deed): APIInteraction {
  const user = { id: who.userId, username: "somebody", discriminator: "0", global_name: null, avatar: null };
  const by = who.guildId === null ? { user } : { guild_id: who.guildId, member: { user, roles: who.roles, permissions: who.permissions } };
  return Object.assign(Object.create(null), { id: "1", application_id: "2", token: "t", version: 1, locale: "en-US", channel: { id: "3", type: 0 }, ...by, ...payload(deed) });
}

function payload(deed: Deed): object {
  switch (deed.kind) {
    case "press":
      return { type: InteractionType.MessageComponent, message: { id: "800000000000000001" }, data: { custom_id: deed.customId, component_type: ComponentType.StringSelect, values: deed.values } };
    case "submit": {
      const parts = Object.entries(deed.fields).map(([customId, value]) => ({ type: ComponentType.Label, component: { custom_id: customId, ...(Array.isArray(value) ? { values: value } : { value }) } }));
      return { type: InteractionType.ModalSubmit, data: { custom_id: deed.customId, components: parts } };
    }
    case "run":
      return { type: InteractionType.ApplicationCommand, data: { id: "9", name: deed.name, type: deed.type, options: deed.options, ...deed.more } };
    case "type":
      return { type: InteractionType.ApplicationCommandAutocomplete, data: { id: "9", name: deed.name, type: ApplicationCommandType.ChatInput, options: [{ name: deed.option, type: 3, value: deed.typed, focused: true }] } };
  }
}
