import { constants, createInflate, createZstdDecompress, inflateSync } from "node:zlib";

/** Makes text of what came over a gateway socket, in its order. */
export interface Decoder {
  decode(bytes: Buffer, isBinary: boolean, got: (text: string) => void): void;
  close(): void;
}

/** The decoder for an address: it names the compression. */
export function decoderFor(address: string): Decoder {
  const compress = new URL(address).searchParams.get("compress");
  if (compress === "zlib-stream") return streamDecoder(createInflate({ flush: constants.Z_SYNC_FLUSH }));
  if (compress === "zstd-stream") return streamDecoder(createZstdDecompress());
  return { decode: (bytes, isBinary, got) => got((isBinary ? inflateSync(bytes) : bytes).toString("utf8")), close: () => undefined };
}

/** One context for all that comes. */
function streamDecoder(stream: ReturnType<typeof createInflate> | ReturnType<typeof createZstdDecompress>): Decoder {
  let pieces: Buffer[] = [];
  stream.on("data", (piece: Buffer) => pieces.push(piece));
  stream.on("error", () => undefined);
  const decode: Decoder["decode"] = (bytes, _isBinary, got) => {
    stream.write(bytes, () => {
      const text = Buffer.concat(pieces).toString("utf8");
      pieces = [];
      got(text);
    });
  };
  return { decode, close: () => stream.destroy() };
}
