import { type APIAllowedMentions, MessageFlags, MessageReferenceType } from "discord-api-types/v10";
import { type IncomingFile, keptAttachments } from "../../world/messages/attachments.ts";
import type { MessageChange, MessageDraft } from "../../world/messages/draft.ts";
import { hasFlag, isEphemeral, isWritten, type StoredMessage } from "../../world/messages/stored-message.ts";
import { checkReferences, countAttachments, described, readAttachmentRows } from "./attachments.ts";
import { readComponents } from "./components.ts";
import { readEmbeds } from "./embeds.ts";
import type { Field } from "./form.ts";
import { refuseForward, refuseMissingParts } from "./not-here.ts";

const MAX_CONTENT = 2000;
const MAX_NONCE = 25;
const V2 = MessageFlags.IsComponentsV2;

export interface ReadOptions {
  /** May it be EPHEMERAL? Only answers to interactions may. */
  readonly mayBeEphemeral: boolean;
}

/** A new message out of a body and its files. */
export function readDraft(form: Field, files: readonly IncomingFile[], { mayBeEphemeral }: ReadOptions): MessageDraft {
  form.isObject();
  const given = form.get("flags").whole() ?? 0;
  const flags = mayBeEphemeral ? given : given & ~MessageFlags.Ephemeral;
  const isV2 = (flags & V2) !== 0;
  const content = form.get("content").text({ max: MAX_CONTENT }) ?? "";
  const embeds = readEmbeds(form.get("embeds")) ?? [];
  const components = readComponents(form.get("components"), isV2) ?? [];
  if (isV2) refuseLegacy(form, { content, embeds: embeds.length });
  refuseMissingParts(form, { isV2 });
  form.get("nonce").text({ max: MAX_NONCE });
  const nonce = form.get("nonce").value as string | number | null | undefined;
  const allowedMentions = readAllowedMentions(form.get("allowed_mentions"));
  const rows = readAttachmentRows(form.get("attachments"), files);
  const told = described(files, rows);
  countAttachments(told.length);
  checkReferences(form.get("components"), told.map(({ filename }) => filename));
  return {
    content,
    embeds,
    components,
    flags: flags & ~MessageFlags.Loading,
    files: told,
    tts: form.get("tts").flag() ?? false,
    enforceNonce: form.get("enforce_nonce").flag() ?? false,
    ...(nonce === undefined || nonce === null ? {} : { nonce }),
    ...(allowedMentions ? { allowedMentions } : {}),
  };
}

/** What a new message answers: a message of its own channel that everyone there sees. With `fail_if_not_exists` false it may be gone. */
export function replyIn(reference: Field, messages: ReadonlyMap<string, StoredMessage>): Pick<MessageDraft, "replyToId"> {
  if (reference.isAbsent || !reference.isObject() || refuseForward(reference)) return {};
  reference.get("type").oneOf([MessageReferenceType.Default]);
  const id = reference.get("message_id").required() ? reference.get("message_id").snowflake() : undefined;
  if (id === undefined) return {};
  const answered = messages.get(id);
  if (answered && !isEphemeral(answered)) {
    if (!isWritten(answered.api)) reference.refuse("REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE", "Cannot reply to a system message");
    return { replyToId: id };
  }
  if (reference.get("fail_if_not_exists").flag() !== false) reference.refuse("REPLIES_UNKNOWN_MESSAGE", "Unknown message");
  return {};
}

/** A change of a message. Components V2 stays once it is there, and what it forbids must be gone. */
export function readChange(form: Field, files: readonly IncomingFile[], stored: StoredMessage): MessageChange {
  form.isObject();
  const before = stored.api;
  const flags = form.get("flags").whole();
  const wasV2 = hasFlag(before, V2);
  const isV2 = wasV2 || ((flags ?? 0) & V2) !== 0;
  const content = form.get("content").value === null ? "" : form.get("content").text({ max: MAX_CONTENT });
  const embeds = readEmbeds(form.get("embeds"));
  const components = readComponents(form.get("components"), isV2);
  if (isV2) refuseLegacy(form, { content: content ?? before.content, embeds: (embeds ?? before.embeds).length });
  refuseMissingParts(form, { isV2 });
  const rows = readAttachmentRows(form.get("attachments"), files, before.attachments);
  // A list of attachments names all that shall be there, new ones too.
  const added = described(files, rows).filter(({ key }) => !rows || rows.some(({ id }) => id === key));
  const kept = keptAttachments(before.attachments, rows);
  countAttachments(added.length + kept.length);
  checkReferences(form.get("components"), [...added, ...kept].map(({ filename }) => filename));
  const allowedMentions = readAllowedMentions(form.get("allowed_mentions"));
  return {
    files: added,
    ...(content === undefined ? {} : { content }),
    ...(embeds ? { embeds } : {}),
    ...(components ? { components } : {}),
    ...(flags === undefined ? {} : { flags }),
    ...(rows ? { attachments: rows } : {}),
    ...(allowedMentions ? { allowedMentions } : {}),
  };
}

function refuseLegacy(form: Field, has: { readonly content: string; readonly embeds: number }): void {
  const used = [...(has.content === "" ? [] : ["content"]), ...(has.embeds === 0 ? [] : ["embeds"]), ...["poll", "sticker_ids"].filter((key) => !form.get(key).isAbsent)];
  for (const key of used) {
    form.get(key).refuse("MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`);
  }
}

function readAllowedMentions(field: Field): APIAllowedMentions | undefined {
  if (field.isAbsent || !field.isObject()) return undefined;
  const parse = new Set(field.get("parse").list().map((entry) => entry.oneOf(["users", "roles", "everyone"])));
  for (const key of ["users", "roles"] as const) {
    const named = field.get(key).list({ max: 100 });
    for (const entry of named) entry.snowflake();
    if (named.length > 0 && parse.has(key)) {
      field.refuse("MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", `parse:["${key}"] and ${key}: [ids...] are mutually exclusive.`);
    }
  }
  return field.value as APIAllowedMentions;
}
