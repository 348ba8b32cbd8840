/** How much of a bucket was used when a call was answered. */
export interface BucketUse {
  readonly id: string;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds. */
  readonly resetAfter: number;
}

/** One REST call with its answer. */
export interface RestCall {
  readonly kind: "rest";
  /** In the order in which calls came and frames were sent. */
  readonly id: number;
  /** When it came, milliseconds since 1970. */
  readonly at: number;
  readonly applicationId: string | null;
  readonly method: string;
  /** As it was asked for, with its query, without the version: `/channels/1/messages?limit=5`. */
  readonly path: string;
  /** As in the documents, `/channels/:channelId/messages`; null when there is no such route. */
  readonly route: string | null;
  /** 0 when whoever asked was gone before the answer. */
  readonly status: number;
  readonly tookMs: number;
  readonly bucket: BucketUse | null;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** The body as JSON text; of a form its `payload_json`, or else its fields, each of them text. */
  readonly requestBody: string | null;
  /** Are its values the fields of a form, where numbers are text too? */
  readonly isForm: boolean;
  readonly fileNames: readonly string[];
  readonly responseBody: string | null;
  /** The messages that it made or changed. */
  readonly messageIds: readonly string[];
  /** Of the interaction whose token it used. */
  readonly interactionId: string | null;
}

/** In place of an event when the sandbox closes a socket; the body has `code` and `reason`. */
export const CLOSE = "CLOSE";

/** One frame on a bot's gateway socket. */
export interface GatewayFrame {
  readonly kind: "gateway";
  readonly id: number;
  readonly at: number;
  /** Which socket: a session that is resumed goes on over another. Unique also among sandboxes. */
  readonly connectionId: string;
  /** Null before the bot identified. */
  readonly applicationId: string | null;
  readonly sessionId: string | null;
  /** As the sandbox sees it: `sent` to the bot, `received` from it. */
  readonly direction: "sent" | "received";
  /** Null when it was no JSON. */
  readonly op: number | null;
  /** A dispatch's name, such as `MESSAGE_CREATE`, or {@link CLOSE}. */
  readonly event: string | null;
  readonly body: string;
  /** Of an INTERACTION_CREATE. */
  readonly interactionId: string | null;
}

export type TrafficEntry = RestCall | GatewayFrame;
