import { GatewayCloseCodes as Close, type GatewaySendPayload, GatewayOpcodes as Op } from "discord-api-types/v10";
import type { WebSocket } from "ws";
import type { Faults } from "../faults/faults.ts";
import { GatewayDelivery } from "../faults/gateway-delivery.ts";
import { CLOSE } from "../traffic/entries.ts";
import type { FrameFacts } from "../traffic/traffic.ts";
import type { Clock } from "../world/clock.ts";
import type { Closing, Compression } from "./address.ts";
import { closing } from "./closing.ts";
import { watchHeartbeats } from "./heartbeats.ts";
import { type Identity, readIdentity } from "./identify.ts";
import { readPayload, textOf } from "./payload.ts";
import type { Frame, Session, SessionSocket } from "./session.ts";
import { PlainTransport, StreamTransport } from "./transport.ts";

/** Source: events/gateway.mdx:507. */
const EVENTS = { atMost: 120, withinMs: 60_000 };

/** What a connection asks of the gateway. */
export interface ConnectionPorts {
  readonly clock: Clock;
  readonly heartbeatMs: number;
  readonly faults: Faults;
  /** Heartbeats come over a real socket from a real bot: theirs is the machine's time, unless a test of theirs says otherwise. */
  readonly heartbeatClock: Clock;
  /** Everything that goes over the socket, for whoever looks on. `session` is null before there is one. */
  record(frame: Omit<FrameFacts, "connectionId">, session: Session | null): void;
  /** The new session; the close code that refuses it; `too-soon` when the bot must wait before it identifies. */
  identify(identity: Identity): Session | Close | "too-soon";
  /** The session to go on with; a close code; `unknown` to begin anew. */
  resume(data: { readonly token?: unknown; readonly session_id?: unknown; readonly seq?: unknown }): Session | Close | "unknown";
  /** Says what a bot is told after it identified, or again after it resumed. */
  greet(session: Session, resumedFrom: number | null): void;
  receive(session: Session, payload: GatewaySendPayload): Close | null;
  lost(session: Session, code: number): void;
}

/** One bot's socket: hello, identify or resume, heartbeats, and the limits on what it may send. */
export class Connection implements SessionSocket {
  readonly #socket: WebSocket;
  readonly #ports: ConnectionPorts;
  readonly #transport: PlainTransport | StreamTransport;
  readonly #delivery: GatewayDelivery<Frame>;
  readonly #heartbeats;
  #session: Session | null = null;
  #eventsAt: number[] = [];
  #isEnding = false;

