import type { PageAction, PageActions } from "../protocol.ts";
import { ClientRefusal } from "../world/client-refusal.ts";

/** What a field may be, and how a sentence calls it. */
interface Kind {
  readonly what: string;
  fits(value: unknown): boolean;
}

const isText = (value: unknown): value is string => typeof value === "string";
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const isOption = (value: unknown): boolean => isText(value) || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
const listOf = (value: unknown, fits: (each: unknown) => boolean): boolean => Array.isArray(value) && value.every(fits);
const isFilledIn = (field: unknown): boolean =>
  isRecord(field) &&
  isText(field["customId"]) &&
  ["string", "boolean", "undefined"].includes(typeof (field["value"] ?? undefined)) &&
  (field["values"] === undefined || listOf(field["values"], isText));

const text: Kind = { what: "text", fits: isText };
const flag: Kind = { what: "true or false", fits: (value) => typeof value === "boolean" };
const number: Kind = { what: "a number", fits: (value) => typeof value === "number" };
const texts: Kind = { what: "a list of texts", fits: (value) => listOf(value, isText) };
const options: Kind = { what: "options by name", fits: (value) => isRecord(value) && Object.values(value).every(isOption) };
const fields: Kind = { what: "a list of fields, each with its customId", fits: (value) => listOf(value, isFilledIn) };
const maybe = ({ what, fits }: Kind): Kind => ({ what, fits: (value) => value === undefined || fits(value) });

const BODIES: { readonly [A in PageAction]: { readonly [K in keyof PageActions[A]["body"]]-?: Kind } } = {
  message: { channelId: text, content: text },
  command: { channelId: text, applicationId: text, name: text, commandType: maybe(number), path: maybe(texts), options: maybe(options), targetId: maybe(text) },
  autocomplete: { channelId: text, applicationId: text, name: text, path: maybe(texts), options, focused: text },
  component: { channelId: text, messageId: text, customId: text, values: maybe(texts) },
  modal: { interactionId: text, fields },
  "close-modal": { interactionId: text },
  upload: { filename: text, contentType: text, data: text },
  "direct-message": { userId: text },
  react: { channelId: text, messageId: text, emoji: text, on: flag },
  dismiss: { channelId: text, messageId: text },
  "accept-direct-messages": { accept: flag },
  role: { guildId: text, userId: text, roleId: text, has: flag },
};

/** Refuses a body that is not of the protocol, by the name of what is wrong. @throws ClientRefusal */
export function checkBody(action: PageAction, body: unknown): void {
  if (!isRecord(body)) throw new ClientRefusal("The request has no JSON object in it.");
  for (const [name, { what, fits }] of Object.entries<Kind>(BODIES[action])) {
    if (!fits(body[name])) throw new ClientRefusal(`"${name}" must be ${what}.`);
  }
}
