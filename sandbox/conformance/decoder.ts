import { constants, createInflate, createZstdDecompress, inflateSync } from "node:zlib";

/** Makes text of what came over a gateway socket, in its order. */
export interface Decoder {
  decode(bytes: Buffer, isBinary: boolean, got: (text: string) => void): void;
  /** Nothing more comes: calls back once all that came is decoded. */
  close(done: () => void): void;
}

/** The decoder for an address: it names the compression. */
export function decoderFor(address: string): Decoder {
  const compress = new URL(address).searchParams.get("compress");
  if (compress === "zlib-stream") return streamDecoder(createInflate({ flush: constants.Z_SYNC_FLUSH }));
  if (compress === "zstd-stream") return streamDecoder(createZstdDecompress());
  return { decode: (bytes, isBinary, got) => got((isBinary ? inflateSync(bytes) : bytes).toString("utf8")), close: (done) => done() };
}

/** One context for all that comes. */
function streamDecoder(stream: ReturnType<typeof createInflate> | ReturnType<typeof createZstdDecompress>): Decoder {
  let pieces: Buffer[] = [];
  let waiting = 0;
  let closed: (() => void) | null = null;
  const end = () => {
    stream.destroy();
    closed?.();
  };
  stream.on("data", (piece: Buffer) => pieces.push(piece));
  stream.on("error", () => undefined);
  const decode: Decoder["decode"] = (bytes, _isBinary, got) => {
    waiting += 1;
    stream.write(bytes, () => {
      const text = Buffer.concat(pieces).toString("utf8");
      pieces = [];
      waiting -= 1;
      got(text);
      if (closed && waiting === 0) end();
    });
  };
  const close: Decoder["close"] = (done) => {
    closed = done;
    if (waiting === 0) end();
  };
  return { decode, close };
}
