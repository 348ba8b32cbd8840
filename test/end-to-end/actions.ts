import type { APIMessage } from "discord-api-types/v10";
import { type Driver, type FieldValue, findComponent, textOf, usableComponents } from "../../sandbox/driver.ts";
import { CHANNELS } from "../../sandbox/index.ts";

const channelId = CHANNELS.craftingDesk;

/** What a person was answered, as text. @throws when there was no message */
export function said(outcome: { readonly message: APIMessage | null }): string {
  if (!outcome.message) throw new Error("nothing was answered");
  return textOf(outcome.message);
}

/** The message that a step was answered with. @throws when there was none */
export async function answered(step: PromiseLike<{ readonly message: APIMessage | null }>): Promise<APIMessage> {
  const { message } = await step;
  if (!message) throw new Error("nothing was answered");
  return message;
}

/** Asks for a craft by name, as a person who knows what they want; gives the answer to the form. */
export async function request(person: Driver, item: string, quantity: number, fields: Readonly<Record<string, FieldValue>> = {}): Promise<APIMessage> {
  const choices = await person.autocomplete({ channelId, name: "request", focused: "item", options: { item } });
  const value = choices[0]?.value;
  if (value === undefined) throw new Error(`nothing is offered for "${item}"`);
  const { modal } = await person.command({ channelId, name: "request", options: { item: value, quantity } });
  if (!modal) throw new Error("no form was opened");
  const outcome = await person.submit(modal, { ...(JSON.stringify(modal.modal).includes('"character-name"') ? { "character-name": person.snapshot.me.displayName.split(" ")[0] ?? "" } : {}), ...fields });
  if (!outcome.message) throw new Error("the form was not answered");
  return outcome.message;
}

/** The card of a request on the board, once it shows this text. */
export const card = (person: Driver, ...texts: readonly string[]): Promise<APIMessage> =>
  person.waitForMessage(CHANNELS.craftingBoard, (message) => texts.every((text) => textOf(message).includes(text)));

/** The select whose custom id begins so. @throws when there is none */
export function selectOf(message: APIMessage, prefix: string): { readonly id: string; readonly values: readonly string[] } {
  const select = usableComponents(message).find((one) => one.custom_id.startsWith(prefix));
  if (!select) throw new Error(`no select ${prefix} in:\n${textOf(message)}`);
  return { id: select.custom_id, values: "options" in select ? select.options.map(({ value }) => value) : [] };
}

export const hasButton = (message: APIMessage, label: string): boolean => {
  try {
    findComponent(message, label);
    return true;
  } catch {
    return false;
  }
};

/** Direct messages from the bot, oldest first, as text. */
export const directMessages = (person: Driver): readonly string[] =>
  person.directMessages().flatMap(({ id }) => person.messages(id).filter((message) => message.author.id !== person.personId).map(textOf));

export { channelId as DESK };
