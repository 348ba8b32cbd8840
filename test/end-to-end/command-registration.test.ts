import { REST } from "discord.js";
import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType, type RESTPostAPIApplicationCommandsJSONBody, type RESTPostAPIChatInputApplicationCommandsJSONBody } from "discord-api-types/v10";
import { afterAll, beforeAll, expect, it } from "vitest";
import { OBSERVED_LIMITS, type Sandbox, startSandbox } from "../../sandbox/index.ts";
import { registerCommands } from "../../src/discord/command-registration.ts";
import { choice, described, slashCommand } from "../../src/features/slash-command.ts";
import { defineTexts, type OtherTexts } from "../../src/kernel/texts.ts";

const en = { about: "Post the panel", where: "Where it stands", here: "This channel", there: "That channel" };
const textsWith = (others: Readonly<Record<string, OtherTexts<typeof en>>> = {}) => defineTexts("panel", en, others);

let sandbox: Sandbox;
let rest: REST;
beforeAll(async () => {
  // Discord itself takes a list of commands rarely.
  sandbox = await startSandbox({ sessionStarts: { everyMs: 0 }, limits: { ...OBSERVED_LIMITS, routes: {}, otherwise: { limit: 1000, windowMs: 1000 } } });
  rest = new REST({ api: sandbox.apiUrl }).setToken(sandbox.token);
});
afterAll(() => sandbox.close());

function commands(texts = textsWith(), choices: readonly ("here" | "there")[] = ["here"]) {
  const where = { type: ApplicationCommandOptionType.String as const, name: "where", ...described(texts, "where"), choices: choices.map((one) => choice(texts, one, one)) };
  return [slashCommand(texts, "panel", "about", ...(choices.length === 0 ? [] : [where]))];
}
const register = async (...given: Parameters<typeof commands>) => (await registerCommands(rest, sandbox.applicationId, commands(...given))).isChanged;

it("registers commands when they changed, and only then", async () => {
  expect([await register(), await register()]).toEqual([true, false]);
  expect([await register(textsWith(), ["here", "there"]), await register(textsWith(), ["here", "there"])]).toEqual([true, false]);
  expect([await register(textsWith(), []), await register(textsWith(), [])]).toEqual([true, false]);
});

it("sees a language that came, changed or went", async () => {
  await register();
  const german = textsWith({ de: { about: "Stellt das Pult auf" } });
  expect([await register(german), await register(german)]).toEqual([true, false]);
  const both = textsWith({ de: { about: "Stellt das Pult hin", where: "Wo es steht" } });
  expect([await register(both), await register(both)]).toEqual([true, false]);
  expect([await register(), await register()]).toEqual([true, false]);
});

it("sees a language that went from one command in several", async () => {
  await register(textsWith({ de: { about: "Stellt das Pult auf" }, fr: { about: "Publie le panneau" } }));
  expect(await register(textsWith({ de: { about: "Stellt das Pult auf" } }))).toBe(true);
});

const base: RESTPostAPIChatInputApplicationCommandsJSONBody = { type: 1, name: "craft", description: "Craft" };
const option = { name: "amount", description: "How many" };
const whole = (more: object = {}) => [{ ...base, options: [{ ...option, type: 4, ...more }] }] as RESTPostAPIApplicationCommandsJSONBody[];
const text = (more: object = {}) => [{ ...base, options: [{ ...option, type: 3, ...more }] }] as RESTPostAPIApplicationCommandsJSONBody[];
const channel = (more: object = {}) => [{ ...base, options: [{ ...option, type: 7, ...more }] }] as RESTPostAPIApplicationCommandsJSONBody[];
const file = (more: object = {}) => [{ ...base, options: [{ ...option, type: 11, ...more }] }] as RESTPostAPIApplicationCommandsJSONBody[];
const inside = (more: object = {}) => [{ ...base, options: [{ type: 1, name: "now", description: "At once", options: [{ ...option, type: 4, ...more }] }] }] as RESTPostAPIApplicationCommandsJSONBody[];

