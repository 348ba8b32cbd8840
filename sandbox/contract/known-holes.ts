import { ComponentType } from "discord-api-types/v10";
import { countCharacters } from "../world/count-characters.ts";
import { isObject, type Schema } from "./json-schema.ts";
import { componentsIn, embedText, itemsOf, messageIn, textOf } from "./message-in-call.ts";
import type { Fault } from "./schemas.ts";

/** A request that the sandbox took. */
export interface TakenRequest {
  readonly operationId: string;
  readonly body: unknown;
  readonly fileNames: readonly string[];
  readonly answer: unknown;
}

/** Something that Discord's OpenAPI document lets pass and Discord does not. */
export interface Hole {
  readonly name: string;
  /** Where Discord's documentation says so. */
  readonly reason: string;
  readonly faults: (request: TakenRequest) => readonly Fault[];
}

const none: readonly Fault[] = [];
const when = (isWrong: boolean, at: string, what: string): readonly Fault[] => (isWrong ? [{ at, what }] : none);

/** Where the document is laxer than Discord. */
export const HOLES: readonly Hole[] = [
  {
    name: "content beside components V2",
    reason: "resources/message.mdx:1098: with the flag, content, embeds, stickers and poll may not be used",
    faults: (request) => {
      const found = messageIn(request);
      if (!found?.isV2) return none;
      return ["content", "embeds", "sticker_ids", "poll"].flatMap((field) => when(!isEmpty(found.message[field]), `${found.at}/${field}`, "must not stand beside the flag of components V2"));
    },
  },
  {
    name: "too many components",
    reason: "components/reference.mdx:18: 40 in all with the flag of components V2; :2542: 5 rows without it",
    faults: (request) => {
      const found = messageIn(request);
      if (!found || found.isV2 === null) return none;
      const at = `${found.at}/components`;
      const count = found.isV2 ? componentsIn(found.message).length : itemsOf(found.message["components"]).length;
      return when(count > (found.isV2 ? 40 : 5), at, found.isV2 ? "must have at most 40 components in all" : "must have at most 5 rows");
    },
  },
  {
    name: "components of V2 without the flag",
    reason: "components/reference.mdx:13: these are for messages with the flag",
    faults: (request) => {
      const found = messageIn(request);
      if (found?.isV2 !== false) return none;
      return when(itemsOf(found.message["components"]).some((one) => isObject(one) && one["type"] !== ComponentType.ActionRow), `${found.at}/components`, "must be rows, as the flag of components V2 is not set");
    },
  },
  {
    name: "content over 2000 characters",
    reason: "resources/message.mdx:1072: up to 2000; the document says 4000",
    faults: (request) => {
      const found = messageIn(request);
      return when(countCharacters(textOf(found?.message["content"])) > 2000, `${found?.at}/content`, "must have at most 2000 characters");
    },
  },
  {
    name: "a message with nothing in it",
    reason: "resources/message.mdx:1096: one of content, embeds, stickers, components, files, poll and theme",
    faults: (request) => {
      const found = messageIn(request);
      if (!found?.isNew || request.fileNames.length > 0) return none;
      // A forwarded message brings its own content.
      const { message_reference: reference } = found.message;
      if (isObject(reference) && reference["type"] === 1) return none;
      const fields = ["content", "embeds", "sticker_ids", "components", "attachments", "poll", "shared_client_theme"];
      return when(fields.every((field) => isEmpty(found.message[field])), found.at, "must not be an empty message");
    },
  },
  {
    name: "embeds over 6000 characters",
    reason: "resources/message.mdx:1092: over all embeds of a message",
    faults: (request) => {
      const found = messageIn(request);
      return when(embedText(found?.message["embeds"]) > 6000, `${found?.at}/embeds`, "must have at most 6000 characters in all");
    },
  },
  {
    name: "a custom id twice",
    reason: "components/reference.mdx:81: unique in a message and in a modal",
    faults: (request) => {
      const found = messageIn(request) ?? modalIn(request);
      const ids = found ? componentsIn(found.message).flatMap(({ custom_id: id }) => (typeof id === "string" ? [id] : [])) : [];
      return when(new Set(ids).size < ids.length, `${found?.at}/components`, "must not have the same custom_id twice");
    },
  },
  {
    name: "a modal of more than 5 components",
    reason: "interactions/receiving-and-responding.mdx:320: 1 to 5; the document says 40",
    faults: (request) => {
      const found = modalIn(request);
      return when(itemsOf(found?.message["components"]).length > 5, `${found?.at}/components`, "must have at most 5 components");
    },
  },
  {
    name: "upper-case names of slash commands",
    reason: "interactions/application-commands.mdx:18: lower case where a letter has one, for the command and its options",
    faults: ({ operationId, body }) => (/^(create|update|bulk_set)_(guild_)?application_commands?$/.test(operationId) ? (Array.isArray(body) ? body : [body]).flatMap((command, index) => upperCaseNames(command, Array.isArray(body) ? `/${index}` : "")) : none),
  },
  {
    name: "a reply without data",
    reason: "interactions/receiving-and-responding.mdx:266: a type 4 answer is a message, which cannot be empty",
    faults: ({ operationId, body }) => when(operationId === "create_interaction_response" && isObject(body) && body["type"] === 4 && !isObject(body["data"]), "/data", "must be a message"),
  },
];

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

