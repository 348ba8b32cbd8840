import type { APIAttachment, APIEmbed, APIMessageTopLevelComponent } from "discord-api-types/v10";
import type { World } from "../world.ts";

/** A file as it came, before it has an address. */
export interface IncomingFile {
  readonly filename: string;
  readonly contentType: string;
  readonly data: Buffer;
  readonly description?: string;
}

/** Keeps a file and gives it an address under `/attachments`. */
export function storeAttachment(world: World, channelId: string, file: IncomingFile, uploadedBy: string | null = null): APIAttachment {
  const id = world.ids.next();
  // Discord keeps letters, digits, dots, dashes and underscores of a file's name.
  const filename = file.filename.replaceAll(/[^\p{L}\p{N}._-]/gu, "_") || "file";
  const url = `${world.origin}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
  const api: APIAttachment = {
    id,
    filename,
    size: file.data.byteLength,
    url,
    proxy_url: url,
    content_type: file.contentType,
    ...(file.description === undefined ? {} : { description: file.description }),
  };
  world.attachments.set(id, { api, data: file.data, uploadedBy });
  return api;
}

/** Replaces `attachment://name` in embeds and components by the attachment's address. */
export function pointToAttachments<T extends readonly (APIEmbed | APIMessageTopLevelComponent)[]>(parts: T, attachments: readonly APIAttachment[]): T {
  const json = JSON.stringify(parts);
  if (!json.includes("attachment://")) return parts;
  const replaced = json.replaceAll(/"attachment:\/\/([^"]+)"/g, (whole, name: string) => {
    const attachment = attachments.find((candidate) => candidate.filename === name);
    return attachment ? JSON.stringify(attachment.url) : whole;
  });
  return JSON.parse(replaced) as T;
}
