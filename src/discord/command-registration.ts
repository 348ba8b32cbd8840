import { isDeepStrictEqual } from "node:util";
import type { REST } from "discord.js";
import { type RESTGetAPIApplicationCommandsResult, type RESTPostAPIApplicationCommandsJSONBody, Routes } from "discord-api-types/v10";

/** Registers the commands with Discord when they differ from what it has; gives whether they did. */
export async function registerCommands(rest: REST, applicationId: string, commands: readonly RESTPostAPIApplicationCommandsJSONBody[]): Promise<boolean> {
  const query = new URLSearchParams({ with_localizations: "true" });
  const present = (await rest.get(Routes.applicationCommands(applicationId), { query })) as RESTGetAPIApplicationCommandsResult;
  const isSame =
    present.length === commands.length &&
    commands.every((command) => present.some((one) => one.name === command.name && (one.type ?? 1) === (command.type ?? 1) && agrees(command, one)));
  if (isSame) return false;
  await rest.put(Routes.applicationCommands(applicationId), { body: commands });
  return true;
}

/** By locale; Discord adds none of its own. */
const LOCALIZATIONS: ReadonlySet<string> = new Set(["name_localizations", "description_localizations"]);
const OPTIONAL = ["options", "choices", ...LOCALIZATIONS];

/**
 * Whether what Discord has says the same as what we want. Discord adds fields of its own (ids, versions)
 * and leaves out what equals its default, so a field counts as equal when both are "nothing".
 */
function agrees(wanted: unknown, present: unknown): boolean {
  if (isNothing(wanted)) return isNothing(present);
  if (Array.isArray(wanted)) return Array.isArray(present) && present.length === wanted.length && wanted.every((entry, index) => agrees(entry, present[index]));
  if (typeof wanted === "object" && wanted !== null) {
    if (typeof present !== "object" || present === null) return false;
    const has = new Map(Object.entries(present));
    // What we took back must be seen too.
    const gone = OPTIONAL.some((list) => !(list in wanted) && !isNothing(has.get(list)));
    return !gone && Object.entries(wanted).every(([key, value]) => (LOCALIZATIONS.has(key) ? isDeepStrictEqual(value, has.get(key)) : agrees(value, has.get(key))));
  }
  return wanted === present;
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
