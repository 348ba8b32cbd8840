import type { GatewayFrame, RestCall, TrafficEntry } from "../../../protocol.ts";

/** As Discord's documents call a gateway's operations. */
const OPERATIONS: Readonly<Record<number, string>> = {
  0: "Dispatch",
  1: "Heartbeat",
  2: "Identify",
  3: "Presence Update",
  4: "Voice State Update",
  6: "Resume",
  7: "Reconnect",
  8: "Request Guild Members",
  9: "Invalid Session",
  10: "Hello",
  11: "Heartbeat ACK",
};

const STATUS_WORDS: Readonly<Record<number, string>> = {
  0: "No answer",
  200: "OK",
  201: "Created",
  202: "Accepted",
  204: "No Content",
  304: "Not Modified",
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  413: "Too Large",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** Whoever asked got no answer, or one of 400 and above. */
export const isFailure = (call: RestCall): boolean => call.status === 0 || call.status >= 400;

/** What counts towards Discord's limit of invalid requests: 401, 403 and 429, but for a limit that others share. Source: topics/rate-limits.mdx. */
export const isInvalid = ({ status, responseHeaders }: RestCall): boolean =>
  status === 401 || status === 403 || (status === 429 && responseHeaders["x-ratelimit-scope"] !== "shared");

/** How many calls were refused for a limit, and how many count as invalid. */
export function countRefusals(entries: readonly TrafficEntry[]): { readonly limited: number; readonly invalid: number } {
  const calls = entries.filter((each) => each.kind === "rest");
  return { limited: calls.filter(({ status }) => status === 429).length, invalid: calls.filter(isInvalid).length };
}

/** What an entry is called: `/channels/:channelId/messages`, `MESSAGE_CREATE`, `Heartbeat`. */
export function nameOf(entry: TrafficEntry): string {
  if (entry.kind === "rest") return entry.route ?? entry.path;
  return entry.event ?? operationName(entry);
}

/** A frame's operation in words. */
export function operationName({ op, event }: GatewayFrame): string {
  if (op === null) return isClose(event) ? "Close" : "Not JSON";
  return OPERATIONS[op] ?? `Unknown op ${op}`;
}

/** The sandbox closed the connection. */
export const isClose = (event: string | null): boolean => event === "CLOSE";

/** `200 OK`. */
export const statusText = (status: number): string => (status === 0 ? "No answer" : `${status} ${STATUS_WORDS[status] ?? ""}`.trim());

const two = (value: number): string => String(value).padStart(2, "0");

/** 14:03:07.042 */
export function clockText(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}

/** 0.4 ms, 12 ms, 1.25 s */
export function tookText(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
}

/** How many characters a call's two bodies, or a frame, have; also of what is shown cut. */
export function sizeOf(entry: TrafficEntry): number {
  return entry.kind === "gateway" ? lengthOf(entry.body) : lengthOf(entry.requestBody) + lengthOf(entry.responseBody);
}

function lengthOf(body: string | null): number {
  const cut = body === null ? null : /… \((\d+) characters\)$/.exec(body);
  return cut === null ? (body?.length ?? 0) : Number(cut[1]);
}

/** JSON set out in lines; everything else as it is. */
export function prettyText(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
