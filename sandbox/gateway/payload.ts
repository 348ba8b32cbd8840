import { type GatewaySendPayload, GatewayOpcodes as Op } from "discord-api-types/v10";
import type { RawData } from "ws";

/** Source: events/gateway.mdx:52. */
const MAX_PAYLOAD_BYTES = 4096;

/** What a bot may send; the other opcodes are the gateway's own. */
const SENDABLE: ReadonlySet<unknown> = new Set([
  Op.Heartbeat,
  Op.Identify,
  Op.PresenceUpdate,
  Op.VoiceStateUpdate,
  Op.Resume,
  Op.RequestGuildMembers,
  Op.RequestSoundboardSounds,
  Op.RequestChannelInfo,
]);

/** What a bot said: a payload, or why it is none. */
export type Said = { readonly payload: GatewaySendPayload } | { readonly wrong: "payload" | "opcode"; readonly op: number | null };

/** Reads what came over a bot's socket. */
export function readPayload(text: string): Said {
  if (Buffer.byteLength(text) > MAX_PAYLOAD_BYTES) return { wrong: "payload", op: null };
  const payload = parse(text);
  if (!isObject(payload) || !("op" in payload)) return { wrong: "payload", op: null };
  const op = typeof payload.op === "number" ? payload.op : null;
  if (!SENDABLE.has(payload.op)) return { wrong: "opcode", op };
  if (op !== Op.Heartbeat && !("d" in payload && isObject(payload.d))) return { wrong: "payload", op };
  return { payload: payload as GatewaySendPayload };
}

/** The text of a message of the socket. */
export function textOf(data: RawData): string {
  return bytesOf(data).toString("utf8");
}

/** The bytes of a message of the socket. */
export function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? Buffer.from(data) : data;
}

/** A JSON object, not a list. */
export const isObject = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
