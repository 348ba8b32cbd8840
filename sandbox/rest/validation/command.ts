import { type APIApplicationCommandOption, ApplicationCommandType, InteractionContextType } from "discord-api-types/v10";
import type { CommandContent } from "../../world/commands.ts";
import { checkDescription, checkName } from "./command-names.ts";
import { checkOptions } from "./command-options.ts";
import type { Application } from "../../world/world.ts";
import type { Field } from "./form.ts";
import { withoutNulls } from "./without-nulls.ts";

/** Source: interactions/application-commands.mdx in Discord's documentation. */
const MAX_CHARACTERS = 8000;

/** Where a command is to be. */
export interface CommandPlace {
  /** Null for everywhere. */
  readonly guildId: string | null;
  readonly application: Pick<Application, "hasActivity">;
}

/** A command out of a body; for a change, over what there was. Entry points are global only. */
export function readCommand(form: Field, { guildId, application }: CommandPlace): CommandContent {
  const isObject = form.isObject();
  const type = form.get("type").oneOf([1, 2, 3, ...(guildId === null ? [ApplicationCommandType.PrimaryEntryPoint as const] : [])]) ?? ApplicationCommandType.ChatInput;
  const isSlash = type === ApplicationCommandType.ChatInput;
  const isEntryPoint = type === ApplicationCommandType.PrimaryEntryPoint;
  let characters = 0;
  const count = (length: number) => {
    characters += length;
  };
  checkName(form, isSlash, count);
  if (isSlash) {
    checkDescription(form, count);
    checkOptions(form.get("options"), count);
  } else {
    if (!form.get("description").isAbsent) {
      if (isEntryPoint) checkDescription(form, count);
      else refuseDescription(form.get("description"));
    }
    refuseOptions(form.get("options"));
  }
  const handler = form.get("handler").oneOf([1, 2]);
  if (handler !== undefined && !(isEntryPoint && application.hasActivity)) {
    form.get("handler").refuse("APPLICATION_COMMAND_INVALID_HANDLER", "Only entry point commands of applications with an Activity have a handler");
  }
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
    description: isSlash || isEntryPoint ? (value.description ?? "") : "",
    description_localizations: value.description_localizations ?? null,
    default_member_permissions: permissions,
    nsfw: value.nsfw ?? false,
    ...(handler === undefined ? {} : { handler }),
    ...(isSlash && value.options?.length ? { options: withoutNulls(value.options).map(tidy) } : {}),
    ...(contexts === undefined ? {} : { contexts }),
    ...(value.integration_types ? { integration_types: value.integration_types } : {}),
  };
}

function refuseDescription(field: Field): void {
  if (field.value) field.refuse("APPLICATION_COMMAND_INVALID_DESCRIPTION", "Context menu commands cannot have description");
}

function refuseOptions(field: Field): void {
  if (field.list().length > 0) field.refuse("APPLICATION_COMMAND_INVALID_OPTIONS", "Context menu commands cannot have options");
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
