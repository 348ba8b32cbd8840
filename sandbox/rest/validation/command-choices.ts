import { ApplicationCommandOptionType as Option } from "discord-api-types/v10";
import { type Count, countLongest, translations } from "./command-names.ts";
import type { Field } from "./form.ts";

/** Limits: interactions/application-commands.mdx in Discord's documentation. */
const MAX_CHOICES = 25;
const MAX_TEXT = 100;
/** Neither whole numbers nor others go further. */
const MAX_NUMBER = 2 ** 53;

/** An option's choices: at most 25, each of the option's type, and none beside autocomplete. */
export function checkChoices(option: Field, type: Option, count: Count): void {
  const choices = option.get("choices").list({ max: MAX_CHOICES });
  if (option.get("autocomplete").flag() === true && choices.length > 0) {
    option.get("autocomplete").refuse("APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE", "choices and autocomplete cannot both be set");
  }
  const names = new Set<unknown>();
  for (const choice of choices) {
    checkChoice(choice, type, count);
    const { value: name } = choice.get("name");
    if (names.has(name)) option.get("choices").refuse("APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS", "Option choice name already exists");
    names.add(name);
  }
}

/** A choice of an option of this type. */
export function checkChoice(choice: Field, type: Option, count: Count = () => undefined): void {
  if (!choice.isObject()) return;
  const name = choice.get("name");
  name.required();
  const names = [name, ...translations(choice.get("name_localizations"))];
  for (const each of names) each.text({ min: 1, max: MAX_TEXT });
  countLongest(names, count);
  const value = choice.get("value");
  if (!value.required()) return;
  count(String(value.value).length);
  if (type === Option.String) value.text({ max: MAX_TEXT });
  else checkNumber(value, type);
}

/** A number as an option of this type takes it; undefined when there is none. */
export function checkNumber(field: Field, type: Option): number | undefined {
  if (field.isAbsent) return undefined;
  const { value } = field;
  const fits = typeof value === "number" && (type === Option.Number ? Math.abs(value) <= MAX_NUMBER : Number.isSafeInteger(value));
  if (fits) return value;
  field.refuse("NUMBER_TYPE_COERCE", `Value "${String(value)}" is not ${type === Option.Number ? "float" : "int"}.`);
  return undefined;
}
