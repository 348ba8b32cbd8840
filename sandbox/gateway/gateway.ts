import { GatewayCloseCodes as Close, GatewayDispatchEvents as Events, type GatewaySendPayload, GatewayOpcodes as Op } from "discord-api-types/v10";
import type { WebSocket } from "ws";
import type { Faults } from "../faults/faults.ts";
import type { Traffic } from "../traffic/traffic.ts";
import type { Clock } from "../world/clock.ts";
import { PRIVILEGED_INTENTS } from "../world/application-flags.ts";
import type { Application, World } from "../world/world.ts";
import { readAddress } from "./address.ts";
import { closing } from "./closing.ts";
import { Connection, type ConnectionPorts } from "./connection.ts";
import { dispatchesFor } from "./dispatches.ts";
import { arrivals } from "./guild-create.ts";
import { bareToken, type Identity, isPresence } from "./identify.ts";
import { guildsOf, ready } from "./ready.ts";
import { MemberRequests } from "./request-members.ts";
import type { Session } from "./session.ts";
import { type SessionStartLimitObject, type SessionStartLimits, SessionStarts } from "./session-starts.ts";
import { Sessions } from "./sessions.ts";
import { Turns } from "./turns.ts";

/** Source: events/gateway.mdx:612. */
const GUILDS_A_SHARD = 2500;
/** A bot is advised to take a shard more for each so many; Discord publishes no number, libraries use this one. */
const GUILDS_A_RECOMMENDED_SHARD = 1000;

/** Discord's, which is what ends everybody's session when the starts of a day are used up. */
const TOKEN_WAS_RESET = closing(Close.AuthenticationFailed);

export interface GatewayOptions {
  readonly heartbeatMs: number;
  readonly heartbeatClock: Clock;
  readonly sessionStarts: SessionStartLimits;
  readonly traffic: Traffic;
  readonly faults: Faults;
  readonly resumeUrl: () => string;
  readonly applicationOfToken: (token: string) => Application | null;
}

/** Discord's gateway: keeps the bots' sessions and tells each what happens. */
export class Gateway {
  readonly #world: World;
  readonly #options: GatewayOptions;
  readonly #sessions: Sessions;
  readonly #starts: SessionStarts;
  readonly #memberRequests: MemberRequests;
  readonly #turns = new Turns((session) => this.#sessions.has(session));
  readonly #connections = new Set<Connection>();
  readonly #stopListening: () => void;

