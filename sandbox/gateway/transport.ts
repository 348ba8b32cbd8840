import { constants, createDeflate, createZstdCompress, deflateSync } from "node:zlib";
import type { WebSocket } from "ws";
import type { Compression } from "./address.ts";

/** Shorter payloads are sent as they are: Discord compresses only some. */
const WORTH_COMPRESSING_BYTES = 1024;

/** Takes payloads to a bot, in the order they are given, and then closes. */
export interface Transport {
  send(text: string): void;
  /** Everything said before is still sent. */
  close(code: number, reason: string): void;
}

/** Text, or from the moment that `compressPayloads` says so each long payload by itself. Source: events/gateway.mdx:527. */
export class PlainTransport implements Transport {
  readonly #socket: WebSocket;
  compressPayloads = false;

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  send(text: string): void {
    this.#socket.send(this.compressPayloads && text.length >= WORTH_COMPRESSING_BYTES ? deflateSync(text) : text);
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }
}

/**
 * One compression context for the whole connection, one message for each payload. Each ends flushed, with zlib in the
 * bytes 00 00 ff ff. Source: events/gateway.mdx:551 and 587.
 */
export class StreamTransport implements Transport {
  readonly #socket: WebSocket;
  readonly #compressor;
  #pieces: Buffer[] = [];
  #waiting = 0;
  #closing: (() => void) | null = null;

  constructor(socket: WebSocket, compression: Exclude<Compression, "none">) {
    this.#socket = socket;
    this.#compressor = compression === "zlib-stream" ? createDeflate({ flush: constants.Z_SYNC_FLUSH }) : createZstdCompress({ flush: constants.ZSTD_e_flush });
    this.#compressor.on("data", (piece: Buffer) => this.#pieces.push(piece));
    socket.on("close", () => this.#compressor.destroy());
  }

  send(text: string): void {
    if (this.#closing || this.#compressor.destroyed) return;
    this.#waiting += 1;
    this.#compressor.write(text, () => this.#flushed());
  }

  close(code: number, reason: string): void {
    this.#closing ??= () => this.#socket.close(code, reason);
    if (this.#waiting === 0) this.#closing();
  }

  #flushed(): void {
    const message = Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#waiting -= 1;
    if (message.length > 0) this.#socket.send(message);
    if (this.#waiting === 0) this.#closing?.();
  }
}
