import { type DestinationStream, pino, stdSerializers } from "pino";
import { readable } from "./readable.ts";

/** What the parts of the bot log to: facts first, then a sentence. An error goes under `err`. */
export interface Log {
  debug(facts: object, sentence: string): void;
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
}

/** What an error may say besides its words. Others carry secrets: discord.js's have the interaction's token in `url`, and what people typed in `requestBody`. */
const ERROR_FIELDS = ["code", "status", "method", "table", "constraint"] as const;

/** A log of JSON lines to standard output (or `destination`); of sentences where that is a terminal. Tokens never reach it. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = { level, redact: ["token", "*.token"], base: null, serializers: { err: serializeError } };
  const terminal = process.stdout.isTTY ? readable((text) => process.stdout.write(text)) : undefined;
  const to = destination ?? terminal;
  return to ? pino(options, to) : pino(options);
}

function serializeError(cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause;
  const { type, message, stack } = stdSerializers.err(cause);
  const more = ERROR_FIELDS.flatMap((field) => (field in cause ? [[field, Reflect.get(cause, field)]] : []));
  return { type, message, stack, ...Object.fromEntries(more) };
}
