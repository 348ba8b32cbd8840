import { RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyRequest } from "fastify";
import { DiscordError } from "../world/discord-error.ts";
import type { IncomingFile } from "../world/messages/attachments.ts";

/** All of a request, its files included. Source: "Create Message", resources/message.mdx in Discord's documentation. */
export const REQUEST_SIZE_LIMIT = 25 * 1024 * 1024;

export interface Body {
  readonly json: unknown;
  readonly files: readonly IncomingFile[];
}

/**
 * A body as JSON, or as a form with `files[n]` and `payload_json` or a field for each value.
 * Throws 50109 for JSON that is none, 50035 for a form that is none, 40005 for more than 25 MiB.
 * Source: "Uploading Files", reference.mdx in Discord's documentation.
 */
export async function readBody(request: FastifyRequest): Promise<Body> {
  if (Number(request.headers["content-length"] ?? 0) > REQUEST_SIZE_LIMIT) throw new DiscordError(Code.RequestEntityTooLarge);
  if (!request.isMultipart()) return { json: request.body ?? {}, files: [] };
  let json: unknown;
  let size = 0;
  const fields: Record<string, unknown> = {};
  const files = new Map<string, IncomingFile>();
  for await (const part of partsOf(request)) {
    if (part.type === "file") {
      const key = /^files\[(\d+)\]$/.exec(part.fieldname)?.[1] ?? part.fieldname;
      request.call?.fileNames.push(part.filename);
      const data = await part.toBuffer();
      size += data.byteLength;
      if (size > REQUEST_SIZE_LIMIT) throw new DiscordError(Code.RequestEntityTooLarge);
      files.set(key, { key, filename: part.filename, contentType: part.mimetype, data });
    } else if (part.fieldname === "payload_json") {
      if (request.call) request.call.requestBody = String(part.value);
      json = parse(String(part.value));
    } else fields[part.fieldname] = part.value;
  }
  if (json === undefined && request.call) Object.assign(request.call, { requestBody: JSON.stringify(fields), isForm: true });
  return { json: json === undefined ? fields : json, files: [...files.values()] };
}

/** Throws 50035 for a form that breaks off or is none. */
async function* partsOf(request: FastifyRequest): ReturnType<FastifyRequest["parts"]> {
  try {
    yield* request.parts();
  } catch (error) {
    if (error instanceof Error && "code" in error) throw error;
    throw new DiscordError(Code.InvalidFormBodyOrContentType);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DiscordError(Code.RequestBodyContainsInvalidJSON);
  }
}
