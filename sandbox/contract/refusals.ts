import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from "discord-api-types/v10";
import { CLOSE, type GatewayFrame, type TrafficEntry } from "../traffic/entries.ts";
import { isObject, type Schema } from "./json-schema.ts";

const STARTS: ReadonlySet<unknown> = new Set([Op.Identify, Op.Resume]);
/** Codes that answer whatever a bot said. */
const REFUSES_ANYTHING: ReadonlySet<unknown> = new Set([Close.UnknownOpcode, Close.DecodeError, Close.NotAuthenticated, Close.RateLimited]);
/** Codes that come for other reasons as well: to a session elsewhere, for a silence. */
const REFUSES_NOTHING: ReadonlySet<unknown> = new Set([Close.UnknownError, Close.SessionTimedOut]);

/**
 * Was a frame from a bot refused by what came next on its connection? A refusal comes in the same turn, so nothing
 * that is heard or said later may excuse a frame. Source: topics/opcodes-and-status-codes.mdx:42.
 */
export function isRefused({ op }: GatewayFrame, next: GatewayFrame | undefined): boolean {
  if (next === undefined || next.direction === "received") return false;
  if (next.op === Op.InvalidSession) return STARTS.has(op);
  if (next.event !== CLOSE) return false;
  const { code } = payloadOf(next);
  return REFUSES_ANYTHING.has(code) || (STARTS.has(op) && !REFUSES_NOTHING.has(code));
}

/** For each frame the one that came after it on its connection. Takes one look at each. */
export function followers(entries: readonly TrafficEntry[]): ReadonlyMap<TrafficEntry, GatewayFrame> {
  const next = new Map<TrafficEntry, GatewayFrame>();
  const last = new Map<string, GatewayFrame>();
  for (const entry of entries) {
    if (entry.kind !== "gateway") continue;
    const before = last.get(entry.connectionId);
    if (before) next.set(before, entry);
    last.set(entry.connectionId, entry);
  }
  return next;
}

/** A frame's body; empty when that is no JSON object. */
export function payloadOf({ body }: GatewayFrame): Schema {
  try {
    const payload: unknown = JSON.parse(body);
    return isObject(payload) ? payload : {};
  } catch {
    return {};
  }
}
