import { isDeepStrictEqual } from "node:util";
import type { REST } from "discord.js";
import { type APIApplicationCommand, ApplicationCommandType, type RESTGetAPIApplicationCommandsResult, type RESTPostAPIApplicationCommandsJSONBody, type RESTPutAPIApplicationCommandsResult, Routes } from "discord-api-types/v10";
import { commandContent } from "./command-content.ts";

export interface Registered {
  /** Whether they differed from what Discord had. */
  readonly isChanged: boolean;
  /** The ids of slash commands by name, with which a message links to them. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Registers the commands with Discord when they differ from what it has. */
export async function registerCommands(rest: REST, applicationId: string, commands: readonly RESTPostAPIApplicationCommandsJSONBody[]): Promise<Registered> {
  const query = new URLSearchParams({ with_localizations: "true" });
  const present = (await rest.get(Routes.applicationCommands(applicationId), { query })) as RESTGetAPIApplicationCommandsResult;
  // Sets, because Discord promises no order of commands.
  if (present.length === commands.length && isDeepStrictEqual(new Set(commands.map(commandContent)), new Set(present.map(commandContent)))) return { isChanged: false, ids: idsOf(present) };
  const put = (await rest.put(Routes.applicationCommands(applicationId), { body: commands })) as RESTPutAPIApplicationCommandsResult;
  return { isChanged: true, ids: idsOf(put) };
}

const idsOf = (commands: readonly APIApplicationCommand[]): ReadonlyMap<string, string> =>
  new Map(commands.filter(({ type }) => type === ApplicationCommandType.ChatInput).map(({ name, id }) => [name, id]));
