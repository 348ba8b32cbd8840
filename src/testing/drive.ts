import type { Call, Feature, OptionValues, Reply } from "../features/contract.ts";
import { ModalFields } from "../features/modal-fields.ts";
import { prefixOf } from "../kernel/custom-id.ts";

/** Acts on one room as the router does. Each throws when the room has no such command or route. */
export interface Driver {
  run(call: Call, command: string, options?: OptionValues): Promise<Reply>;
  press(call: Call, customId: string, values?: readonly string[]): Promise<Reply | null>;
  /** A field is its text, or what was chosen in it. */
  submit(call: Call, customId: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Reply | null>;
}

export function drive(feature: Feature): Driver {
  const found = <T>(part: T | undefined, name: string): T => {
    if (part === undefined) throw new Error(`${feature.name} has no ${name}`);
    return part;
  };
  return {
    run: (call, command, options = {}) => found(feature.commands?.find(({ data }) => data.name === command), command).run(call, options),
    press: (call, customId, values = []) =>
      found(feature.components?.find(({ prefix }) => prefix === prefixOf(customId)), customId).press(call, { customId, values, messageId: "920000000000000001" }),
    submit: (call, customId, fields) =>
      found(feature.modals?.find(({ prefix }) => prefix === prefixOf(customId)), customId).submit(call, {
        customId,
        fields: new ModalFields(new Map(Object.entries(fields).map(([key, value]) => [key, typeof value === "string" ? [value] : value]))),
      }),
  };
}
