import { MessageFlags } from "discord-api-types/v10";
import { countCharacters } from "../world/count-characters.ts";
import { isObject, type Schema } from "./json-schema.ts";

export interface MessageInCall {
  /** Where in the body it stands. */
  readonly at: string;
  readonly message: Schema;
  /** False for an edit, which may say nothing of what stays. */
  readonly isNew: boolean;
  /** By its flags, or those of the message that came of it; null where an edit leaves that open. */
  readonly isV2: boolean | null;
}

const CREATES: ReadonlySet<string> = new Set(["create_message", "execute_webhook"]);
const EDITS: ReadonlySet<string> = new Set(["update_message", "update_webhook_message", "update_original_webhook_message"]);

const hasFlag = (one: unknown): boolean => isObject(one) && typeof one["flags"] === "number" && (one["flags"] & MessageFlags.IsComponentsV2) !== 0;

/** The message that a call sends or edits; null when it does neither. */
export function messageIn({ operationId, body, answer }: { readonly operationId: string; readonly body: unknown; readonly answer: unknown }): MessageInCall | null {
  if (!isObject(body)) return null;
  const isV2 = (message: Schema): boolean => hasFlag(message) || hasFlag(answer);
  if (CREATES.has(operationId)) return { at: "", message: body, isNew: true, isV2: isV2(body) };
  if (EDITS.has(operationId)) return { at: "", message: body, isNew: false, isV2: isV2(body) };
  const { type, data, message } = body;
  if (operationId === "create_thread" && isObject(message)) return { at: "/message", message, isNew: true, isV2: isV2(message) };
  if (operationId !== "create_interaction_response" || !isObject(data)) return null;
  if (type === 4) return { at: "/data", message: data, isNew: true, isV2: hasFlag(data) };
  return type === 7 ? { at: "/data", message: data, isNew: false, isV2: hasFlag(data) || null } : null;
}

export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** All components of a message or a modal, also those in others. */
export function componentsIn({ components, component, accessory }: Schema): Schema[] {
  return [...itemsOf(components), component, accessory].flatMap((one) => (isObject(one) ? [one, ...componentsIn(one)] : []));
}

/** How many characters count for the limit of a message's embeds. */
export function embedText(embeds: unknown): number {
  const texts = itemsOf(embeds).flatMap((embed) => {
    if (!isObject(embed)) return [];
    const { title, description, footer, author, fields } = embed;
    const rows = itemsOf(fields).flatMap((field) => (isObject(field) ? [field["name"], field["value"]] : []));
    return [title, description, isObject(footer) ? footer["text"] : "", isObject(author) ? author["name"] : "", ...rows];
  });
  return texts.reduce<number>((sum, text) => sum + countCharacters(textOf(text)), 0);
}
