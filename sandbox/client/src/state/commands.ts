import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
} from "discord-api-types/v10";
import type { ApplicationView, ChannelView } from "../../../protocol.ts";

/** A line of the slash-command picker: a command, or one of its subcommands. */
export interface CommandEntry {
  readonly key: string;
  readonly application: ApplicationView;
  readonly command: APIApplicationCommand;
  /** Subcommand group and subcommand, where there are any. */
  readonly path: readonly string[];
  /** What is typed after the slash, such as `rollout start`. */
  readonly label: string;
  readonly description: string;
  readonly options: readonly APIApplicationCommandBasicOption[];
}

/** Every slash command that may be used in this channel, in the person's language. */
export function slashEntries(applications: readonly ApplicationView[], channel: ChannelView, locale: string): readonly CommandEntry[] {
  return applications
    .flatMap((application) => {
      const usable = application.commands.filter((each) => each.type === ApplicationCommandType.ChatInput && isUsable(each, application, channel));
      return usable.flatMap((command) => entriesOf(application, command, locale));
    })
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

/** User or message commands that may be used in this channel. */
export function menuCommands(
  applications: readonly ApplicationView[],
  channel: ChannelView,
  type: ApplicationCommandType.User | ApplicationCommandType.Message,
): readonly { readonly application: ApplicationView; readonly command: APIApplicationCommand }[] {
  return applications.flatMap((application) =>
    application.commands.filter((each) => each.type === type && isUsable(each, application, channel)).map((command) => ({ application, command })),
  );
}

/** What matches the text after the slash, best first: the start of a name, then of a word, then anywhere. */
export function filterEntries(entries: readonly CommandEntry[], typed: string): readonly CommandEntry[] {
  const wanted = typed.trimStart().toLowerCase();
  if (wanted === "") return entries;
  const ranked = entries.map((entry) => ({ entry, rank: rankOf(entry, wanted) })).filter((each) => each.rank < 3);
  return ranked.toSorted((a, b) => a.rank - b.rank).map((each) => each.entry);
}

/** The command that was typed out and followed by a space, so that its options can be offered; else null. */
export function typedOut(entries: readonly CommandEntry[], typed: string): CommandEntry | null {
  if (!typed.endsWith(" ")) return null;
  const name = typed.trim().toLowerCase();
  return entries.find((each) => each.label.toLowerCase() === name) ?? null;
}

/** A name or description in the person's language, where the bot gave one. */
export function localized(text: string, translations: Readonly<Partial<Record<string, string | null>>> | null | undefined, locale: string): string {
  return translations?.[locale] ?? text;
}

function isUsable(command: APIApplicationCommand, application: ApplicationView, channel: ChannelView): boolean {
  if (channel.guildId !== null) {
    const here = command.guild_id === undefined || command.guild_id === channel.guildId;
    return here && (command.contexts?.includes(InteractionContextType.Guild) ?? true);
  }
  const withBot = channel.recipientIds.includes(application.botUserId);
  return withBot && command.guild_id === undefined && (command.contexts?.includes(InteractionContextType.BotDM) ?? true);
}

function entriesOf(application: ApplicationView, command: APIApplicationCommand, locale: string): readonly CommandEntry[] {
  const name = localized(command.name, command.name_localizations, locale);
  const description = localized(command.description, command.description_localizations, locale);
  const base = { application, command };
  const subcommands: CommandEntry[] = [];
  const basic: APIApplicationCommandBasicOption[] = [];
  for (const option of command.options ?? []) {
    if (option.type === ApplicationCommandOptionType.Subcommand) {
      subcommands.push(subcommandEntry(base, name, [], option, locale));
    } else if (option.type === ApplicationCommandOptionType.SubcommandGroup) {
      for (const inner of option.options ?? []) subcommands.push(subcommandEntry(base, name, [option.name], inner, locale));
    } else {
      basic.push(option);
    }
  }
  if (subcommands.length > 0) return subcommands;
  return [{ ...base, key: command.id, path: [], label: name, description, options: requiredFirst(basic) }];
}

function subcommandEntry(
  base: Pick<CommandEntry, "application" | "command">,
  commandName: string,
  group: readonly string[],
  option: Extract<NonNullable<APIApplicationCommand["options"]>[number], { type: ApplicationCommandOptionType.Subcommand }>,
  locale: string,
): CommandEntry {
  const path = [...group, option.name];
  return {
    ...base,
    key: [base.command.id, ...path].join(" "),
    path,
    label: [commandName, ...group, localized(option.name, option.name_localizations, locale)].join(" "),
    description: localized(option.description, option.description_localizations, locale),
    options: requiredFirst(option.options ?? []),
  };
}

function requiredFirst(options: readonly APIApplicationCommandBasicOption[]): readonly APIApplicationCommandBasicOption[] {
  return [...options.filter((each) => each.required === true), ...options.filter((each) => each.required !== true)];
}

function rankOf(entry: CommandEntry, wanted: string): 0 | 1 | 2 | 3 {
  const label = entry.label.toLowerCase();
  if (label.startsWith(wanted) || `${label} ` === wanted) return 0;
  if (label.split(/[ -]/).some((word) => word.startsWith(wanted))) return 1;
  return label.includes(wanted) || entry.description.toLowerCase().includes(wanted) ? 2 : 3;
}
