import { type APIAttachment, type APIMessage, AttachmentFlags } from "discord-api-types/v10";
import type { World } from "../world.ts";
import { pictureIn } from "./picture-in.ts";

/** A file as it came, before it has an address. */
export interface IncomingFile {
  /** The `n` of its `files[n]`; a row of `attachments` with this id tells more of it. */
  readonly key: string;
  readonly filename: string;
  readonly contentType: string;
  readonly data: Buffer;
  readonly description?: string;
  readonly title?: string;
  readonly isSpoiler?: boolean;
}

/** What a row of `attachments` says of a file that the message has already, or of a new one. */
export interface AttachmentRow {
  readonly id: string;
  readonly filename?: string;
  readonly description?: string;
  readonly title?: string;
  readonly isSpoiler?: boolean;
}

/** A message holds no more; further ones are refused with 30015. Source: topics/opcodes-and-status-codes.mdx in Discord's documentation. */
export const ATTACHMENTS_PER_MESSAGE = 10;

/** Keeps a file and gives it an address under `/attachments`, yet unsigned. */
export function storeAttachment(world: World, channelId: string, file: Omit<IncomingFile, "key">, uploadedBy: string | null = null): APIAttachment {
  const id = world.ids.next();
  const filename = keptName(file.filename);
  const url = `${world.origin}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
  const picture = pictureIn(file.data);
  const api: APIAttachment = {
    id,
    filename,
    size: file.data.byteLength,
    url,
    proxy_url: url,
    content_type: picture?.contentType ?? file.contentType,
    ...(picture ? { width: picture.width, height: picture.height } : {}),
    ...(file.description === undefined ? {} : { description: file.description }),
    ...(file.title === undefined ? {} : { title: file.title }),
    ...(file.isSpoiler ? { flags: AttachmentFlags.IsSpoiler } : {}),
  };
  world.attachments.set(id, { api, data: file.data, uploadedBy });
  return api;
}

/** What Discord keeps of a file's name: letters, digits, dots, dashes and underscores. */
export const keptName = (filename: string): string => filename.replaceAll(/[^\p{L}\p{N}._-]/gu, "_") || "file";

/** A message's attachments after an edit that keeps those of the rows, and changes what the rows say of them. Without rows all stay. */
export function keptAttachments(attachments: readonly APIAttachment[], rows: readonly AttachmentRow[] | undefined): APIAttachment[] {
  if (!rows) return [...attachments];
  return attachments.flatMap((attachment) => {
    const row = rows.find(({ id }) => id === attachment.id);
    return row ? [changed(attachment, row)] : [];
  });
}

/** Drops those of a message's files that nothing in it shows any more, and gives the ids of the rest: embeds and components show files that are no attachments of it. */
export function keptFiles(world: World, fileIds: readonly string[], { attachments, embeds, components }: APIMessage): string[] {
  const shown = JSON.stringify([attachments, embeds, components]);
  const [kept, dropped] = [new Set<string>(), new Set<string>()];
  for (const id of fileIds) (shown.includes(`/${id}/`) ? kept : dropped).add(id);
  for (const id of dropped) world.attachments.delete(id);
  return [...kept];
}

function changed(attachment: APIAttachment, { description, isSpoiler }: AttachmentRow): APIAttachment {
  const flags = attachment.flags ?? 0;
  return {
    ...attachment,
    ...(description === undefined ? {} : { description }),
    ...(isSpoiler === undefined ? {} : { flags: isSpoiler ? flags | AttachmentFlags.IsSpoiler : flags & ~AttachmentFlags.IsSpoiler }),
  };
}
