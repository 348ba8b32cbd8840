import { ComponentType as Type } from "discord-api-types/v10";
import type { Field } from "./form.ts";

export const SELECTS = [Type.StringSelect, Type.UserSelect, Type.RoleSelect, Type.MentionableSelect, Type.ChannelSelect] as const;

/** What a select's `default_values` may name. */
const DEFAULTS: Partial<Record<Type, readonly string[]>> = {
  [Type.UserSelect]: ["user"],
  [Type.RoleSelect]: ["role"],
  [Type.MentionableSelect]: ["user", "role"],
  [Type.ChannelSelect]: ["channel"],
};

/** 1 to 100 characters, and no other component of the message has it. */
export function checkCustomId(field: Field, taken: Set<string>): void {
  const customId = field.get("custom_id");
  if (!customId.required()) return;
  const text = customId.text({ min: 1, max: 100 });
  if (text === undefined) return;
  if (taken.has(text)) customId.refuse("COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
  taken.add(text);
}

/** A select of any kind, in a message or under a modal's label. */
export function checkSelect(field: Field, type: Type, customIds: Set<string>): void {
  checkCustomId(field, customIds);
  field.get("placeholder").text({ max: 150 });
  field.get("disabled").flag();
  const min = field.get("min_values").whole({ max: 25 });
  const max = field.get("max_values").whole({ min: 1, max: 25 });
  if (min !== undefined && min > (max ?? 1)) field.get("min_values").refuse("SELECT_COMPONENT_MIN_VALUES_GREATER_THAN_MAX_VALUES", "min_values cannot be greater than max_values");
  if (type === Type.StringSelect) {
    field.get("options").required();
    const options = checkOptions(field.get("options"), { min: 1, max: 25, code: "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED" });
    const defaults = options.filter((option) => option.get("default").value === true).length;
    if (defaults > (max ?? 1)) field.get("options").refuse("SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many options are default");
    if (max !== undefined && max > options.length) field.get("max_values").refuse("SELECT_COMPONENT_MAX_VALUES_EXCEEDS_OPTIONS", "max_values cannot exceed the number of options");
  } else {
    const defaults = field.get("default_values").list({ max: 25 });
    for (const entry of defaults) {
      if (entry.get("id").required()) entry.get("id").snowflake();
      if (entry.get("type").required()) entry.get("type").oneOf(DEFAULTS[type] ?? []);
    }
    for (const wanted of field.get("channel_types").list()) wanted.whole();
    if (defaults.length > (max ?? 1)) field.get("default_values").refuse("BASE_TYPE_MAX_LENGTH", `Must be ${max ?? 1} or fewer in length.`);
  }
}

/** The options of selects, radio groups and checkbox groups: label, value, description of at most 100 characters. */
export function checkOptions(list: Field, { min, max, code }: { min: number; max: number; code: string }): Field[] {
  const options = list.list({ min, max });
  const values = new Set<string>();
  for (const option of options) {
    if (!option.isObject()) continue;
    if (option.get("label").required()) option.get("label").text({ min: 1, max: 100 });
    option.get("description").text({ max: 100 });
    option.get("default").flag();
    checkEmoji(option.get("emoji"));
    if (!option.get("value").required()) continue;
    const value = option.get("value").text({ min: 1, max: 100 }) ?? "";
    if (values.has(value)) option.refuse(code, "The specified option value is already used");
    values.add(value);
  }
  return options;
}

/** A Unicode emoji by its name, or a server's own by its id. */
export function checkEmoji(emoji: Field): void {
  if (emoji.isAbsent || !emoji.isObject()) return;
  emoji.get("id").snowflake();
  emoji.get("name").text({ max: 100 });
  if (emoji.get("id").isAbsent && emoji.get("name").isAbsent) emoji.refuse("BUTTON_COMPONENT_INVALID_EMOJI", "Invalid emoji");
}
