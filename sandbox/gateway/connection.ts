import { GatewayCloseCodes as Close, type GatewaySendPayload, GatewayOpcodes as Op } from "discord-api-types/v10";
import type { RawData, WebSocket } from "ws";
import type { Clock } from "../world/clock.ts";
import type { Faults } from "../faults/faults.ts";
import { GatewayDelivery } from "../faults/gateway-delivery.ts";
import type { FrameFacts } from "../traffic/traffic.ts";
import type { Frame, Session } from "./session.ts";

/** Limits: events/gateway.mdx in Discord's documentation. */
const MAX_PAYLOAD_BYTES = 4096;
const MAX_EVENTS = 120;
const EVENTS_WINDOW_MS = 60_000;

export interface ConnectionPorts {
  readonly clock: Clock;
  readonly heartbeatMs: number;
  readonly faults: Faults;
  /** Heartbeats come over a real socket from a real bot: theirs is the machine's time, unless a test of theirs says otherwise. */
  readonly heartbeatClock: Clock;
  /** Everything that goes over the socket, for whoever looks on. `session` is null before there is one. */
  record(frame: FrameFacts, session: Session | null): void;
  /** The new session, or the close code that refuses it. */
  identify(data: { token?: unknown; intents?: unknown; shard?: unknown }): Session | Close;
  /** The session to go on with; null to begin anew. */
  resume(data: { token?: unknown; session_id?: unknown; seq?: unknown }): Session | null;
  /** Says what a bot is told after it identified, or again after it resumed. */
  greet(session: Session, resumedFrom: number | null): void;
  receive(session: Session, payload: GatewaySendPayload): void;
  lost(session: Session, code: number): void;
}

/** One bot's socket: hello, identify or resume, heartbeats, and the limits on what it may send. */
export function serveConnection(socket: WebSocket, ports: ConnectionPorts): void {
  let session: Session | null = null;
  let eventsAt: number[] = [];
  let heardAt = ports.heartbeatClock.now();
  const delivery = new GatewayDelivery<Frame>(ports.faults, ports.clock, ({ text, t, interactionId }) => {
    if (socket.readyState !== socket.OPEN) return;
    socket.send(text);
    ports.record({ direction: "sent", op: Op.Dispatch, event: t, body: text, interactionId }, session);
  });
  const send = (frame: Frame) => delivery.deliver(frame);
  const say = (payload: { readonly op: Op; readonly d?: unknown }) => {
    const body = JSON.stringify(payload);
    socket.send(body);
    ports.record({ direction: "sent", op: payload.op, event: null, body, interactionId: null }, session);
  };
  const end = (code: Close) => socket.close(code, Close[code]);
  // A heartbeat is late after one whole interval more; the bot may resume.
  let stopWatching = ports.heartbeatClock.after(ports.heartbeatMs, watch);
  function watch(): void {
    if (ports.heartbeatClock.now() - heardAt > 2 * ports.heartbeatMs) return end(Close.SessionTimedOut);
    stopWatching = ports.heartbeatClock.after(ports.heartbeatMs, watch);
    return undefined;
  }

  const attach = (found: Session, resumedFrom: number | null) => {
    session = found;
    found.send = send;
    found.lostAt = null;
    ports.greet(found, resumedFrom);
  };

  const handle = (payload: GatewaySendPayload) => {
    if (!SENDABLE.has(payload.op)) return end(Close.UnknownOpcode);
    if (payload.op !== Op.Heartbeat && !isObject(payload.d)) return end(Close.DecodeError);
    if (payload.op === Op.Heartbeat) {
      heardAt = ports.heartbeatClock.now();
      say({ op: Op.HeartbeatAck });
    } else if (payload.op === Op.Identify) {
      if (session) return end(Close.AlreadyAuthenticated);
      const found = ports.identify(payload.d);
      if (typeof found === "number") return end(found);
      attach(found, null);
    } else if (payload.op === Op.Resume) {
      if (session) return end(Close.AlreadyAuthenticated);
      const found = ports.resume(payload.d);
      if (found) attach(found, payload.d.seq);
      else say({ op: Op.InvalidSession, d: false });
    } else if (session) ports.receive(session, payload);
    else end(Close.NotAuthenticated);
    return undefined;
  };

  socket.on("message", (data: RawData) => {
    const text = textOf(data);
    const payload = parse(text);
    ports.record({ direction: "received", op: payload?.op ?? null, event: null, body: text, interactionId: null }, session);
    if (Buffer.byteLength(text) > MAX_PAYLOAD_BYTES) return end(Close.DecodeError);
    const now = ports.clock.now();
    eventsAt = eventsAt.filter((at) => at > now - EVENTS_WINDOW_MS);
    eventsAt.push(now);
    if (eventsAt.length > MAX_EVENTS) return end(Close.RateLimited);
    if (payload === null) return end(Close.DecodeError);
    return handle(payload);
  });
  socket.on("close", (code) => {
    stopWatching();
    // A bot that resumed elsewhere meanwhile has not lost its session with this socket.
    if (session?.send === send) ports.lost(session, code);
  });
  // A socket that breaks is also closed, and that is what counts.
  socket.on("error", () => socket.terminate());
  say({ op: Op.Hello, d: { heartbeat_interval: ports.heartbeatMs } });
}

export function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString("utf8");
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString("utf8");
}

/** What a bot may send; the other opcodes are the gateway's own. */
const SENDABLE: ReadonlySet<Op> = new Set([
  Op.Heartbeat,
  Op.Identify,
  Op.PresenceUpdate,
  Op.VoiceStateUpdate,
  Op.Resume,
  Op.RequestGuildMembers,
  Op.RequestSoundboardSounds,
  Op.RequestChannelInfo,
]);

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

function parse(text: string): GatewaySendPayload | null {
  try {
    const payload: unknown = JSON.parse(text);
    return typeof payload === "object" && payload !== null && "op" in payload ? (payload as GatewaySendPayload) : null;
  } catch {
    return null;
  }
}
