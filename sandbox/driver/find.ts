import {
  type APIButtonComponent,
  type APIComponentInLabel,
  type APIMessage,
  type APIMessageComponent,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuComponent,
  ComponentType as Type,
} from "discord-api-types/v10";
import { allComponents } from "../world/messages/component-tree.ts";

/** All that a person reads in a message: its text, embeds, Text Displays, buttons and options, a line each. */
export function textOf(message: APIMessage): string {
  const embeds = message.embeds.flatMap(({ author, title, description, fields, footer }) => [
    author?.name,
    title,
    description,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  const components = [...allComponents(message.components ?? [])].flatMap(wordsOf);
  return [message.content, ...embeds, ...components].filter((line) => line !== undefined && line !== "").join("\n");
}

function wordsOf(component: APIMessageComponent): (string | undefined)[] {
  if (component.type === Type.TextDisplay) return [component.content];
  if (component.type === Type.Button) return ["label" in component ? component.label : undefined];
  if (component.type === Type.StringSelect) return [component.placeholder, ...component.options.flatMap(({ label, description }) => [label, description])];
  return "placeholder" in component ? [component.placeholder] : [];
}

export type UsableComponent = Exclude<APIButtonComponent, { style: 5 | 6 }> | APISelectMenuComponent;

/** The button or select with this custom id, or else with this label or placeholder. @throws Error that lists what there is */
export function findComponent(message: APIMessage, customIdOrLabel: string): UsableComponent {
  const usable = usableComponents(message);
  const found = usable.find((each) => each.custom_id === customIdOrLabel) ?? usable.find((each) => labelOf(each) === customIdOrLabel);
  if (found) return found;
  const there = usable.map((each) => `${labelOf(each) ?? "(no label)"} [${each.custom_id}]`).join(", ");
  throw new Error(`The message has no "${customIdOrLabel}". It has: ${there || "nothing to press"}.`);
}

/** Every button and select of a message that sends an interaction. */
export function usableComponents(message: APIMessage): UsableComponent[] {
  return [...allComponents(message.components ?? [])].filter((each): each is UsableComponent => "custom_id" in each);
}

export function labelOf(component: UsableComponent): string | undefined {
  return component.type === Type.Button ? component.label : component.placeholder;
}

/** A modal's fields in their order, each with its label. */
export function fieldsOf(modal: APIModalInteractionResponseCallbackData): { readonly label: string; readonly component: APIComponentInLabel }[] {
  return modal.components.flatMap((part) => {
    if (part.type === Type.Label) return [{ label: part.label, component: part.component }];
    return part.type === Type.ActionRow ? part.components.map((component) => ({ label: component.label ?? "", component })) : [];
  });
}
