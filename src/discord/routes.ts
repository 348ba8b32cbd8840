import { ApplicationCommandType } from "discord-api-types/v10";
import type { Command, ComponentRoute, Feature, ModalRoute } from "../features/contract.ts";

/** What a room offers under a name, and what people do with it. */
export interface Routed<T> {
  readonly entry: T;
  readonly flow: string;
}

/** Who handles what: one map lookup an interaction. */
export interface Routes {
  readonly commands: ReadonlyMap<string, Routed<Command>>;
  readonly components: ReadonlyMap<string, Routed<ComponentRoute>>;
  readonly modals: ReadonlyMap<string, Routed<ModalRoute>>;
}

/** Discord lets a slash command, a user command and a message command have the same name. */
export const commandKey = ({ type, name }: { readonly type?: ApplicationCommandType | undefined; readonly name: string }): string => `${type ?? ApplicationCommandType.ChatInput} ${name}`;

/** Collects what the rooms offer. @throws Error when two of them claim one name */
export function collectRoutes(features: readonly Feature[]): Routes {
  return {
    commands: byName("command", features, (feature) => feature.commands ?? [], (command) => commandKey(command.data)),
    components: byName("component", features, (feature) => feature.components ?? [], (route) => route.prefix),
    modals: byName("modal", features, (feature) => feature.modals ?? [], (route) => route.prefix),
  };
}

function byName<T extends { readonly flow?: string }>(what: string, features: readonly Feature[], entriesOf: (feature: Feature) => readonly T[], nameOf: (entry: T) => string): ReadonlyMap<string, Routed<T>> {
  const found = new Map<string, Routed<T>>();
  for (const feature of features)
    for (const entry of entriesOf(feature)) {
      const name = nameOf(entry);
      if (found.has(name)) throw new Error(`two rooms offer the ${what} "${name}"`);
      found.set(name, { entry, flow: entry.flow ?? feature.flow ?? feature.name });
    }
  return found;
}
