import { isObject } from "./json-schema.ts";
import type { Fault } from "./schemas.ts";

/** Something that went over a wire and must not. */
export interface Violation {
  /** What it was: `create_message: POST /channels/1/messages, request`, or `MESSAGE_CREATE, sent`. */
  readonly where: string;
  /** In its body, such as `/embeds/0/title`. */
  readonly at: string;
  readonly what: string;
  /** What stood there, cut short. */
  readonly found: string;
}

const FOUND_AT_MOST = 120;
/** Of one body: the first few tell where to look. */
const AT_MOST = 3;

export const violationsOf = (where: string, faults: readonly Fault[], body: unknown): Violation[] =>
  faults.slice(0, AT_MOST).map(({ at, what }) => ({ where, at, what, found: short(at.split("/").slice(1).reduce(step, body)) }));

/** A sentence for people. */
export const inWords = ({ where, at, what, found }: Violation): string => `${where}: ${at === "" ? "the body" : at} ${what}, but is ${found}`;

function step(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) ? value[key.replaceAll("~1", "/").replaceAll("~0", "~")] : undefined;
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? "not there";
  return text.length > FOUND_AT_MOST ? `${text.slice(0, FOUND_AT_MOST)}…` : text;
}
