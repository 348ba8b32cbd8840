/** How what the gateway sends is compressed on its way, chosen in the address. Source: events/gateway.mdx:118. */
export type Compression = "none" | "zlib-stream" | "zstd-stream";

/** Why a connection is closed. */
export interface Closing {
  readonly code: number;
  readonly reason: string;
}

const VERSION = "10";
const INVALID_API_VERSION = 4012;
const DECODE_ERROR = 4002;

/**
 * Reads the query of a gateway address: `v`, `encoding` and `compress`. Without a version, a bot gets the only one
 * there is here. Other versions are closed with 4012 as Discord closes those it does not know; ETF is not spoken.
 */
export function readAddress(query: URLSearchParams): Compression | Closing {
  if ((query.get("v") ?? VERSION) !== VERSION) return { code: INVALID_API_VERSION, reason: "Invalid API version: the sandbox speaks version 10." };
  if ((query.get("encoding") ?? "json") !== "json") return { code: DECODE_ERROR, reason: "Unknown encoding: the sandbox speaks json." };
  const compress = query.get("compress");
  if (compress === null) return "none";
  if (compress === "zlib-stream" || compress === "zstd-stream") return compress;
  return { code: DECODE_ERROR, reason: "Unknown compression: the sandbox knows zlib-stream and zstd-stream." };
}
