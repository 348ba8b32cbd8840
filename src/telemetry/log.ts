import { type DestinationStream, pino } from "pino";

/** What the parts of the bot log to: facts first, then a sentence. */
export interface Log {
  debug(facts: object, sentence: string): void;
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
}

/** A log of JSON lines to standard output (or `destination`). Tokens never reach it. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = { level, redact: ["token", "*.token", "config.database.url"], base: null };
  return destination ? pino(options, destination) : pino(options);
}
