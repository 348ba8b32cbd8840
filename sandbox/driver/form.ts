import { type APIComponentInLabel, type APISelectMenuComponent, ComponentType as Type } from "discord-api-types/v10";
import type { FieldValue } from "../driver.ts";
import type { OpenModal } from "../protocol.ts";
import { fieldsOf } from "./find.ts";
import type { Places } from "./places.ts";

/** A form that a bot opened. */
export interface Form {
  readonly title: string;
  /** In their order. */
  readonly labels: readonly string[];
  /** Title, labels and what the fields came with, a line each. */
  readonly text: string;
  readonly open: OpenModal;
}

export function formOf(open: OpenModal): Form {
  const { modal } = open;
  const fields = fieldsOf(modal);
  const labels = fields.map(({ label }) => label);
  const lines = fields.flatMap(({ label, component }) => [label, ...("value" in component && component.value ? [component.value] : [])]);
  return { title: modal.title, labels, text: [modal.title, ...lines].join("\n"), open };
}

/** What was filled in, by custom id. @throws Error that lists the labels there are */
export function readForm({ open, labels }: Form, given: Readonly<Record<string, FieldValue>>, places: Places): Record<string, FieldValue> {
  const fields = fieldsOf(open.modal);
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const field = fields.find(({ label, component }) => label === name || component.custom_id === name);
      if (!field) throw new Error(`The form has no "${name}". It has: ${labels.join(", ")}.`);
      return [field.component.custom_id, inField(field.component, value, places)];
    }),
  );
}

function inField(component: APIComponentInLabel, value: FieldValue, places: Places): FieldValue {
  const isText = typeof value === "string";
  switch (component.type) {
    case Type.RadioGroup:
      return isText ? optionNamed(component.options, value) : value;
    case Type.CheckboxGroup:
      return listOf(value).map((each) => optionNamed(component.options, each));
    case Type.StringSelect:
    case Type.UserSelect:
    case Type.RoleSelect:
    case Type.ChannelSelect:
    case Type.MentionableSelect:
      return listOf(value).map((each) => valueFor(component, each, places));
    default:
      return value;
  }
}

const listOf = (value: FieldValue): readonly string[] => (typeof value === "string" ? [value] : Array.isArray(value) ? (value as readonly string[]) : []);

/** What a select sends for a choice that a person names. @throws Error that lists what there is */
export function valueFor(select: APISelectMenuComponent, choice: string, places: Places): string {
  switch (select.type) {
    case Type.StringSelect:
      return optionNamed(select.options, choice);
    case Type.UserSelect:
      return places.person(choice);
    case Type.RoleSelect:
      return places.role(choice);
    case Type.ChannelSelect:
      return places.channel(choice);
    case Type.MentionableSelect:
      return places.mentionable(choice);
  }
}

function optionNamed(options: readonly { readonly label: string; readonly value: string }[], choice: string): string {
  const found = options.find(({ value }) => value === choice) ?? options.find(({ label }) => label === choice);
  if (found) return found.value;
  throw new Error(`There is no option "${choice}". There are: ${options.map(({ label }) => label).join(", ")}.`);
}
