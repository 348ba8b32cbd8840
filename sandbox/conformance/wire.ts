import { GatewayDispatchEvents as Events, GatewayIntentBits as Intent, GatewayOpcodes as Op } from "discord-api-types/v10";
import { once } from "node:events";
import { WebSocket } from "ws";
import { bytesOf } from "../gateway/payload.ts";
import { type Decoder, decoderFor } from "./decoder.ts";

/** A payload as it came. */
export interface Received {
  readonly op: Op;
  readonly t: string | null;
  readonly s: number | null;
  /** Whatever it brought, to be looked into. */
  readonly d: ReturnType<typeof JSON.parse>;
}

export interface WireOptions {
  /** A bit field; without it everything but what is privileged. */
  readonly intents?: number;
  readonly token?: string;
  readonly shard?: readonly [number, number];
  /** What IDENTIFY has besides. */
  readonly more?: object;
}

/** Every intent that needs no approval. */
export const PLAIN_INTENTS = Object.values(Intent).reduce<number>((all, bit) => (typeof bit === "number" ? all | bit : all), 0) & ~(Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent);

const PATIENCE_MS = 5000;

/** A bare gateway connection, without a library that would mend anything. */
export class Wire {
  readonly received: Received[] = [];
  /** As they came over the socket, compressed or not. */
  readonly frames: { readonly bytes: Buffer; readonly isBinary: boolean }[] = [];
  readonly #socket: WebSocket;
  readonly #token: string;
  #closeCode: number | null = null;
  #wake = Promise.withResolvers<void>();

  constructor(socket: WebSocket, token: string, decoder: Decoder) {
    this.#socket = socket;
    this.#token = token;
    socket.on("message", (data, isBinary) => {
      const bytes = bytesOf(data);
      this.frames.push({ bytes, isBinary });
      decoder.decode(bytes, isBinary, (text) => {
        this.received.push(JSON.parse(text) as Received);
        this.#changed();
      });
    });
    socket.on("close", (code) => {
      decoder.close(() => {
        this.#closeCode = code;
        this.#changed();
      });
    });
    socket.on("error", () => undefined);
  }

  send(op: Op, d: unknown): void {
    this.#socket.send(JSON.stringify({ op, d }));
  }

  sendText(text: string): void {
    this.#socket.send(text);
  }

  /** Identifies and waits for READY. Gives it. */
  identify(options: WireOptions = {}): Promise<Received> {
    this.sendIdentify(options);
    return this.event(Events.Ready);
  }

  /** Identifies, whatever comes of it. */
  sendIdentify({ intents = PLAIN_INTENTS, token = this.#token, shard, more = {} }: WireOptions = {}): void {
    this.send(Op.Identify, { token, intents, properties: { os: "linux", browser: "lab", device: "lab" }, ...(shard ? { shard } : {}), ...more });
  }

  /** Resumes the session of this READY after the event with this number, whatever comes of it. */
  sendResume(ready: Received, seq: number | null = ready.s): void {
    this.send(Op.Resume, { token: this.#token, session_id: ready.d.session_id, seq });
  }

  /** The number of the last event that came. */
  get sequence(): number {
    return this.received.findLast(({ s }) => s !== null)?.s ?? 0;
  }

  /** The first dispatch of this name that fits, also one that came before. */
  event(name: string, fits: (d: Received["d"]) => boolean = () => true): Promise<Received> {
    return this.until(({ t, d }) => t === name && fits(d), name);
  }

  /** The first payload that fits, also one that came before. @throws Error when none comes */
  async until(fits: (payload: Received) => boolean, what: string): Promise<Received> {
    const found = await this.#wait(() => this.received.find(fits) ?? (this.#closeCode === null ? null : new Error(`the gateway closed with ${this.#closeCode} before ${what}`)), what);
    if (found instanceof Error) throw found;
    return found;
  }

  /** The code that the sandbox closed with. */
  closed(): Promise<number> {
    return this.#wait(() => this.#closeCode, "the gateway to close");
  }

  /** All dispatches of this name so far. */
  all(name: string): Received[] {
    return this.received.filter(({ t }) => t === name);
  }

  /** Asks for a heartbeat's answer: when it is there, so is all that was said before. */
  async settled(): Promise<void> {
    const before = this.received.filter(({ op }) => op === Op.HeartbeatAck).length;
    this.send(Op.Heartbeat, null);
    await this.#wait(() => (this.received.filter(({ op }) => op === Op.HeartbeatAck).length > before ? true : null), "a heartbeat's answer");
  }

  close(code: number): void {
    this.#socket.close(code);
  }

  terminate(): void {
    this.#socket.terminate();
  }

  async #wait<T>(look: () => T | null | undefined, what: string): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    for (let found = look(); ; found = look()) {
      if (found !== null && found !== undefined) return found;
      const leftMs = deadline - Date.now();
      if (leftMs <= 0) throw new Error(`Waited ${PATIENCE_MS} ms in vain for ${what}.`);
      await Promise.race([this.#wake.promise, new Promise((resolve) => void setTimeout(resolve, leftMs).unref())]);
    }
  }

  #changed(): void {
    this.#wake.resolve();
    this.#wake = Promise.withResolvers<void>();
  }
}

/** Connects; HELLO comes by itself. */
export async function connectWire(address: string, token: string): Promise<Wire> {
  const socket = new WebSocket(address);
  const wire = new Wire(socket, token, decoderFor(address));
  await once(socket, "open");
  return wire;
}
