/** All rooms behind the real router and discord.js's REST over real sockets, on a real file. */
import { DefaultRestOptions, REST } from "discord.js";
import { type APIInteraction, ApplicationCommandOptionType, ApplicationCommandType, ComponentType, InteractionType } from "discord-api-types/v10";
import { migrate } from "../../src/database/migrator.ts";
import { openDataStore } from "../../src/database/open.ts";
import { createDesk } from "../../src/desk.ts";
import { createCallbacks } from "../../src/discord/callbacks.ts";
import { createInteractionMeasures, NO_MEASURES } from "../../src/discord/measures/interaction-measures.ts";
import { measuredRequests } from "../../src/discord/measures/measured-requests.ts";
import { createRouter } from "../../src/discord/router.ts";
import { routerTexts } from "../../src/discord/texts.ts";
import { RecipeShelf } from "../../src/features/recipes/recipe-shelf.ts";
import { createTranslators } from "../../src/i18n/translators.ts";
import { systemClock } from "../../src/kernel/clock.ts";
import { createIds } from "../../src/kernel/id.ts";
import { storeMeasures } from "../../src/measuring.ts";
import { outboxMigrations } from "../../src/outbox/tables.ts";
import { scheduleMigrations } from "../../src/schedule/tables.ts";
import { createLog } from "../../src/telemetry/log.ts";
import { openTelemetry, type OpenTelemetry } from "../../src/telemetry/open-telemetry.ts";
import { NO_TELEMETRY } from "../../src/telemetry/telemetry.ts";
import { windowMigrations } from "../../src/telemetry/windows/tables.ts";
import { smallPack } from "../../src/testing/new-request-desk.ts";
import { repliesOnly } from "../../src/testing/replies-only.ts";

export interface MeasuredDesk {
  /** One person's whole submission: the command, the form, the answer to it. */
  submit(n: number): Promise<void>;
  close(): Promise<void>;
}

const GUILD = "900000000000000001";
const [FIRST] = smallPack.recipes;
const ITEM = FIRST?.name ?? "";
const quiet = (): void => undefined;
const atHand = (): Promise<void> => Promise.resolve();
const snowflake = (n: number): string => String(700_000_000_000_000_000n + BigInt(n));

/** With or without everything that measures. Answers go to `api`. */
export async function openMeasuredDesk(file: string, api: string, isMeasured: boolean): Promise<MeasuredDesk> {
  const telemetry = isMeasured ? openTelemetry(systemClock) : null;
  const store = openDataStore({ engine: "sqlite", file }, telemetry ? storeMeasures(telemetry) : undefined);
  const newId = createIds(systemClock);
  const log = createLog("error");
  const directory = { find: () => Promise.resolve(null), knownName: () => null, keep: quiet, seen: quiet };
  const recipes = Object.assign(new RecipeShelf([smallPack]), { prepareBook: atHand, prepareLanguages: atHand });
  const desk = createDesk({ store, guilds: new Map(), defaults: {}, recipes, directory, guildName: () => "Home", mayMention: () => true, isDeleted: () => false, commandId: () => null, drawChart: () => Promise.resolve(null), clock: systemClock, newId, log, telemetry: telemetry ?? NO_TELEMETRY, wake: quiet, wakeTimers: quiet, settingsChanged: quiet });
  await migrate(store, [outboxMigrations, scheduleMigrations, windowMigrations, ...desk.features.map((feature) => feature.migrations ?? {})]);
  telemetry?.keepIn(store, { newId, log });
  await desk.settingsService.seed(GUILD, { openRequestsPerPerson: 1_000, submissionsPerMinute: 200 });
  const translators = await createTranslators([routerTexts, ...desk.features.flatMap((feature) => feature.texts ?? [])]);
  const { rest, answers } = answeringRest(api, telemetry);
  const measures = telemetry ? createInteractionMeasures(telemetry) : NO_MEASURES;
  const route = createRouter({ features: desk.features, settings: desk.settings, directory, translators, clock: systemClock, newId, log, measures, telemetry: telemetry ?? NO_TELEMETRY, callbacks: createCallbacks(rest), ...repliesOnly });
  return {
    async submit(n) {
      const form = interactionId();
      await route(interaction(n, form, { type: InteractionType.ApplicationCommand, data: { id: "9", name: "request", type: ApplicationCommandType.ChatInput, options: [{ name: "item", type: ApplicationCommandOptionType.String, value: ITEM }, { name: "quantity", type: ApplicationCommandOptionType.Integer, value: 1 }] } }));
      const customId = answers.get(form);
      if (customId === undefined) throw new Error("no form was opened");
      answers.delete(form);
      await route(interaction(n, interactionId(), { type: InteractionType.ModalSubmit, data: { custom_id: customId, components: [{ type: ComponentType.Label, component: { type: ComponentType.TextInput, custom_id: "character-name", value: "Eva" } }] } }));
    },
    async close() {
      measures.close();
      await telemetry?.close();
      await store.close();
    },
  };
}

/** discord.js's REST, which keeps the custom id of each form that is opened. */
function answeringRest(api: string, telemetry: OpenTelemetry | null): { readonly rest: REST; readonly answers: Map<string, string> } {
  const answers = new Map<string, string>();
  const make: typeof DefaultRestOptions.makeRequest = (url, init) => {
    const [, interactionId = ""] = /interactions\/(\d+)/.exec(url) ?? [];
    const [, customId] = /"custom_id":"(new\.details[^"]*)"/.exec(typeof init.body === "string" ? init.body : "") ?? [];
    if (customId !== undefined) answers.set(interactionId, customId);
    return DefaultRestOptions.makeRequest(url, init);
  };
  return { rest: new REST({ api, makeRequest: telemetry ? measuredRequests(telemetry, make) : make }), answers };
}

let made = 0;
const interactionId = (): string => snowflake(1_000_000 + made++);

// Discord's payloads have many fields that the router does not read.
const interaction = (n: number, id: string, fields: object): APIInteraction =>
  Object.assign(Object.create(null), { id, application_id: "2", token: `token-${id}`, version: 1, locale: "en-US", channel: { id: "3", type: 0 }, guild_id: GUILD, member: { user: { id: snowflake(n), username: "eva", discriminator: "0", global_name: null, avatar: null }, roles: [], permissions: "0" } }, fields);
