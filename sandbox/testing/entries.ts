import type { GatewayFrame, RestCall } from "../traffic/entries.ts";

const BUCKET = Object.fromEntries(["limit", "remaining", "reset", "reset-after"].map((name) => [`x-ratelimit-${name}`, "1"]));

/** A call as the traffic notes it: typing in a channel, unless the facts say otherwise. */
export const aCall = (facts: Partial<RestCall>): RestCall => ({
  kind: "rest",
  id: 1,
  at: 0,
  applicationId: null,
  method: "POST",
  path: "/channels/1/typing",
  route: "/channels/:channelId/typing",
  status: 204,
  tookMs: 1,
  bucket: null,
  responseHeaders: { "content-type": "application/json", ...BUCKET, "x-ratelimit-bucket": "b" },
  requestBody: null,
  isForm: false,
  fileNames: [],
  responseBody: null,
  messageIds: [],
  interactionId: null,
  ...facts,
});

/** A frame on the connection `one`, which a bot was told unless it says otherwise. */
export const aFrame = (payload: { readonly op: number; readonly t?: string; readonly d?: unknown; readonly s?: number }, direction: GatewayFrame["direction"] = "sent", facts: Partial<GatewayFrame> = {}): GatewayFrame => ({
  kind: "gateway",
  id: 1,
  at: 0,
  connectionId: "one",
  applicationId: null,
  sessionId: null,
  direction,
  op: payload.op,
  event: payload.t ?? null,
  body: JSON.stringify(payload),
  interactionId: null,
  ...facts,
});