/** A field, a command without it, with it, and with it otherwise. */
const FIELDS: Readonly<Record<string, readonly (readonly RESTPostAPIApplicationCommandsJSONBody[])[]>> = {
  description: [[base], [{ ...base, description: "Make" }]],
  name_localizations: [[base], [{ ...base, name_localizations: { de: "machen" } }], [{ ...base, name_localizations: { de: "werken" } }]],
  description_localizations: [[base], [{ ...base, description_localizations: { de: "Machen" } }], [{ ...base, description_localizations: { fr: "Faire" } }]],
  default_member_permissions: [[base], [{ ...base, default_member_permissions: "0" }], [{ ...base, default_member_permissions: "32" }]],
  nsfw: [[base], [{ ...base, nsfw: true }]],
  contexts: [[base], [{ ...base, contexts: [0] }], [{ ...base, contexts: [0, 1] }]],
  integration_types: [[base], [{ ...base, integration_types: [0, 1] }], [{ ...base, integration_types: [1] }]],
  dm_permission: [[base], [{ ...base, dm_permission: false }]],
  type: [[{ type: 2, name: "craft" }], [{ type: 3, name: "craft" }], [base]],
  options: [[base], whole()],
  "type of an option": [whole(), text(), channel()],
  required: [whole(), whole({ required: true })],
  autocomplete: [whole(), whole({ autocomplete: true })],
  choices: [whole(), whole({ choices: [{ name: "One", value: 1 }] }), whole({ choices: [{ name: "One", value: 2 }] })],
  "name_localizations of a choice": [text({ choices: [{ name: "One", value: "1" }] }), text({ choices: [{ name: "One", value: "1", name_localizations: { de: "Eins" } }] })],
  "name_localizations of an option": [whole(), whole({ name_localizations: { de: "menge" } })],
  "description_localizations of an option": [whole(), whole({ description_localizations: { de: "Wie viele" } })],
  min_value: [whole(), whole({ min_value: 0 }), whole({ min_value: 1 })],
  max_value: [whole(), whole({ max_value: 0 }), whole({ max_value: 9 })],
  min_length: [text(), text({ min_length: 1 }), text({ min_length: 2 })],
  max_length: [text(), text({ max_length: 10 }), text({ max_length: 11 })],
  file_types: [file(), file({ file_types: [".png"] }), file({ file_types: [".png", ".gif"] })],
  channel_types: [channel(), channel({ channel_types: [0] }), channel({ channel_types: [0, 5] })],
  "max_value in a subcommand": [inside(), inside({ max_value: 9 }), inside({ max_value: 10 })],
};

it.each(Object.entries(FIELDS))("sees %s come, change and go", async (_, versions) => {
  const puts = async (given: readonly RESTPostAPIApplicationCommandsJSONBody[]) => [(await registerCommands(rest, sandbox.applicationId, given)).isChanged, (await registerCommands(rest, sandbox.applicationId, given)).isChanged];
  await registerCommands(rest, sandbox.applicationId, versions[0]!);
  for (const version of [...versions.slice(1), ...versions.toReversed().slice(1)]) expect(await puts(version)).toEqual([true, false]);
});

it("takes a default that is said for one that is not, and sets in any order for the same", async () => {
  await registerCommands(rest, sandbox.applicationId, whole());
  const said = { ...base, nsfw: false, name_localizations: null, description_localizations: {}, default_member_permissions: null, contexts: [2, 1, 0], integration_types: [0] } as RESTPostAPIChatInputApplicationCommandsJSONBody;
  const options: APIApplicationCommandBasicOption[] = [{ ...option, type: ApplicationCommandOptionType.Integer, required: false, autocomplete: false, choices: [], name_localizations: null }];
  expect(await registerCommands(rest, sandbox.applicationId, [{ ...said, options }])).toMatchObject({ isChanged: false });
});
