import { type APISelectMenuComponent, ComponentType } from "discord-api-types/v10";
import { ClientRefusal } from "../client-refusal.ts";
import type { ResolvedData } from "./resolved.ts";

/** Refuses values that a select would not let a person choose, and resolves those that name people, roles or channels. */
export function checkSelectValues(select: APISelectMenuComponent, values: readonly string[], resolved: ResolvedData, isOptional = false): void {
  const min = select.min_values ?? 1;
  const max = select.max_values ?? 1;
  if (!(isOptional && values.length === 0) && values.length < min) throw new ClientRefusal(`Choose at least ${min}.`);
  if (values.length > max) throw new ClientRefusal(`Choose at most ${max}.`);
  if (new Set(values).size !== values.length) throw new ClientRefusal("Each can be chosen once.");
  for (const value of values) if (!isChoosable(select, value, resolved)) throw new ClientRefusal(`"${value}" cannot be chosen here.`);
}

function isChoosable(select: APISelectMenuComponent, value: string, resolved: ResolvedData): boolean {
  switch (select.type) {
    case ComponentType.StringSelect:
      return select.options.some((option) => option.value === value);
    case ComponentType.UserSelect:
      return resolved.addUser(value);
    case ComponentType.RoleSelect:
      return resolved.addRole(value);
    case ComponentType.MentionableSelect:
      return resolved.addUser(value) || resolved.addRole(value);
    case ComponentType.ChannelSelect:
      return resolved.addChannel(value, select.channel_types);
  }
}
