import { GatewayCloseCodes as Close, GatewayDispatchEvents as Events, GatewayIntentBits, GatewayOpcodes as Op, type GatewaySendPayload } from "discord-api-types/v10";
import type { WebSocket } from "ws";
import type { Application, World } from "../world/world.ts";
import { type ConnectionPorts, serveConnection } from "./connection.ts";
import { dispatchesFor } from "./dispatches.ts";
import { greeting } from "./greeting.ts";
import { requestedMembers } from "./request-members.ts";
import { Session } from "./session.ts";
import type { Clock } from "../world/clock.ts";
import type { Faults } from "../faults/faults.ts";
import type { Traffic } from "../traffic/traffic.ts";

/** How long a bot that lost its socket may resume. Discord publishes no number. */
const RESUMABLE_MS = 60_000;

export interface GatewayOptions {
  readonly heartbeatMs: number;
  readonly heartbeatClock: Clock;
  readonly traffic: Traffic;
  readonly faults: Faults;
  readonly resumeUrl: () => string;
  readonly applicationOfToken: (token: string) => Application | null;
}

/** Discord's gateway: keeps the bots' sessions and tells each what happens. */
export class Gateway {
  readonly #world: World;
  readonly #options: GatewayOptions;
  readonly #sessions = new Map<string, Session>();
  readonly #sockets = new Set<WebSocket>();
  readonly #stopListening: () => void;

  constructor(world: World, options: GatewayOptions) {
    this.#world = world;
    this.#options = options;
    this.#stopListening = world.events.subscribe((event) => {
      if (options.faults.settings.loseEvents) return;
      for (const session of this.#sessions.values()) for (const dispatch of dispatchesFor(world, session, event)) session.tell(dispatch);
    });
  }

  accept(socket: WebSocket): void {
    this.#sockets.add(socket);
    socket.on("close", () => this.#sockets.delete(socket));
    serveConnection(socket, this.#ports());
  }

  /** Cuts every bot's connection without a word, as a bad network does: they may resume. */
  dropConnections(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  close(): void {
    this.#stopListening();
    this.dropConnections();
  }

  #ports(): ConnectionPorts {
    return {
      clock: this.#world.clock,
      heartbeatMs: this.#options.heartbeatMs,
      faults: this.#options.faults,
      heartbeatClock: this.#options.heartbeatClock,
      record: (frame, session) => this.#options.traffic.recordFrame(frame, session),
      identify: (data) => this.#identify(data),
      resume: ({ token, session_id, seq }) => {
        this.#forgetOld();
        const session = this.#sessions.get(String(session_id));
        return session && typeof token === "string" && bare(token) === session.token && typeof seq === "number" && session.canReplay(seq) ? session : null;
      },
      greet: (session, resumedFrom) => this.#greet(session, resumedFrom),
      receive: (session, payload) => this.#receive(session, payload),
      lost: (session, code) => this.#lose(session, code),
    };
  }

  #identify({ token, intents, shard }: { token?: unknown; intents?: unknown; shard?: unknown }): Session | Close {
    const application = typeof token === "string" ? this.#options.applicationOfToken(bare(token)) : null;
    if (!application || typeof token !== "string") return Close.AuthenticationFailed;
    if (typeof intents !== "number" || !Number.isSafeInteger(intents) || intents < 0 || (BigInt(intents) & ~ALL_INTENTS) !== 0n) return Close.InvalidIntents;
    const [id, count]: unknown[] = shard === undefined || shard === null ? [0, 1] : [shard].flat();
    if (!isWhole(id) || !isWhole(count) || id >= count) return Close.InvalidShard;
    this.#forgetOld();
    const session = new Session(application, bare(token), intents, [id, count]);
    this.#sessions.set(session.id, session);
    return session;
  }

  #greet(session: Session, resumedFrom: number | null): void {
    if (resumedFrom === null) for (const dispatch of greeting(this.#world, session, this.#options.resumeUrl())) session.tell(dispatch);
    else {
      session.replay(resumedFrom);
      session.tell({ t: Events.Resumed, d: {} });
    }
    this.#notePresence(session.application);
  }

  #receive(session: Session, payload: GatewaySendPayload): void {
    if (payload.op !== Op.RequestGuildMembers) return;
    for (const dispatch of requestedMembers(this.#world, session, payload.d)) session.tell(dispatch);
  }

  /** Who closes with 1000 or 1001 is done with the session. */
  #lose(session: Session, code: number): void {
    session.send = null;
    session.lostAt = this.#world.clock.now();
    if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
    this.#notePresence(session.application);
    this.#world.clock.after(RESUMABLE_MS + 1, () => {
      this.#forgetOld();
      this.#notePresence(session.application);
    });
  }

  #forgetOld(): void {
    const oldest = this.#world.clock.now() - RESUMABLE_MS;
    for (const session of this.#sessions.values()) if (session.lostAt !== null && session.lostAt < oldest) this.#sessions.delete(session.id);
  }

  #notePresence(application: Application): void {
    const sessions = this.#sessions.values().filter((session) => session.application === application).toArray();
    const isOnline = sessions.some(({ send }) => send !== null);
    application.hasSession = sessions.length > 0;
    if (application.isOnline === isOnline) return;
    application.isOnline = isOnline;
    this.#world.events.emit({ type: "application-presence", applicationId: application.id });
  }
}

const ALL_INTENTS = Object.values(GatewayIntentBits).reduce((all, bit) => (typeof bit === "number" ? all | BigInt(bit) : all), 0n);

const isWhole = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

const bare = (token: string): string => token.replace(/^Bot /, "");
