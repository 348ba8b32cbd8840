import { isDeepStrictEqual } from "node:util";
import type { REST } from "discord.js";
import { type RESTGetAPIApplicationCommandsResult, type RESTPostAPIApplicationCommandsJSONBody, Routes } from "discord-api-types/v10";
import { commandContent } from "./command-content.ts";

/** Registers the commands with Discord when they differ from what it has; gives whether they did. */
export async function registerCommands(rest: REST, applicationId: string, commands: readonly RESTPostAPIApplicationCommandsJSONBody[]): Promise<boolean> {
  const query = new URLSearchParams({ with_localizations: "true" });
  const present = (await rest.get(Routes.applicationCommands(applicationId), { query })) as RESTGetAPIApplicationCommandsResult;
  // Sets, because Discord promises no order of commands.
  if (present.length === commands.length && isDeepStrictEqual(new Set(commands.map(commandContent)), new Set(present.map(commandContent)))) return false;
  await rest.put(Routes.applicationCommands(applicationId), { body: commands });
  return true;
}