  constructor(world: World, options: GatewayOptions) {
    this.#world = world;
    this.#options = options;
    this.#sessions = new Sessions(world);
    this.#starts = new SessionStarts(world.clock, options.sessionStarts);
    this.#memberRequests = new MemberRequests(world);
    this.#stopListening = world.events.subscribe((event) => {
      if (options.faults.settings.loseEvents) return;
      for (const session of this.#sessions.greeted()) for (const dispatch of dispatchesFor(world, session, event)) session.tell(dispatch);
    });
  }

  /** Serves a bot's socket. `query` is that of the address it asked for. */
  accept(socket: WebSocket, query: URLSearchParams): void {
    const read = readAddress(query);
    if (typeof read === "object") return socket.close(read.code, read.reason);
    const connection = new Connection(socket, read, this.#ports());
    this.#connections.add(connection);
    socket.on("close", () => this.#connections.delete(connection));
    return undefined;
  }

  /** What Get Gateway Bot says besides the address. */
  adviceFor(application: Application): { readonly shards: number; readonly session_start_limit: SessionStartLimitObject } {
    const guilds = this.#world.guilds.values().filter(({ members }) => members.has(application.botUserId)).toArray();
    return { shards: Math.max(1, Math.ceil(guilds.length / GUILDS_A_RECOMMENDED_SHARD)), session_start_limit: this.#starts.limitOf(application.id) };
  }

  /** Asks every bot to come back over a new connection and resume, as Discord does when it deploys. */
  requestReconnect(): void {
    for (const connection of this.#connections) connection.requestReconnect();
  }

  /** Asks every bot for a heartbeat out of turn. */
  requestHeartbeats(): void {
    for (const connection of this.#connections) connection.requestHeartbeat();
  }

  /** Tells every bot that its session is no good: it may resume it, or else must identify anew. */
  invalidateSessions(isResumable: boolean): void {
    for (const connection of this.#connections) {
      const session = connection.invalidateSession(isResumable);
      if (session) this.#sessions.detach(session);
    }
    if (!isResumable) for (const session of this.#sessions.all()) this.#sessions.end(session);
  }

  /** Cuts every bot's connection without a word, as a bad network does: they may resume. */
  dropConnections(): void {
    for (const connection of this.#connections) connection.terminate();
  }

  close(): void {
    this.#stopListening();
    this.dropConnections();
  }

  #ports(): ConnectionPorts {
    const { heartbeatMs, heartbeatClock, faults, traffic } = this.#options;
    const connectionId = crypto.randomUUID();
    return {
      clock: this.#world.clock,
      heartbeatMs,
      heartbeatClock,
      faults,
      record: (frame, session) => traffic.recordFrame({ ...frame, connectionId }, session),
      identify: (identity) => this.#identify(identity),
      resume: (data) => this.#resume(data),
      greet: (session, resumedFrom) => this.#greet(session, resumedFrom),
      receive: (session, payload) => this.#receive(session, payload),
      lost: (session, code) => this.#lose(session, code),
    };
  }

  #identify(identity: Identity): Session | Close | "too-soon" {
    const application = this.#options.applicationOfToken(identity.token);
    if (!application) return Close.AuthenticationFailed;
    if ((identity.intents & PRIVILEGED_INTENTS & ~application.privilegedIntents) !== 0) return Close.DisallowedIntents;
    const start = this.#starts.take(application.id, identity.shard?.[0] ?? 0);
    if (start === "used-up") return this.#resetToken(application);
    if (start === "too-soon") return "too-soon";
    const session = this.#sessions.begin(application, identity);
    if (guildsOf(this.#world, session).length > GUILDS_A_SHARD) {
      this.#sessions.end(session);
      return Close.ShardingRequired;
    }
    application.presence = identity.presence;
    return session;
  }

  #resume({ token, session_id: id, seq }: { readonly token?: unknown; readonly session_id?: unknown; readonly seq?: unknown }): Session | Close | "unknown" {
    const session = typeof id === "string" ? this.#sessions.find(id) : null;
    if (!session || typeof token !== "string" || bareToken(token) !== session.identity.token) return "unknown";
    if (typeof seq !== "number" || !Number.isSafeInteger(seq) || seq < 0 || seq > session.sequence) return Close.InvalidSeq;
    return session.canReplay(seq) ? session : "unknown";
  }

  /** Discord also gives the bot a new token then; here the old one works again when the day is over. Source: events/gateway.mdx:188. */
  #resetToken(application: Application): Close {
    for (const session of this.#sessions.of(application)) {
      const { socket } = session;
      this.#sessions.end(session);
      socket?.end(TOKEN_WAS_RESET);
    }
    return Close.AuthenticationFailed;
  }

  #greet(session: Session, resumedFrom: number | null): void {
    if (resumedFrom === null) {
      // First, so that the guilds come with the bot online.
      this.#sessions.notePresence(session.application);
      session.tell(ready(this.#world, session, this.#options.resumeUrl()));
      this.#turns.add(session, arrivals(this.#world, session));
    } else {
      session.replay(resumedFrom);
      session.tell({ t: Events.Resumed, d: {} });
      this.#sessions.notePresence(session.application);
    }
  }

  #receive(session: Session, payload: GatewaySendPayload): Close | null {
    if (payload.op === Op.RequestGuildMembers) this.#turns.add(session, this.#memberRequests.answers(session, payload.d));
    if (payload.op !== Op.PresenceUpdate) return null;
    if (!isPresence(payload.d)) return Close.DecodeError;
    session.application.presence = payload.d;
    this.#world.events.emit({ type: "application-presence", applicationId: session.application.id });
    return null;
  }

  /** Who closes with 1000 or 1001 is done with the session. Source: events/gateway.mdx:240. */
  #lose(session: Session, code: number): void {
    if (code === 1000 || code === 1001) this.#sessions.end(session);
    else this.#sessions.detach(session);
  }
}
