import { type APIApplicationCommandOption, ApplicationCommandOptionType as Option, ApplicationCommandType } from "discord-api-types/v10";
import type { CommandContent } from "../../world/commands.ts";
import type { Field } from "./form.ts";

/** Limits: interactions/application-commands.mdx in Discord's documentation. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MAX_OPTIONS = 25;
const MAX_CHARACTERS = 8000;

/** A command out of a body; for a change, over what there was. */
export function readCommand(form: Field): CommandContent {
  form.isObject();
  const type = form.get("type").oneOf([1, 2, 3]) ?? ApplicationCommandType.ChatInput;
  const isSlash = type === ApplicationCommandType.ChatInput;
  checkName(form.get("name"), isSlash);
  let characters = 0;
  const count = (length: number) => {
    characters += length;
  };
  if (isSlash) {
    checkDescription(form.get("description"), count);
    checkOptions(form.get("options"), count);
  } else if (form.get("description").value) form.get("description").refuse("APPLICATION_COMMAND_INVALID_DESCRIPTION", "Context menu commands cannot have description");
  count(lengthOf(form.get("name")));
  if (characters > MAX_CHARACTERS) form.refuse("APPLICATION_COMMAND_TOO_LARGE", `Command exceeds maximum size (${MAX_CHARACTERS})`);
  for (const context of form.get("contexts").list()) context.oneOf([0, 1, 2]);
  for (const place of form.get("integration_types").list()) place.oneOf([0, 1]);
  const value = form.value as Partial<CommandContent> & { permissions?: unknown };
  return {
    type,
    name: value.name ?? "",
    name_localizations: value.name_localizations ?? null,
    description: isSlash ? (value.description ?? "") : "",
    description_localizations: value.description_localizations ?? null,
    default_member_permissions: value.default_member_permissions ?? null,
    nsfw: value.nsfw ?? false,
    ...(value.options?.length ? { options: value.options.map(tidy) } : {}),
    ...(value.contexts === undefined ? {} : { contexts: value.contexts }),
    ...(value.integration_types ? { integration_types: value.integration_types } : {}),
  };
}

const lengthOf = ({ value }: Field): number => (typeof value === "string" ? value.length : 0);

function checkName(name: Field, isSlash: boolean): void {
  if (!name.required()) return;
  const text = name.text({ min: 1, max: 32 }) ?? "";
  if (isSlash && (!NAME.test(text) || text !== text.toLowerCase())) {
    name.refuse("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
  }
}

function checkDescription(description: Field, count: (length: number) => void): void {
  if (description.required()) count((description.text({ min: 1, max: 100 }) ?? "").length);
}

function checkOptions(list: Field, count: (length: number) => void): void {
  const names = new Set<unknown>();
  let hasOptional = false;
  for (const option of list.list({ max: MAX_OPTIONS })) {
    if (!option.isObject()) continue;
    const type = option.get("type").required() ? option.get("type").oneOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) : undefined;
    const name = option.get("name");
    checkName(name, true);
    count(lengthOf(name));
    if (names.has(name.value)) option.refuse("APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists in these options");
    names.add(name.value);
    checkDescription(option.get("description"), count);
    if (type === Option.Subcommand || type === Option.SubcommandGroup) {
      checkOptions(option.get("options"), count);
      continue;
    }
    if (option.get("required").flag() !== true) hasOptional = true;
    else if (hasOptional) option.get("required").refuse("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
    checkChoices(option, count);
  }
}

function checkChoices(option: Field, count: (length: number) => void): void {
  const choices = option.get("choices").list({ max: 25 });
  if (choices.length > 0 && option.get("autocomplete").value === true) {
    option.get("autocomplete").refuse("APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE", "choices and autocomplete cannot both be set");
  }
  for (const choice of choices) {
    if (choice.get("name").required()) count((choice.get("name").text({ min: 1, max: 100 }) ?? "").length);
    if (choice.get("value").required()) count((choice.get("value").text({ max: 100 }) ?? "").length);
  }
}

/** Discord answers without what is at its default. */
function tidy(option: APIApplicationCommandOption): APIApplicationCommandOption {
  const { required, ...rest } = option;
  const options = "options" in rest && rest.options ? { options: rest.options.map(tidy) } : {};
  return { ...rest, ...options, ...(required ? { required } : {}) } as APIApplicationCommandOption;
}
