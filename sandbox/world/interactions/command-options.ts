import { type APIApplicationCommandBasicOption, type APIApplicationCommandOptionChoice, ApplicationCommandOptionType as Type } from "discord-api-types/v10";
import type { OptionValue } from "../../protocol.ts";
import { ClientRefusal } from "../client-refusal.ts";
import type { ResolvedData } from "./resolved.ts";
import { countCharacters } from "../count-characters.ts";

export interface FilledOption {
  readonly name: string;
  readonly type: Type;
  readonly value: OptionValue;
  readonly focused?: true;
}

/**
 * A command's options as they go to the bot. Refuses what Discord's client would not let a person send.
 * With `focused` it is autocomplete: what is missing or does not fit is left out.
 */
export function fillOptions(
  defined: readonly APIApplicationCommandBasicOption[],
  given: Readonly<Record<string, OptionValue>>,
  resolved: ResolvedData,
  focused: string | null,
): FilledOption[] {
  const unknown = Object.keys(given).find((name) => !defined.some((option) => option.name === name));
  if (unknown !== undefined) throw new ClientRefusal(`This command has no option "${unknown}". ${whatThereIs(defined)}`);
  if (focused !== null && !defined.some((option) => option.name === focused && "autocomplete" in option && option.autocomplete)) {
    throw new ClientRefusal(`The option "${focused}" has no suggestions.`);
  }
  return defined.flatMap((option): FilledOption[] => {
    const value = given[option.name];
    if (option.name === focused) return [{ name: option.name, type: option.type, value: String(value ?? ""), focused: true }];
    if (value === undefined || value === "") {
      if (option.required && focused === null) throw new ClientRefusal(`The option "${option.name}" is required.`);
      return [];
    }
    if (focused === null) return [{ name: option.name, type: option.type, value: checked(option, value, resolved) }];
    const fitting = ifFitting(() => checked(option, value, resolved));
    return fitting === null ? [] : [{ name: option.name, type: option.type, value: fitting }];
  });
}

const whatThereIs = (defined: readonly APIApplicationCommandBasicOption[]): string => (defined.length === 0 ? "It has none." : `There are: ${defined.map(({ name }) => name).join(", ")}.`);

const choicesOf = (choices: readonly APIApplicationCommandOptionChoice[]): string => `must be one of its choices: ${choices.map(({ name }) => name).join(", ")}`;

/** While one option is typed the others are sent as far as they pass what the client checks. */
function ifFitting(check: () => OptionValue): OptionValue | null {
  try {
    return check();
  } catch (error) {
    if (error instanceof ClientRefusal) return null;
    throw error;
  }
}

function checked(option: APIApplicationCommandBasicOption, value: OptionValue, resolved: ResolvedData): OptionValue {
  const wrong = (what: string): never => {
    throw new ClientRefusal(`The option "${option.name}" ${what}.`);
  };
  switch (option.type) {
    case Type.String: {
      const text = String(value);
      const length = countCharacters(text);
      if ("choices" in option && option.choices && !option.choices.some((choice) => choice.value === text)) return wrong(choicesOf(option.choices));
      const { min_length = 0, max_length = 6000 } = option as { min_length?: number; max_length?: number };
      if (length < min_length) return wrong(`must have at least ${min_length} characters`);
      if (length > max_length) return wrong(`must have at most ${max_length} characters`);
      return text;
    }
    case Type.Integer:
    case Type.Number: {
      const number = typeof value === "number" ? value : Number(value);
      if (!Number.isFinite(number)) return wrong("must be a number");
      if (option.type === Type.Integer && !Number.isSafeInteger(number)) return wrong("must be a whole number");
      const { min_value, max_value } = option as { min_value?: number; max_value?: number };
      if (min_value !== undefined && number < min_value) return wrong(`must be at least ${min_value}`);
      if (max_value !== undefined && number > max_value) return wrong(`must be at most ${max_value}`);
      if ("choices" in option && option.choices && !option.choices.some((choice) => choice.value === number)) return wrong(choicesOf(option.choices));
      return number;
    }
    case Type.Boolean:
      return typeof value === "boolean" ? value : wrong("must be true or false");
    case Type.User:
      return resolved.addUser(String(value)) ? String(value) : wrong("must be a person");
    case Type.Role:
      return resolved.addRole(String(value)) ? String(value) : wrong("must be a role");
    case Type.Channel:
      return resolved.addChannel(String(value), option.channel_types) ? String(value) : wrong("must be a channel that fits");
    case Type.Mentionable:
      return resolved.addUser(String(value)) || resolved.addRole(String(value)) ? String(value) : wrong("must be a person or a role");
    case Type.Attachment:
      return resolved.addAttachment(String(value)) ? String(value) : wrong("must be a file that you uploaded");
  }
}
