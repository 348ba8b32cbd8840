import type { RawFile } from "discord.js";
import type { View } from "../features/contract.ts";

/** A view's files as discord.js sends them: a form with the body beside them. Nothing where there are none, so that the body goes as JSON. */
export function withFiles(files: View["files"]): { files?: RawFile[] } {
  if (!files?.length) return {};
  return { files: files.map(({ name, contentType, data }) => ({ name, contentType, data: typeof data === "string" ? data : Buffer.from(data) })) };
}
