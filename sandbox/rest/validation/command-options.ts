import { ApplicationCommandOptionType as Option } from "discord-api-types/v10";
import { checkDescription, checkName, type Count, translations } from "./command-names.ts";
import type { Field } from "./form.ts";

/** Limits: interactions/application-commands.mdx in Discord's documentation. */
const MAX_OPTIONS = 25;
const MAX_CHOICES = 25;
const MAX_TEXT = 6000;

const BASIC = [
  Option.String,
  Option.Integer,
  Option.Boolean,
  Option.User,
  Option.Channel,
  Option.Role,
  Option.Mentionable,
  Option.Number,
  Option.Attachment,
];
/** What may stand under what. */
const WITHIN = {
  command: [Option.Subcommand, Option.SubcommandGroup, ...BASIC],
  group: [Option.Subcommand],
  subcommand: BASIC,
};

/** The options of a command, subcommand or group: names, order, and what their types allow. */
export function checkOptions(list: Field, count: Count, within: keyof typeof WITHIN = "command"): void {
  const names = new Set<unknown>();
  const branches = new Set<boolean>();
  let hasOptional = false;
  for (const option of list.list({ max: MAX_OPTIONS })) {
    if (!option.isObject()) continue;
    const type = option.get("type").required() ? option.get("type").oneOf(WITHIN[within]) : undefined;
    checkName(option, true);
    const { value: name } = option.get("name");
    count(typeof name === "string" ? name.length : 0);
    if (names.has(name)) option.refuse("APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists in these options");
    names.add(name);
    checkDescription(option, count);
    branches.add(type === Option.Subcommand || type === Option.SubcommandGroup);
    if (type === Option.Subcommand) checkOptions(option.get("options"), count, "subcommand");
    else if (type === Option.SubcommandGroup) checkOptions(option.get("options"), count, "group");
    else {
      if (option.get("required").flag() !== true) hasOptional = true;
      else if (hasOptional) option.get("required").refuse("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
      if (type !== undefined) checkBasic(option, type, count);
    }
  }
  if (branches.size > 1) list.refuse("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types");
}

function checkBasic(option: Field, type: Option, count: Count): void {
  const isNumber = type === Option.Integer || type === Option.Number;
  if (type === Option.String) {
    option.get("min_length").whole({ max: MAX_TEXT });
    option.get("max_length").whole({ min: 1, max: MAX_TEXT });
  }
  if (isNumber) for (const key of ["min_value", "max_value"]) checkNumber(option.get(key), type);
  if (type === Option.Channel) for (const wanted of option.get("channel_types").list()) wanted.whole();
  if (type === Option.String || isNumber) checkChoices(option, type, count);
}

function checkChoices(option: Field, type: Option, count: Count): void {
  const choices = option.get("choices").list({ max: MAX_CHOICES });
  if (option.get("autocomplete").flag() === true && choices.length > 0) {
    option.get("autocomplete").refuse("APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE", "choices and autocomplete cannot both be set");
  }
  for (const choice of choices) {
    if (!choice.isObject()) continue;
    if (choice.get("name").required()) count((choice.get("name").text({ min: 1, max: 100 }) ?? "").length);
    for (const name of translations(choice.get("name_localizations"))) name.text({ min: 1, max: 100 });
    const value = choice.get("value");
    if (!value.required()) continue;
    count(String(value.value).length);
    if (type === Option.String) value.text({ max: 100 });
    else checkNumber(value, type);
  }
}

function checkNumber(field: Field, type: Option): void {
  if (field.isAbsent) return;
  const { value } = field;
  const fits = typeof value === "number" && (type === Option.Number ? Number.isFinite(value) : Number.isSafeInteger(value));
  if (!fits) field.refuse("NUMBER_TYPE_COERCE", `Value "${String(value)}" is not ${type === Option.Number ? "float" : "int"}.`);
}
