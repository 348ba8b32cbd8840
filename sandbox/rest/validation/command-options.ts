import { ApplicationCommandOptionType as Option, ChannelType } from "discord-api-types/v10";
import { checkDescription, checkName, type Count } from "./command-names.ts";
import { checkChoices, checkNumber } from "./command-choices.ts";
import type { Field } from "./form.ts";

/** Limits: interactions/application-commands.mdx in Discord's documentation. */
const MAX_OPTIONS = 25;
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
const CHANNEL_TYPES = Object.values(ChannelType).filter((type) => typeof type === "number");

/** The options of a command, subcommand or group: names, order, and what their types allow. */
export function checkOptions(list: Field, count: Count, within: keyof typeof WITHIN = "command"): void {
  const branches = new Set<boolean>();
  let hasOptional = false;
  const options = list.list({ max: MAX_OPTIONS });
  for (const option of options) {
    if (!option.isObject()) continue;
    const type = option.get("type").required() ? option.get("type").oneOf(WITHIN[within]) : undefined;
    checkName(option, true, count);
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
  checkUnique(options);
  if (branches.size > 1) list.refuse("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types");
}

/** No two options have one name, and in no language do they. */
function checkUnique(options: readonly Field[]): void {
  const taken = new Set<string>();
  for (const option of options) {
    const { name, name_localizations: translated } = (option.value ?? {}) as { name?: unknown; name_localizations?: Record<string, unknown> | null };
    const names = [["", name], ...Object.entries(translated ?? {})].map(([locale, text]) => `${String(locale)}:${String(text)}`);
    if (names.some((each) => taken.has(each))) option.refuse("APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists in these options");
    for (const each of names) taken.add(each);
  }
}

function checkBasic(option: Field, type: Option, count: Count): void {
  const isNumber = type === Option.Integer || type === Option.Number;
  if (type === Option.String) {
    const min = option.get("min_length").whole({ max: MAX_TEXT });
    const max = option.get("max_length").whole({ min: 1, max: MAX_TEXT });
    checkOrder(option.get("min_length"), min, max);
  }
  if (isNumber) {
    const [min, max] = ["min_value", "max_value"].map((key) => checkNumber(option.get(key), type));
    checkOrder(option.get("min_value"), min, max);
  }
  if (type === Option.Channel) for (const wanted of option.get("channel_types").list()) wanted.oneOf(CHANNEL_TYPES);
  if (type === Option.String || isNumber) checkChoices(option, type, count);
  else if (option.get("autocomplete").flag() === true) {
    option.get("autocomplete").refuse("APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID", "Autocomplete is only for options of text and numbers");
  }
}

function checkOrder(least: Field, min: number | undefined, max: number | undefined): void {
  if (min !== undefined && max !== undefined && min > max) least.refuse("NUMBER_TYPE_MAX", `int value should be less than or equal to ${max}.`);
}
