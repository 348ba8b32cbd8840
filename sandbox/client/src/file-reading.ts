import type { FileUploadType } from "discord-api-types/v10";

/** Discord's limit for a file of somebody without a subscription. */
const MAX_BYTES = 10 * 1024 * 1024;

/** Why a file may not be uploaded to a field, in a sentence; null when it may. */
export function fileRefusal(file: { readonly name: string; readonly size: number; readonly type: string }, types: readonly FileUploadType[] | undefined): string | null {
  if (file.size > MAX_BYTES) return `${file.name} is too large: files may have up to 10 MB.`;
  if (types === undefined || types.length === 0) return null;
  const fits = types.some((type) => (type.startsWith(".") ? file.name.toLowerCase().endsWith(type.toLowerCase()) : file.type.startsWith(`${type}/`)));
  return fits ? null : `${file.name} is not of a kind that is accepted here (${types.join(", ")}).`;
}

/** A file's bytes as base64. */
export async function readBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  const piece = 0x80_00;
  for (let at = 0; at < bytes.length; at += piece) text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(text);
}
