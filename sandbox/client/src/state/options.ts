import { ApplicationCommandOptionType as Type, type APIApplicationCommandBasicOption } from "discord-api-types/v10";
import type { OptionValue } from "../../../protocol.ts";

/** An option as far as it is filled in: what was typed, and what was picked from its list. */
export interface OptionDraft {
  readonly text: string;
  /** Null while the text is free. */
  readonly picked: OptionValue | null;
}

/** An option's value, or the sentence that says what is wrong; undefined when left empty. */
export type OptionReading = { readonly value: OptionValue | undefined } | { readonly problem: string };

export const MISSING = "This option is required. Specify a value.";

/** Reads what was filled into an option, by Discord's limits for its type. */
export function readOption(option: APIApplicationCommandBasicOption, draft: OptionDraft | undefined): OptionReading {
  const text = draft?.text ?? "";
  if (text === "") return option.required === true ? { problem: MISSING } : { value: undefined };
  const picked = draft?.picked ?? null;
  if (picked !== null) return { value: picked };
  switch (option.type) {
    case Type.String: {
      if (option.choices !== undefined && option.choices.length > 0) return fromChoices(option.choices, text);
      return readText(text, option.min_length, option.max_length);
    }
    case Type.Integer:
    case Type.Number: {
      if (option.choices !== undefined && option.choices.length > 0) return fromChoices(option.choices, text);
      return readNumber(text, option.type === Type.Integer, option.min_value, option.max_value);
    }
    case Type.Boolean: {
      const word = text.trim().toLowerCase();
      return word === "true" || word === "false" ? { value: word === "true" } : { problem: "Choose True or False." };
    }
    case Type.User:
      return { problem: "Choose a person from the list." };
    case Type.Channel:
      return { problem: "Choose a channel from the list." };
    case Type.Role:
      return { problem: "Choose a role from the list." };
    case Type.Mentionable:
      return { problem: "Choose a person or a role from the list." };
    case Type.Attachment:
      return { problem: "Files cannot be given to commands here." };
  }
}

/** Every option's value by name, or the first that has a problem. */
export function readOptions(
  options: readonly APIApplicationCommandBasicOption[],
  drafts: Readonly<Record<string, OptionDraft>>,
): { readonly values: Record<string, OptionValue> } | { readonly name: string; readonly problem: string } {
  const values: Record<string, OptionValue> = {};
  for (const option of options) {
    const reading = readOption(option, drafts[option.name]);
    if ("problem" in reading) return { name: option.name, problem: reading.problem };
    if (reading.value !== undefined) values[option.name] = reading.value;
  }
  return { values };
}

/** What autocomplete is told of the options so far: only what can be read, and the typed text as it stands. */
export function optionsSoFar(
  options: readonly APIApplicationCommandBasicOption[],
  drafts: Readonly<Record<string, OptionDraft>>,
  focused: string,
): Record<string, OptionValue> {
  const values: Record<string, OptionValue> = {};
  for (const option of options) {
    const reading = readOption(option, drafts[option.name]);
    if (option.name !== focused && "value" in reading && reading.value !== undefined) values[option.name] = reading.value;
  }
  return { ...values, [focused]: drafts[focused]?.text ?? "" };
}

function fromChoices(choices: readonly { readonly name: string; readonly value: string | number }[], text: string): OptionReading {
  const wanted = text.trim().toLowerCase();
  const choice = choices.find((each) => each.name.toLowerCase() === wanted);
  return choice === undefined ? { problem: "Choose one of the listed values." } : { value: choice.value };
}

function readText(text: string, min: number | undefined, max: number | undefined): OptionReading {
  if (min !== undefined && text.length < min) return { problem: `Must be ${min} or more in length.` };
  if (max !== undefined && text.length > max) return { problem: `Must be ${max} or fewer in length.` };
  return { value: text };
}

function readNumber(text: string, whole: boolean, min: number | undefined, max: number | undefined): OptionReading {
  const pattern = whole ? /^[+-]?\d{1,16}$/ : /^[+-]?\d{1,16}(?:\.\d{1,15})?$/;
  const number = Number(text.trim());
  if (!pattern.test(text.trim()) || !Number.isFinite(number)) return { problem: whole ? "Enter a whole number." : "Enter a number." };
  if (min !== undefined && number < min) return { problem: `Enter a number of at least ${min}.` };
  if (max !== undefined && number > max) return { problem: `Enter a number of at most ${max}.` };
  return { value: number };
}
