import type { CustomIdRoute } from "../kernel/custom-id.ts";
import type { Call, ComponentRoute, ModalRoute, Reply } from "./contract.ts";
import type { ModalFields } from "./modal-fields.ts";

/** A button or select by its typed custom id; `answer` gets what the id carries and what was chosen. */
export function onPress<T>(route: CustomIdRoute<T>, answer: (call: Call, id: T, values: readonly string[]) => Promise<Reply | null>): ComponentRoute {
  return {
    prefix: route.prefix,
    press(call, { customId, values }) {
      const id = route.decode(customId);
      return id === null ? Promise.resolve(null) : answer(call, id, values);
    },
  };
}

/** A modal by its typed custom id; `answer` gets what the id carries and what was filled in. */
export function onSubmit<T>(route: CustomIdRoute<T>, answer: (call: Call, id: T, fields: ModalFields) => Promise<Reply | null>): ModalRoute {
  return {
    prefix: route.prefix,
    submit(call, { customId, fields }) {
      const id = route.decode(customId);
      return id === null ? Promise.resolve(null) : answer(call, id, fields);
    },
  };
}

type InGuild = { readonly guildId: string };

const guildIn =
  <T extends InGuild>(route: CustomIdRoute<T>) =>
  (customId: string): string | null =>
    route.decode(customId)?.guildId ?? null;

/** A button or select that also works in direct messages, since its custom id carries the guild. */
export const onPressAnywhere = <T extends InGuild>(
  route: CustomIdRoute<T>,
  answer: (call: Call, id: T, values: readonly string[]) => Promise<Reply | null>,
): ComponentRoute => ({ ...onPress(route, answer), guildOf: guildIn(route) });

/** The same for a modal. */
export const onSubmitAnywhere = <T extends InGuild>(
  route: CustomIdRoute<T>,
  answer: (call: Call, id: T, fields: ModalFields) => Promise<Reply | null>,
): ModalRoute => ({ ...onSubmit(route, answer), guildOf: guildIn(route) });
