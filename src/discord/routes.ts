import { ApplicationCommandType } from "discord-api-types/v10";
import type { Command, ComponentRoute, Feature, ModalRoute } from "../features/contract.ts";

/** Who handles what: one map lookup an interaction. */
export interface Routes {
  readonly commands: ReadonlyMap<string, Command>;
  readonly components: ReadonlyMap<string, ComponentRoute>;
  readonly modals: ReadonlyMap<string, ModalRoute>;
}

/** Discord lets a slash command, a user command and a message command have the same name. */
export const commandKey = ({ type, name }: { readonly type?: ApplicationCommandType | undefined; readonly name: string }): string => `${type ?? ApplicationCommandType.ChatInput} ${name}`;

/** Collects what the rooms offer. @throws Error when two of them claim one name */
export function collectRoutes(features: readonly Feature[]): Routes {
  return {
    commands: byName("command", features.flatMap((feature) => feature.commands ?? []), (command) => commandKey(command.data)),
    components: byName("component", features.flatMap((feature) => feature.components ?? []), (route) => route.prefix),
    modals: byName("modal", features.flatMap((feature) => feature.modals ?? []), (route) => route.prefix),
  };
}

function byName<T>(what: string, entries: readonly T[], nameOf: (entry: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const entry of entries) {
    const name = nameOf(entry);
    if (found.has(name)) throw new Error(`two rooms offer the ${what} "${name}"`);
    found.set(name, entry);
  }
  return found;
}
