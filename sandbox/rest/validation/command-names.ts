import { Locale } from "discord-api-types/v10";
import { countCharacters } from "../../world/count-characters.ts";
import type { Field } from "./form.ts";

/** Limits: interactions/application-commands.mdx in Discord's documentation. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MAX_NAME = 32;
const MAX_DESCRIPTION = 100;
const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));

/** Counts characters towards the size of the whole command. */
export type Count = (length: number) => void;

/** The name of a command or option, and its translations. */
export function checkName(holder: Field, isSlash: boolean, count: Count): void {
  const name = holder.get("name");
  if (!name.required()) return;
  const all = [name, ...translations(holder.get("name_localizations"))];
  for (const each of all) {
    const text = each.text({ min: 1, max: MAX_NAME }) ?? "";
    if (isSlash && (!NAME.test(text) || text !== text.toLowerCase())) each.refuse("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
  }
  countLongest(all, count);
}

/** The description of a slash command or option, and its translations. */
export function checkDescription(holder: Field, count: Count): void {
  const description = holder.get("description");
  const all = [description, ...translations(holder.get("description_localizations"))];
  description.required();
  for (const each of all) each.text({ min: 1, max: MAX_DESCRIPTION });
  countLongest(all, count);
}

/** By locale. Refuses locales that Discord does not have. */
export function translations(field: Field): Field[] {
  if (field.isAbsent || !field.isObject()) return [];
  return Object.keys(field.value as object).map((locale) => {
    if (!LOCALES.has(locale)) field.get(locale).refuse("ENUM_TYPE_COERCE", `Value "${locale}" is not a valid enum value.`);
    return field.get(locale);
  });
}

/** Of a text and its translations only the longest is part of the command's size. */
export function countLongest(texts: readonly Field[], count: Count): void {
  count(Math.max(0, ...texts.map(({ value }) => (typeof value === "string" ? countCharacters(value) : 0))));
}
