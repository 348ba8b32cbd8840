import { type APIApplicationCommandOption, ApplicationCommandType, InteractionContextType } from "discord-api-types/v10";
import type { CommandContent } from "../../world/commands.ts";
import { checkDescription, checkName } from "./command-names.ts";
import { checkOptions } from "./command-options.ts";
import type { Field } from "./form.ts";
import { withoutNulls } from "./without-nulls.ts";

/** Source: interactions/application-commands.mdx in Discord's documentation. */
const MAX_CHARACTERS = 8000;

/** A command out of a body; for a change, over what there was. */
export function readCommand(form: Field): CommandContent {
  const isObject = form.isObject();
  const type = form.get("type").oneOf([1, 2, 3]) ?? ApplicationCommandType.ChatInput;
  const isSlash = type === ApplicationCommandType.ChatInput;
  let characters = 0;
  const count = (length: number) => {
    characters += length;
  };
  checkName(form, isSlash, count);
  if (isSlash) {
    checkDescription(form, count);
    checkOptions(form.get("options"), count);
  } else refuseSlashOnly(form);
  if (characters > MAX_CHARACTERS) form.refuse("APPLICATION_COMMAND_TOO_LARGE", `Command exceeds maximum size (${MAX_CHARACTERS})`);
  checkSet(form.get("contexts"), [0, 1, 2]);
  checkSet(form.get("integration_types"), [0, 1]);
  form.get("nsfw").flag();
  const permissions = readPermissions(form.get("default_member_permissions"));
  const value = (isObject ? form.value : {}) as Partial<CommandContent>;
  const contexts = readContexts(value, form.get("dm_permission").flag());
  return {
    type,
    name: value.name ?? "",
    name_localizations: value.name_localizations ?? null,
    description: isSlash ? (value.description ?? "") : "",
    description_localizations: value.description_localizations ?? null,
    default_member_permissions: permissions,
    nsfw: value.nsfw ?? false,
    ...(isSlash && value.options?.length ? { options: withoutNulls(value.options).map(tidy) } : {}),
    ...(contexts === undefined ? {} : { contexts }),
    ...(value.integration_types ? { integration_types: value.integration_types } : {}),
  };
}

/** What user and message commands do not have. */
function refuseSlashOnly(form: Field): void {
  if (form.get("description").value) form.get("description").refuse("APPLICATION_COMMAND_INVALID_DESCRIPTION", "Context menu commands cannot have description");
  if (form.get("options").list().length > 0) form.get("options").refuse("APPLICATION_COMMAND_INVALID_OPTIONS", "Context menu commands cannot have options");
}

/** One or more of what there is, none twice. */
function checkSet(field: Field, there: readonly number[]): void {
  if (field.isAbsent) return;
  const entries = field.list({ min: 1 });
  for (const entry of entries) entry.oneOf(there);
  if (new Set(entries.map(({ value }) => value)).size < entries.length) field.refuse("SET_TYPE_DUPLICATED", "Values must be unique.");
}

/** A bit field as text; null lets everyone. */
function readPermissions(field: Field): string | null {
  if (field.isAbsent) return null;
  if (/^\d{1,20}$/.test(String(field.value))) return String(field.value);
  field.refuse("NUMBER_TYPE_COERCE", `Value "${String(field.value)}" is not int.`);
  return null;
}

/** `dm_permission` is the older word for it, and counts where there are no contexts. */
function readContexts({ contexts }: Partial<CommandContent>, mayBeDirect: boolean | undefined): CommandContent["contexts"] {
  return (contexts === undefined || contexts === null) && mayBeDirect === false ? [InteractionContextType.Guild] : contexts;
}

/** Discord answers without what is at its default. */
function tidy(option: APIApplicationCommandOption): APIApplicationCommandOption {
  const { required, ...rest } = option;
  const options = "options" in rest && rest.options ? { options: rest.options.map(tidy) } : {};
  return { ...rest, ...options, ...(required ? { required } : {}) } as APIApplicationCommandOption;
}
