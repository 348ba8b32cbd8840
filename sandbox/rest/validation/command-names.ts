import type { Field } from "./form.ts";

/** Limits: interactions/application-commands.mdx in Discord's documentation. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MAX_NAME = 32;
const MAX_DESCRIPTION = 100;

/** Counts characters towards the size of the whole command. */
export type Count = (length: number) => void;

/** The name of a command or option, and its translations. */
export function checkName(holder: Field, isSlash: boolean): void {
  const name = holder.get("name");
  if (!name.required()) return;
  for (const each of [name, ...translations(holder.get("name_localizations"))]) {
    const text = each.text({ min: 1, max: MAX_NAME }) ?? "";
    if (isSlash && (!NAME.test(text) || text !== text.toLowerCase())) each.refuse("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
  }
}

/** The description of a slash command or option, and its translations. */
export function checkDescription(holder: Field, count: Count): void {
  const description = holder.get("description");
  if (description.required()) count((description.text({ min: 1, max: MAX_DESCRIPTION }) ?? "").length);
  for (const each of translations(holder.get("description_localizations"))) each.text({ min: 1, max: MAX_DESCRIPTION });
}

export function translations(field: Field): Field[] {
  if (field.isAbsent || !field.isObject()) return [];
  return Object.keys(field.value as object).map((locale) => field.get(locale));
}
