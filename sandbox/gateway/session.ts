import { GatewayDispatchEvents, GatewayOpcodes } from "discord-api-types/v10";
import { randomBytes } from "node:crypto";
import type { Application } from "../world/world.ts";
import type { Closing } from "./address.ts";
import type { Identity } from "./identify.ts";
import { intentFor } from "./intents.ts";

/** Something to tell a bot. */
export interface Dispatch {
  readonly t: GatewayDispatchEvents;
  readonly d: unknown;
}

/** A dispatch as it goes over a socket. */
export interface Frame {
  readonly s: number;
  readonly t: GatewayDispatchEvents;
  readonly text: string;
  /** Of an INTERACTION_CREATE. */
  readonly interactionId: string | null;
}

/** Where a session is connected. */
export interface SessionSocket {
  send(frame: Frame): void;
  end(closing: Closing): void;
}

/** Discord replays only so much; who missed more has to begin anew. It publishes no number. */
const REPLAYED_AT_MOST = { events: 1000, characters: 32 * 1024 * 1024 };

const RESUMED_ELSEWHERE: Closing = { code: 4000, reason: "The session was resumed elsewhere." };

/** What one shard of a bot has been told. It outlives its socket, so that the bot can resume. */
export class Session {
  readonly id = randomBytes(16).toString("hex");
  readonly application: Application;
  readonly identity: Identity;
  /** Where it is connected now. */
  socket: SessionSocket | null = null;
  /** When it lost its socket, milliseconds since 1970. */
  lostAt: number | null = null;
  /** Guilds that it was told of as unavailable, and that did not come yet. */
  readonly unavailable = new Set<string>();
  #sequence = 0;
  #told: Frame[] = [];
  #toldCharacters = 0;

  constructor(application: Application, identity: Identity) {
    this.application = application;
    this.identity = identity;
  }

  /** The number of the last thing it was told, 0 before the first. */
  get sequence(): number {
    return this.#sequence;
  }

  /** Puts it on a socket. It is on one at a time: the one before is closed. */
  attach(socket: SessionSocket): void {
    const before = this.socket;
    this.socket = socket;
    this.lostAt = null;
    before?.end(RESUMED_ELSEWHERE);
  }

  hasIntent(intent: number): boolean {
    return (this.identity.intents & intent) !== 0;
  }

  /** A server's events go to one shard, direct messages to the first. Source: events/gateway.mdx in Discord's documentation. */
  isFor(guildId: string | null): boolean {
    const [id, count] = this.identity.shard ?? [0, 1];
    return guildId === null ? id === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;
  }

  /** Whether it is told of such an event in this guild, or in direct messages (null): by its shard and its intents. */
  hears(event: GatewayDispatchEvents, guildId: string | null): boolean {
    const needed = intentFor(event, guildId);
    return this.isFor(guildId) && !this.unavailable.has(guildId ?? "") && (needed === null || this.hasIntent(needed));
  }

  /** Tells it, now or when it resumes. Gives how many characters that took. */
  tell({ t, d }: Dispatch): number {
    this.#sequence += 1;
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, s: this.#sequence, t, d });
    const interactionId = t === GatewayDispatchEvents.InteractionCreate ? (d as { id: string }).id : null;
    const frame = { s: this.#sequence, t, text, interactionId };
    this.#remember(frame);
    this.socket?.send(frame);
    return text.length;
  }

  #remember(frame: Frame): void {
    this.#told.push(frame);
    this.#toldCharacters += frame.text.length;
    while (this.#told.length > REPLAYED_AT_MOST.events || this.#toldCharacters > REPLAYED_AT_MOST.characters) this.#toldCharacters -= this.#told.shift()?.text.length ?? 0;
  }

  /** Is all that came after `sequence` still known? */
  canReplay(sequence: number): boolean {
    return (this.#told[0]?.s ?? this.#sequence + 1) <= sequence + 1;
  }

  /** Says again what came after `sequence`. */
  replay(sequence: number): void {
    for (const frame of this.#told) if (frame.s > sequence) this.socket?.send(frame);
  }
}
