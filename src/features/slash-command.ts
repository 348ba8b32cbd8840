/** Commands in the words of every language that a room has. */
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import type { Texts } from "../kernel/texts.ts";

/** A command for guilds, global (interactions/application-commands.mdx in Discord's documentation). `description`: a key of `texts`. */
export const slashCommand = <K extends string>(
  texts: Texts<Record<K, string>>,
  name: string,
  description: K,
  ...options: APIApplicationCommandBasicOption[]
): RESTPostAPIChatInputApplicationCommandsJSONBody => ({
  type: ApplicationCommandType.ChatInput,
  name,
  ...described(texts, description),
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  ...(options.length === 0 ? {} : { options }),
});

/** A command of the "Apps" menu of a person or a message. `name`: a key of `texts`, at most 32 characters in each language. */
export function menuCommand<K extends string>(texts: Texts<Record<K, string>>, type: ApplicationCommandType.User | ApplicationCommandType.Message, name: K): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  const others = localizations(texts, name);
  return { type, name: texts.en[name], ...(others && { name_localizations: others }), contexts: [InteractionContextType.Guild], integration_types: [ApplicationIntegrationType.GuildInstall] };
}

/** The description of a command or an option, as a spread. */
export function described<K extends string>(texts: Texts<Record<K, string>>, key: K): { description: string; description_localizations?: LocalizationMap } {
  const others = localizations(texts, key);
  return { description: texts.en[key], ...(others && { description_localizations: others }) };
}

/** One of the choices of an option. */
export function choice<K extends string, V extends string | number>(texts: Texts<Record<K, string>>, key: K, value: V): { name: string; name_localizations?: LocalizationMap; value: V } {
  const others = localizations(texts, key);
  return { name: texts.en[key], ...(others && { name_localizations: others }), value };
}

/** Null when no other language has it. */
function localizations<K extends string>({ others }: Texts<Record<K, string>>, key: K): LocalizationMap | null {
  const found = Object.entries(others).flatMap(([locale, sentences]) => {
    const sentence = sentences[key];
    return sentence === undefined ? [] : [[locale, sentence] as const];
  });
  return found.length === 0 ? null : Object.fromEntries(found);
}
