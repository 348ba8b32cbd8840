import { OperatorError } from "../kernel/operator-error.ts";

/** The database cannot be used. */
export class StoreError extends OperatorError {}

/** SQLite's primary result codes (sqlite.org/rescode.html) and Node's, with what to do. */
const SQLITE_ADVICE: Readonly<Record<string, string>> = {
  5: "Another program is using it. If another Guildsmith runs on this file, end it first.",
  8: "It is read-only. Let the user that runs Guildsmith write to the file and its folder.",
  11: "The file is damaged. Restore a backup.",
  13: "The disk is full. Make room, then start again.",
  14: "Let the user that runs Guildsmith write to the folder, or choose another one with GUILDSMITH_DATA.",
  26: "The file is not a SQLite database. Choose another folder with GUILDSMITH_DATA, or move the file away.",
  EACCES: "Let the user that runs Guildsmith write to the folder, or choose another one with GUILDSMITH_DATA.",
  EROFS: "The disk is read-only. Choose another folder with GUILDSMITH_DATA.",
  EEXIST: "A file is where the folder should be. Choose another folder with GUILDSMITH_DATA.",
  ENOENT: "The folder cannot be made there. Choose another one with GUILDSMITH_DATA.",
  ENOTDIR: "A file is where the folder should be. Choose another folder with GUILDSMITH_DATA.",
  ENOSPC: "The disk is full. Make room, then start again.",
};

/** Says in sentences why a SQLite file cannot be used. */
export function sqliteError(file: string, cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  // An extended code has the primary one in its lowest byte.
  const code = hasField(cause, "errcode") && typeof cause.errcode === "number" ? cause.errcode & 0xff : hasField(cause, "code") ? String(cause.code) : "";
  return new StoreError(`The database ${file} cannot be used: ${wordsOf(cause)}. ${SQLITE_ADVICE[code] ?? ""}`.trimEnd(), { cause });
}

/** What PostgreSQL answers (postgresql.org/docs/current/errcodes-appendix.html), with what to do. */
const POSTGRES_ADVICE: Readonly<Record<string, string>> = {
  "28P01": "Correct the user or password in DATABASE_URL.",
  "28000": "Correct the user or password in DATABASE_URL.",
  "3D000": "Create the database, or correct its name in DATABASE_URL.",
  "42501": "The user in DATABASE_URL may not create tables there: grant it that, or make it the database's owner.",
  "53300": "The server has no connection left: raise its max_connections, or end what uses them.",
  "57P01": "The server ended the connection: is it being stopped or restarted?",
  "57P03": "The server is still starting: try again in a moment.",
};

/** Says in sentences why PostgreSQL cannot be used, without the password that is in its address. */
export function postgresError(url: string, cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const { host, pathname } = new URL(url);
  const advice = (hasField(cause, "code") ? POSTGRES_ADVICE[String(cause.code)] : undefined) ?? "Is the server running, and is DATABASE_URL right?";
  return new StoreError(`PostgreSQL at ${host}${pathname} cannot be used: ${wordsOf(cause)}. ${advice}`, { cause });
}

/** Node tries each of a host's addresses, and then throws all the failures without words of its own. */
function wordsOf(cause: unknown): string {
  if (cause instanceof AggregateError) return [...new Set(cause.errors.map(wordsOf))].join(", ");
  return (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, "");
}

const hasField = <K extends string>(value: unknown, field: K): value is Record<K, unknown> => typeof value === "object" && value !== null && field in value;
