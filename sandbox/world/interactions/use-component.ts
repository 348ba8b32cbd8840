import { type APIMessageComponent, type APISelectMenuComponent, ButtonStyle, ComponentType, InteractionType } from "discord-api-types/v10";
import type { Channel } from "../channel.ts";
import { guildIdOf } from "../channel.ts";
import { ClientRefusal } from "../client-refusal.ts";
import { allComponents } from "../messages/component-tree.ts";
import { messageObject } from "../messages/message-object.ts";
import type { World } from "../world.ts";
import type { InteractionRecord } from "./record.ts";
import { ResolvedData } from "./resolved.ts";
import { checkSelectValues } from "./select-values.ts";
import { startInteraction } from "./start.ts";

/** Presses a button or chooses in a select, as a person who sees the message. */
export function useComponent(world: World, personId: string, channel: Channel, messageId: string, customId: string, values: readonly string[]): InteractionRecord {
  const stored = world.messages.get(channel.id)?.get(messageId);
  if (!stored || (stored.onlyFor !== null && stored.onlyFor !== personId)) throw new ClientRefusal("That message is gone.");
  const component = allComponents(stored.api.components ?? []).find((each) => "custom_id" in each && each.custom_id === customId);
  if (!component) throw new ClientRefusal("That message has no such button or select any more.");
  const application = world.applications.values().find(({ id, botUserId }) => id === stored.api.application_id || botUserId === stored.api.author.id);
  if (!application) throw new ClientRefusal("That message is not from an application.");
  const resolved = new ResolvedData(world, guildIdOf(channel), personId);
  return startInteraction(world, {
    kind: InteractionType.MessageComponent,
    application,
    personId,
    channel,
    source: customId,
    message: messageObject(world, stored),
    data: { ...componentData(component, values, resolved), custom_id: customId, id: component.id },
  });
}

function componentData(component: APIMessageComponent, values: readonly string[], resolved: ResolvedData): object {
  if ("disabled" in component && component.disabled) throw new ClientRefusal("That is switched off.");
  if (component.type === ComponentType.Button) {
    if (component.style === ButtonStyle.Link || component.style === ButtonStyle.Premium) throw new ClientRefusal("That button leads elsewhere.");
    return { component_type: component.type };
  }
  if (!isSelect(component)) throw new ClientRefusal("That cannot be used.");
  checkSelectValues(component, values, resolved);
  const data = resolved.get();
  return { component_type: component.type, values, ...(data ? { resolved: data } : {}) };
}

export function isSelect(component: { readonly type: ComponentType }): component is APISelectMenuComponent {
  return [3, 5, 6, 7, 8].includes(component.type);
}
