import { type APIApplicationCommandInteractionDataOption, ApplicationCommandOptionType } from "discord-api-types/v10";
import type { OptionValues } from "../features/contract.ts";

type Option = APIApplicationCommandInteractionDataOption;

/** A slash command's options by name, subcommands flattened, and the one that is being typed. */
export function valuesOf(options: readonly Option[]): { values: OptionValues; focused: { name: string; value: string } | null } {
  const values: Record<string, string | number | boolean> = {};
  let focused: { name: string; value: string } | null = null;
  for (const option of options) {
    if (option.type === ApplicationCommandOptionType.Subcommand || option.type === ApplicationCommandOptionType.SubcommandGroup) {
      const inner = valuesOf(option.options ?? []);
      Object.assign(values, inner.values);
      focused ??= inner.focused;
    } else {
      // Without U+0000, which PostgreSQL stores in no text.
      values[option.name] = typeof option.value === "string" ? option.value.replaceAll("\0", "") : option.value;
      if ("focused" in option && option.focused) focused = { name: option.name, value: String(option.value).replaceAll("\0", "") };
    }
  }
  return { values, focused };
}
