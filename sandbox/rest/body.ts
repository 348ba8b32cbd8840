import { RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyRequest } from "fastify";
import { DiscordError } from "../world/discord-error.ts";
import type { IncomingFile } from "../world/messages/attachments.ts";

export interface Body {
  readonly json: unknown;
  readonly files: readonly IncomingFile[];
}

/** A body as JSON, or as a form with `payload_json` and `files[n]`. Source: "Uploading Files", reference.mdx in Discord's documentation. */
export async function readBody(request: FastifyRequest): Promise<Body> {
  if (!request.isMultipart()) return { json: request.body ?? {}, files: [] };
  let json: unknown = {};
  const files = new Map<string, IncomingFile>();
  for await (const part of partsOf(request)) {
    if (part.type === "file") {
      const key = /^files\[(\d+)\]$/.exec(part.fieldname)?.[1] ?? part.fieldname;
      request.call?.fileNames.push(part.filename);
      files.set(key, { filename: part.filename, contentType: part.mimetype, data: await part.toBuffer() });
    } else if (part.fieldname === "payload_json") {
      if (request.call) request.call.requestBody = String(part.value);
      json = parse(String(part.value));
    }
  }
  return { json, files: [...files].map(([key, file]) => described(file, key, json)) };
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

/** A file's description and name stand in `attachments`, by the file's number; in a callback they are under `data`. */
function described(file: IncomingFile, key: string, json: unknown): IncomingFile {
  interface Described {
    attachments?: { id?: string | number; description?: string; filename?: string }[];
  }
  const body = json as (Described & { data?: Described | null }) | null;
  const named = body?.attachments ?? body?.data?.attachments;
  const entry = Array.isArray(named) ? named.find((each) => String(each?.id) === key) : undefined;
  return { ...file, filename: entry?.filename ?? file.filename, ...(entry?.description ? { description: entry.description } : {}) };
}
