import assert from "node:assert/strict";
import type { Lab } from "../lab.ts";
import { problemsOf } from "../problems.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { COMMANDS } from "../scene.ts";

const option = (name: string, more: object = {}) => ({ type: 3, name, description: "d", ...more });
const number = (more: object) => option("n", { type: 4, ...more });
const list = (count: number, make: (index: number) => object) => Array.from({ length: count }, (_, index) => make(index));
const choices = (count: number) => list(count, (index) => ({ name: `c${index}`, value: `v${index}` }));
const oneChoice = (name: string, value: unknown) => ({ choices: [{ name, value }] });
const DOCUMENT = "interactions/application-commands.mdx";

/** What is wrong with a slash command, or with whatever `more` makes of it. */
const wrong = async (lab: Lab, more: object) => problemsOf(await lab.ask("POST", COMMANDS, { name: "try", description: "d", ...more }));
const wrongOption = async (lab: Lab, ...options: object[]) => wrong(lab, { options });

export const commandShapeRules: readonly Rule[] = [
  documented("a slash command's name has letters, numbers, dashes and apostrophes, and is lower case where there is one", `${DOCUMENT}:18`, async (lab) => {
    for (const name of ["try", "try-it_now", "möbel", "приклад", "生日", "परीक्षण", "o'clock", "x".repeat(32)]) assert.deepEqual(await wrong(lab, { name }), [], name);
    for (const name of ["Try", "try it", "Ö", "try!", "x".repeat(33), ""]) assert.notDeepEqual(await wrong(lab, { name }), [], name);
    assert.deepEqual(await wrong(lab, { name: "Try" }), ["name APPLICATION_COMMAND_INVALID_NAME"]);
    assert.deepEqual(await wrongOption(lab, option("One")), ["options.0.name APPLICATION_COMMAND_INVALID_NAME"]);
  }),
  documented("user and message commands may have capitals and spaces in their names", `${DOCUMENT}:18`, async (lab) => {
    for (const type of [2, 3]) assert.equal((await lab.expect(201, "POST", COMMANDS, { type, name: "Show this Person" })).description, "");
    assert.deepEqual(problemsOf(await lab.ask("POST", COMMANDS, { type: 2, name: "x".repeat(33) })), ["name BASE_TYPE_BAD_LENGTH"]);
  }),
  documented("user and message commands have no description, slash commands one of 1-100 characters", `${DOCUMENT}:31`, async (lab) => {
    for (const type of [2, 3]) assert.deepEqual(await wrong(lab, { type }), ["description APPLICATION_COMMAND_INVALID_DESCRIPTION"]);
    assert.deepEqual(await wrong(lab, { description: undefined }), ["description BASE_TYPE_REQUIRED"]);
    assert.deepEqual(await wrong(lab, { description: "x".repeat(101) }), ["description BASE_TYPE_BAD_LENGTH"]);
    assert.deepEqual(await wrong(lab, { description: "🔨".repeat(100) }), []);
  }),
  documented("only slash commands have options, at most 25", `${DOCUMENT}:33`, async (lab) => {
    for (const type of [2, 3]) assert.deepEqual(await wrong(lab, { type, description: "", options: [option("o")] }), ["options APPLICATION_COMMAND_INVALID_OPTIONS"]);
    assert.deepEqual(await wrongOption(lab, ...list(25, (index) => option(`o${index}`))), []);
    assert.deepEqual(await wrongOption(lab, ...list(26, (index) => option(`o${index}`))), ["options BASE_TYPE_MAX_LENGTH"]);
  }),
  documented("translations are in Discord's locales and follow the rules of what they translate", `${DOCUMENT}:30`, async (lab) => {
    assert.deepEqual(await wrong(lab, { name_localizations: { de: "versuchen", "pt-BR": "tentar" }, description_localizations: { de: "Versucht es" } }), []);
    assert.deepEqual(await wrong(lab, { name_localizations: { de: "Suchen" } }), ["name_localizations.de APPLICATION_COMMAND_INVALID_NAME"]);
    assert.deepEqual(await wrong(lab, { name_localizations: { klingon: "qet" } }), ["name_localizations.klingon ENUM_TYPE_COERCE"]);
    assert.deepEqual(await wrong(lab, { description_localizations: { fr: "x".repeat(101) } }), ["description_localizations.fr BASE_TYPE_BAD_LENGTH"]);
  }),
  documented("required options come before the others", `${DOCUMENT}:65`, async (lab) => {
    assert.deepEqual(await wrongOption(lab, option("a", { required: true }), option("b")), []);
    assert.deepEqual(await wrongOption(lab, option("a"), option("b", { required: true })), ["options.1.required APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"]);
  }),
  documented("an option's name is there once, in each language too", `${DOCUMENT}:71`, async (lab) => {
    assert.deepEqual(await wrongOption(lab, option("a"), option("a")), ["options.1 APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS"]);
    const both = { name_localizations: { de: "eins" } };
    assert.deepEqual(await wrongOption(lab, option("a", both), option("b", both)), ["options.1 APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS"]);
  }),
  documented("an option has at most 25 choices", `${DOCUMENT}:76`, async (lab) => {
    assert.deepEqual(await wrongOption(lab, option("o", { choices: choices(25) })), []);
    assert.deepEqual(await wrongOption(lab, option("o", { choices: choices(26) })), ["options.0.choices BASE_TYPE_MAX_LENGTH"]);
  }),
  documented("a choice has a name of 1-100 characters and a value of the option's type, text of up to 100", `${DOCUMENT}:122`, async (lab) => {
    assert.deepEqual(await wrongOption(lab, option("o", oneChoice("x".repeat(101), "v"))), ["options.0.choices.0.name BASE_TYPE_BAD_LENGTH"]);
    assert.deepEqual(await wrongOption(lab, option("o", oneChoice("n", "x".repeat(101)))), ["options.0.choices.0.value BASE_TYPE_MAX_LENGTH"]);
    assert.deepEqual(await wrongOption(lab, number(oneChoice("n", "b"))), ["options.0.choices.0.value NUMBER_TYPE_COERCE"]);
    assert.deepEqual(await wrongOption(lab, number(oneChoice("n", 1.5))), ["options.0.choices.0.value NUMBER_TYPE_COERCE"]);
    assert.deepEqual(await wrongOption(lab, option("n", { type: 10, ...oneChoice("n", 1.5) })), []);
  }),
  assumed("no two choices of an option have one name", "Discord's answer names it", async (lab) => {
    const twice = [{ name: "a", value: "1" }, { name: "a", value: "2" }];
    assert.deepEqual(await wrongOption(lab, option("o", { choices: twice })), ["options.0.choices APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS"]);
  }),
  documented("autocomplete and choices do not go together, and autocomplete is for text and numbers", `${DOCUMENT}:83`, async (lab) => {
    assert.deepEqual(await wrongOption(lab, option("o", { autocomplete: true, choices: [] })), []);
    assert.deepEqual(await wrongOption(lab, option("o", { autocomplete: true, choices: choices(1) })), ["options.0.autocomplete APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE"]);
    assert.deepEqual(await wrongOption(lab, option("o", { type: 6, autocomplete: true })), ["options.0.autocomplete APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID"]);
  }),
  documented("a text option's lengths are within 6000, the longest at least 1", `${DOCUMENT}:81`, async (lab) => {
    assert.deepEqual(await wrongOption(lab, option("o", { min_length: 0, max_length: 6000 })), []);
    assert.deepEqual(await wrongOption(lab, option("o", { max_length: 6001 })), ["options.0.max_length NUMBER_TYPE_MAX"]);
    assert.deepEqual(await wrongOption(lab, option("o", { max_length: 0 })), ["options.0.max_length NUMBER_TYPE_MIN"]);
    assert.deepEqual(await wrongOption(lab, option("o", { min_length: 3, max_length: 2 })), ["options.0.min_length NUMBER_TYPE_MAX"]);
  }),
  documented("a number option's bounds are numbers of its type", `${DOCUMENT}:79`, async (lab) => {
    assert.deepEqual(await wrongOption(lab, number({ min_value: -5, max_value: 5 })), []);
    assert.deepEqual(await wrongOption(lab, number({ min_value: 0.5 })), ["options.0.min_value NUMBER_TYPE_COERCE"]);
    assert.deepEqual(await wrongOption(lab, number({ min_value: 6, max_value: 5 })), ["options.0.min_value NUMBER_TYPE_MAX"]);
  }),
  documented("a channel option names channel types that there are", `${DOCUMENT}:78`, async (lab) => {
    assert.deepEqual(await wrongOption(lab, option("c", { type: 7, channel_types: [0, 5, 11] })), []);
    assert.deepEqual(await wrongOption(lab, option("c", { type: 7, channel_types: [99] })), ["options.0.channel_types.0 BASE_TYPE_CHOICES"]);
  }),
  documented("subcommands stand in a command or a group, groups in a command, and neither beside options", `${DOCUMENT}:77`, async (lab) => {
    const sub = option("s", { type: 1, options: [option("o")] });
    assert.deepEqual(await wrongOption(lab, sub, option("g", { type: 2, options: [sub] })), []);
    assert.deepEqual(await wrongOption(lab, sub, option("o")), ["options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"]);
    assert.deepEqual(await wrongOption(lab, option("s", { type: 1, options: [option("g", { type: 2 })] })), ["options.0.options.0.type BASE_TYPE_CHOICES"]);
    assert.deepEqual(await wrongOption(lab, option("g", { type: 2, options: [option("g", { type: 2 })] })), ["options.0.options.0.type BASE_TYPE_CHOICES"]);
    assert.deepEqual(await wrongOption(lab, option("g", { type: 2, options: [option("o")] })), ["options.0.options.0.type BASE_TYPE_CHOICES"]);
  }),
  documented("a command has 8000 characters in all, and of translations only the longest counts", `${DOCUMENT}:450`, async (lab) => {
    const full = (value: string) => list(24, (index) => option(`o${index}`, { description: "x".repeat(100), choices: list(2, (at) => ({ name: `${at}${"x".repeat(49)}`, value })) }));
    assert.deepEqual(await wrong(lab, { options: full("x".repeat(60)) }), []);
    assert.deepEqual(await wrong(lab, { options: full("x".repeat(75)) }), [" APPLICATION_COMMAND_TOO_LARGE"]);
    const translated = list(20, (index) => option(`o${index}`, { description: "x".repeat(100), description_localizations: { de: "x".repeat(100), fr: "x".repeat(100), it: "x".repeat(100), pl: "x".repeat(100) } }));
    assert.deepEqual(await wrong(lab, { options: translated }), []);
  }),
  documented("contexts and installation types are of those there are, none twice", `${DOCUMENT}:38`, async (lab) => {
    assert.deepEqual(await wrong(lab, { contexts: [0, 1, 2], integration_types: [0, 1] }), []);
    assert.deepEqual(await wrong(lab, { contexts: [3] }), ["contexts.0 BASE_TYPE_CHOICES"]);
    assert.deepEqual(await wrong(lab, { contexts: [0, 0] }), ["contexts SET_TYPE_DUPLICATED"]);
    assert.deepEqual(await wrong(lab, { integration_types: [] }), ["integration_types BASE_TYPE_BAD_LENGTH"]);
  }),
  documented("permissions are a bit set", `${DOCUMENT}:34`, async (lab) => {
    assert.deepEqual(await wrong(lab, { default_member_permissions: "8" }), []);
    assert.deepEqual(await wrong(lab, { default_member_permissions: "officer" }), ["default_member_permissions NUMBER_TYPE_COERCE"]);
  }),
  assumed("what is no object is no command", "Discord's answer says MODEL_TYPE_CONVERT", async (lab) => {
    for (const body of ["try", []]) assert.ok(problemsOf(await lab.ask("PUT", COMMANDS, [body])).includes("0 MODEL_TYPE_CONVERT"));
  }),
];
