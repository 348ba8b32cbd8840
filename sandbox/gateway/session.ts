import { GatewayDispatchEvents, GatewayOpcodes } from "discord-api-types/v10";
import { randomBytes } from "node:crypto";
import type { Application } from "../world/world.ts";
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

/** Discord replays only so much; who missed more has to begin anew. */
const REPLAYED_AT_MOST = 1000;

/** What one shard of a bot has been told. It outlives its socket, so that the bot can resume. */
export class Session {
  readonly id = randomBytes(16).toString("hex");
  readonly application: Application;
  readonly token: string;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  /** Where it is connected now. */
  send: ((frame: Frame) => void) | null = null;
  /** When it lost its socket, milliseconds since 1970. */
  lostAt: number | null = null;
  #sequence = 0;
  #told: Frame[] = [];

  constructor(application: Application, token: string, intents: number, shard: readonly [number, number]) {
    this.application = application;
    this.token = token;
    this.intents = intents;
    this.shard = shard;
  }

  hasIntent(intent: number): boolean {
    return (this.intents & intent) !== 0;
  }

  /** A server's events go to one shard, direct messages to the first. Source: events/gateway.mdx in Discord's documentation. */
  isFor(guildId: string | null): boolean {
    const [id, count] = this.shard;
    return guildId === null ? id === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;
  }

  /** Whether it is told of such an event in this guild, or in direct messages (null): by its shard and its intents. */
  hears(event: GatewayDispatchEvents, guildId: string | null): boolean {
    const needed = intentFor(event, guildId);
    return this.isFor(guildId) && (needed === null || this.hasIntent(needed));
  }

  tell({ t, d }: Dispatch): void {
    this.#sequence += 1;
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, s: this.#sequence, t, d });
    const interactionId = t === GatewayDispatchEvents.InteractionCreate ? (d as { id: string }).id : null;
    const frame = { s: this.#sequence, t, text, interactionId };
    this.#told.push(frame);
    if (this.#told.length > REPLAYED_AT_MOST) this.#told.shift();
    this.send?.(frame);
  }

  /** Is all that came after `sequence` still known? */
  canReplay(sequence: number): boolean {
    return sequence <= this.#sequence && (this.#told[0]?.s ?? 1) <= sequence + 1;
  }

  /** Says again what came after `sequence`. */
  replay(sequence: number): void {
    for (const frame of this.#told) if (frame.s > sequence) this.send?.(frame);
  }
}
