import type { APIMessage } from "discord-api-types/v10";
import { safeLink } from "./safe-link.ts";

const ATTACHED = "attachment://";

/** Where a picture or file of a message lies; null when it is nowhere that may be fetched. */
export function mediaAddress(url: string, message: APIMessage | null): string | null {
  if (!url.startsWith(ATTACHED)) return safeLink(url);
  const attachment = message?.attachments.find((each) => each.filename === url.slice(ATTACHED.length));
  return attachment === undefined ? null : safeLink(attachment.url);
}

/** A file's name at the end of its address. */
export function fileName(url: string): string {
  const path = url.split(/[?#]/)[0] ?? url;
  return decodeURIComponent(path.slice(path.lastIndexOf("/") + 1)) || "file";
}

/** 173.98 KB, as Discord writes sizes. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(2)} KB` : `${(kilobytes / 1024).toFixed(2)} MB`;
}
