import { type APIApplicationCommandOption, type APIApplicationCommandOptionChoice, ApplicationCommandOptionType as Type, type ApplicationCommandType } from "discord-api-types/v10";
import type { OptionValue, Snapshot } from "../protocol.ts";
import type { Places } from "./places.ts";

export interface FoundCommand {
  readonly applicationId: string;
  readonly name: string;
  /** Subcommand group and subcommand. */
  readonly path: readonly string[];
  readonly options: readonly APIApplicationCommandOption[];
}

/** The command that somebody may use by this name, with its subcommand behind a space. @throws Error that lists what there is */
export function findCommand({ applications }: Snapshot, type: ApplicationCommandType, text: string): FoundCommand {
  const all = applications.flatMap(({ id, commands }) => commands.filter((command) => command.type === type).map((command) => ({ applicationId: id, command })));
  const found = all.find(({ command }) => command.name === text) ?? all.find(({ command }) => text.startsWith(`${command.name} `));
  if (!found) throw new Error(`There is no command "${text}". There are: ${all.map(({ command }) => command.name).join(", ") || "none"}.`);
  const { applicationId, command } = found;
  const path = text.slice(command.name.length).split(" ").filter(Boolean);
  let options: readonly APIApplicationCommandOption[] = command.options ?? [];
  for (const step of path) {
    const next = options.find(({ name }) => name === step);
    if (!next) throw new Error(`"${text}": there is no "${step}". There are: ${options.map(({ name }) => name).join(", ") || "none"}.`);
    options = "options" in next ? (next.options ?? []) : [];
  }
  return { applicationId, name: command.name, path, options };
}

/** What a person gave, as the page sends it: names of people, roles and channels become their ids, names of choices their values. */
export function optionValues(options: readonly APIApplicationCommandOption[], given: Readonly<Record<string, OptionValue>>, places: Places): Record<string, OptionValue> {
  const find = (name: string, value: OptionValue): OptionValue => {
    if (typeof value !== "string") return value;
    const option = options.find((each) => each.name === name);
    const choices: readonly APIApplicationCommandOptionChoice[] = option && "choices" in option ? (option.choices ?? []) : [];
    const choice = choices.find((each) => each.name === value || Object.values(each.name_localizations ?? {}).includes(value));
    if (choice) return choice.value;
    switch (option?.type) {
      case Type.User:
        return places.person(value);
      case Type.Role:
        return places.role(value);
      case Type.Channel:
        return places.channel(value);
      case Type.Mentionable:
        return places.mentionable(value);
      default:
        return value;
    }
  };
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, find(name, value)]));
}