  constructor(socket: WebSocket, compression: Compression, ports: ConnectionPorts) {
    this.#socket = socket;
    this.#ports = ports;
    this.#transport = compression === "none" ? new PlainTransport(socket) : new StreamTransport(socket, compression);
    this.#delivery = new GatewayDelivery<Frame>(ports.faults, ports.clock, ({ text, t, interactionId }) => this.#write(text, { op: Op.Dispatch, event: t, interactionId }));
    // Closed, not forgotten: the bot is to resume.
    this.#heartbeats = watchHeartbeats(ports.heartbeatClock, ports.heartbeatMs, () => this.end(closing(Close.SessionTimedOut)));
    socket.on("message", (data) => this.#hear(textOf(data)));
    socket.on("close", (code) => this.#closed(code));
    // A socket that breaks is also closed, and that is what counts.
    socket.on("error", () => socket.terminate());
    this.#say({ op: Op.Hello, d: { heartbeat_interval: ports.heartbeatMs } });
  }

  send(frame: Frame): void {
    this.#delivery.deliver(frame);
  }

  /** Asks the bot to come back over a new connection, with its session. */
  requestReconnect(): void {
    this.#say({ op: Op.Reconnect, d: null });
  }

  /** Asks for a heartbeat out of turn. */
  requestHeartbeat(): void {
    this.#say({ op: Op.Heartbeat, d: null });
  }

  /** Takes the session off the socket, which may then resume it or another, or identify. Gives it; null when there was none. */
  invalidateSession(isResumable: boolean): Session | null {
    const session = this.#session;
    this.#delivery.drop();
    this.#say({ op: Op.InvalidSession, d: isResumable });
    this.#session = null;
    return session;
  }

  end({ code, reason }: Closing): void {
    if (this.#isEnding) return;
    this.#isEnding = true;
    this.#ports.record({ direction: "sent", op: null, event: CLOSE, body: JSON.stringify({ code, reason }), interactionId: null }, this.#session);
    this.#transport.close(code, reason);
  }

  /** Cuts it without a word. */
  terminate(): void {
    this.#socket.terminate();
  }

  #say(payload: { readonly op: Op; readonly d?: unknown }): void {
    this.#write(JSON.stringify({ t: null, s: null, d: null, ...payload }), { op: payload.op, event: null, interactionId: null });
  }

  #write(text: string, facts: Pick<FrameFacts, "op" | "event" | "interactionId">): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#transport.send(text);
    this.#ports.record({ direction: "sent", body: text, ...facts }, this.#session);
  }

  #hear(text: string): void {
    // What was on its way when the connection was ended is not heard any more.
    if (this.#isEnding) return undefined;
    const said = readPayload(text);
    const op = "payload" in said ? said.payload.op : said.op;
    this.#ports.record({ direction: "received", op, event: null, body: text, interactionId: null }, this.#session);
    const now = this.#ports.clock.now();
    this.#eventsAt = this.#eventsAt.filter((at) => at > now - EVENTS.withinMs);
    this.#eventsAt.push(now);
    if (this.#eventsAt.length > EVENTS.atMost) return this.end(closing(Close.RateLimited));
    if ("wrong" in said) return this.end(closing(said.wrong === "opcode" ? Close.UnknownOpcode : Close.DecodeError));
    const refusal = this.#handle(said.payload);
    return refusal === null ? undefined : this.end(closing(refusal));
  }

  #handle(payload: GatewaySendPayload): Close | null {
    if (payload.op === Op.Heartbeat) {
      this.#heartbeats.heard();
      this.#say({ op: Op.HeartbeatAck });
      return null;
    }
    if (payload.op === Op.Identify || payload.op === Op.Resume) {
      if (this.#session) return Close.AlreadyAuthenticated;
      return payload.op === Op.Identify ? this.#identify({ ...payload.d }) : this.#resume(payload.d);
    }
    return this.#session ? this.#ports.receive(this.#session, payload) : Close.NotAuthenticated;
  }

  #identify(data: Readonly<Record<string, unknown>>): Close | null {
    const identity = readIdentity(data);
    if (typeof identity === "number") return identity;
    const found = this.#ports.identify(identity);
    if (typeof found === "number") return found;
    if (found === "too-soon") {
      this.#say({ op: Op.InvalidSession, d: false });
      return null;
    }
    if (this.#transport instanceof PlainTransport) this.#transport.compressPayloads = identity.compress;
    return this.#attach(found, null);
  }

  #resume(data: { readonly token?: unknown; readonly session_id?: unknown; readonly seq?: unknown }): Close | null {
    const found = this.#ports.resume(data);
    if (typeof found === "number") return found;
    if (found === "unknown") {
      this.#say({ op: Op.InvalidSession, d: false });
      return null;
    }
    return this.#attach(found, Number(data.seq));
  }

  #attach(session: Session, resumedFrom: number | null): null {
    this.#session = session;
    session.attach(this);
    this.#ports.greet(session, resumedFrom);
    return null;
  }

  #closed(code: number): void {
    this.#isEnding = true;
    this.#heartbeats.stop();
    this.#delivery.drop();
    // A bot that resumed elsewhere meanwhile has not lost its session with this socket.
    if (this.#session?.socket === this) this.#ports.lost(this.#session, code);
  }
}
