import { RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import { DiscordError } from "../../world/discord-error.ts";
import { ATTACHMENTS_PER_MESSAGE, keptName, type AttachmentRow, type IncomingFile } from "../../world/messages/attachments.ts";
import type { Field } from "./form.ts";

/** The rows of `attachments`; undefined where there is no list. `known` are the attachments that the message has already. */
export function readAttachmentRows(field: Field, files: readonly IncomingFile[], known: readonly { readonly id: string }[] = []): AttachmentRow[] | undefined {
  if (field.value === undefined) return undefined;
  const rows = field.list({ max: ATTACHMENTS_PER_MESSAGE }).flatMap((entry) => {
    if (!entry.isObject() || !entry.get("id").required()) return [];
    const id = entry.get("id").snowflake() ?? "";
    if (![...files.map(({ key }) => key), ...known.map((attachment) => attachment.id)].includes(id)) {
      entry.get("id").refuse("ATTACHMENT_NOT_FOUND", "The referenced attachment could not be found.");
    }
    const filename = entry.get("filename").text({ min: 1, max: 1024 });
    const description = entry.get("description").text({ max: 1024 });
    const title = entry.get("title").text({ max: 1024 });
    const isSpoiler = entry.get("is_spoiler").flag();
    return [{ id, ...(filename === undefined ? {} : { filename }), ...(description === undefined ? {} : { description }), ...(title === undefined ? {} : { title }), ...(isSpoiler === undefined ? {} : { isSpoiler }) }];
  });
  return rows;
}

/** New files with what the rows say of them. */
export function described(files: readonly IncomingFile[], rows: readonly AttachmentRow[] = []): IncomingFile[] {
  return files.map((file) => {
    const { id: _, ...told } = rows.find(({ id }) => id === file.key) ?? { id: file.key };
    return { ...file, ...told };
  });
}

/** Components show only files that are there. `names` are those of all attachments that the message will have. */
export function checkReferences(field: Field, names: readonly string[]): void {
  const there = new Set(names.map(keptName));
  for (const [, name = ""] of JSON.stringify(field.value ?? []).matchAll(/"attachment:\/\/([^"]+)"/g)) {
    if (!there.has(name)) field.refuse("UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", `The referenced attachment was not found: attachment://${name}`);
  }
}

/** Throws 30015 when a message would have more than ten. */
export function countAttachments(count: number): void {
  if (count > ATTACHMENTS_PER_MESSAGE) throw new DiscordError(Code.MaximumNumberOfAttachmentsInAMessageReached);
}