const modalIn = ({ operationId, body }: TakenRequest): { readonly at: string; readonly message: Schema } | null =>
  operationId === "create_interaction_response" && isObject(body) && body["type"] === 9 && isObject(body["data"]) ? { at: "/data", message: body["data"] } : null;

/** A user's or message's command may have any letters. */
function upperCaseNames(command: unknown, at: string): readonly Fault[] {
  if (!isObject(command) || (command["type"] ?? 1) !== 1) return none;
  return [...upperCase(command, at), ...optionsIn(command, at).flatMap(([option, place]) => upperCase(option, place))];
}

const upperCase = ({ name }: Schema, at: string): readonly Fault[] => when(textOf(name) !== textOf(name).toLowerCase(), `${at}/name`, "must be lower case");

const optionsIn = ({ options }: Schema, at: string): readonly (readonly [Schema, string])[] =>
  itemsOf(options).flatMap((option, index) => (isObject(option) ? [[option, `${at}/options/${index}`] as const, ...optionsIn(option, `${at}/options/${index}`)] : []));

const error = { type: "object", required: ["code", "message"], properties: { code: { type: ["string", "integer"] }, message: { type: "string" } } };

/** Where the document is stricter than Discord, or wrong: by their place among its schemas others instead, with the reason. */
export const OVERRULED: Readonly<Record<string, { readonly reason: string; readonly schema: Schema }>> = {
  RatelimitedResponse: {
    reason: "topics/rate-limits.mdx:49: the code may be missing, and the document requires it",
    schema: {
      type: "object",
      required: ["message", "retry_after", "global"],
      properties: { message: { type: "string" }, retry_after: { type: "number", minimum: 0 }, global: { type: "boolean" }, code: { type: "integer" } },
    },
  },
  "MessageAttachmentRequest/properties/id": {
    reason: "reference.mdx:430: the example of an upload counts its files in numbers; the document wants texts",
    schema: { type: ["string", "integer"], pattern: "^(0|[1-9][0-9]*)$", minimum: 0 },
  },
  "ApplicationFormPartial/properties/description": {
    reason: "resources/application.mdx: a text; the document wants an object",
    schema: { type: ["string", "object", "null"] },
  },
  InnerErrors: {
    reason: "Discord names the errors of fields by words, such as BASE_TYPE_REQUIRED; the document wants numbers",
    schema: { type: "object", required: ["_errors"], additionalProperties: false, properties: { _errors: { type: "array", minItems: 1, items: error } } },
  },
};

const dispatch = (name: string, d: Schema): Schema => ({ type: "object", required: ["op", "s", "t", "d"], properties: { op: { const: 0 }, s: { type: "integer" }, t: { const: name }, d } });

function withoutData(op: number): { readonly reason: string; readonly schema: Schema } {
  const nothing = { type: "null" };
  return {
    reason: "the types have no data for it, and Discord writes null for nothing",
    schema: { type: "object", required: ["op"], properties: { op: { const: op }, d: nothing, s: nothing, t: nothing } },
  };
}

/** The same for the types of discord-api-types. */
export const OVERRULED_TYPES: typeof OVERRULED = {
  GatewayPresenceUpdateData: {
    reason: "oceanic.js leaves out since when it has none, and Discord takes that; the types require it",
    schema: {
      type: "object",
      required: ["activities", "status"],
      properties: { since: { type: ["number", "null"] }, activities: { type: "array", items: { $ref: "#/definitions/GatewayActivityUpdateData" } }, status: { type: "string" }, afk: { type: "boolean" } },
    },
  },
  GatewayHeartbeatRequest: withoutData(1),
  GatewayHeartbeatAck: withoutData(11),
  GatewayReconnect: withoutData(7),
  GatewayResumedDispatch: { reason: "the types have no data for it, and a dispatch has some", schema: dispatch("RESUMED", { type: "object" }) },
  GatewayRateLimitedDispatch: {
    reason: "change-log.mdx:1464: the opcode is a number; the types write it as a text",
    schema: dispatch("RATE_LIMITED", {
      type: "object",
      required: ["opcode", "retry_after", "meta"],
      properties: {
        opcode: { type: "integer" },
        retry_after: { type: "number" },
        meta: { type: "object", required: ["guild_id"], properties: { guild_id: { type: "string" }, nonce: { type: "string" } } },
      },
    }),
  },
};

const PERMISSIONS: ReadonlySet<string> = new Set(["allow", "deny", "permissions", "default_member_permissions"]);

/** Permissions are numbers in the document and text of digits in Discord's documentation, which takes both. */
export function isPermissions(name: string, schema: unknown): boolean {
  return PERMISSIONS.has(name) && isObject(schema) && Array.isArray(schema["type"]) && schema["type"].includes("integer");
}

export const PERMISSIONS_SCHEMA: Schema = { type: ["integer", "string", "null"], pattern: "^\\d+$", minimum: 0 };

/** The document counts blanks around an embed's texts, which Discord cuts off first. Source: resources/message.mdx:603. */
export function asDiscordReads(body: unknown): unknown {
  const read = (node: unknown, isEmbed: boolean): unknown => {
    if (isEmbed && typeof node === "string") return node.trim();
    if (Array.isArray(node)) return node.map((item) => read(item, isEmbed));
    return isObject(node) ? Object.fromEntries(Object.entries(node).map(([key, value]) => [key, read(value, isEmbed || key === "embeds")])) : node;
  };
  return read(body, false);
}
