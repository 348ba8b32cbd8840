import { GatewayCloseCodes as Close, type GatewayPresenceUpdateData, PresenceUpdateStatus } from "discord-api-types/v10";
import { ALL_INTENTS } from "./intents.ts";
import { isObject } from "./payload.ts";

/** Source: events/gateway-events.mdx:85. */
const LARGE_THRESHOLD = { least: 50, most: 250 };

/** What a bot says of itself when it identifies. */
export interface Identity {
  readonly token: string;
  readonly intents: number;
  /** Null when it named none: then it is told of everything. */
  readonly shard: readonly [id: number, count: number] | null;
  /** Guilds with more members come without those that are offline. */
  readonly largeThreshold: number;
  /** Whether long payloads may be compressed one by one. */
  readonly compress: boolean;
  readonly presence: GatewayPresenceUpdateData | null;
}

/** Reads IDENTIFY, as it came: the close code when it cannot be. Source: events/gateway-events.mdx:85. */
export function readIdentity(data: Readonly<Record<string, unknown>>): Identity | Close {
  const { token, intents, properties, shard = null, large_threshold: largeThreshold = LARGE_THRESHOLD.least, compress = false, presence = null } = data;
  if (typeof token !== "string") return Close.AuthenticationFailed;
  if (!isObject(properties) || typeof compress !== "boolean") return Close.DecodeError;
  if (!isWhole(largeThreshold) || largeThreshold < LARGE_THRESHOLD.least || largeThreshold > LARGE_THRESHOLD.most) return Close.DecodeError;
  if (presence !== null && !isPresence(presence)) return Close.DecodeError;
  // Wider than 32 bits: what `&` would cut off is no intent either.
  if (!isWhole(intents) || (BigInt(intents) & ~BigInt(ALL_INTENTS)) !== 0n) return Close.InvalidIntents;
  if (shard !== null && !isShard(shard)) return Close.InvalidShard;
  return { token: bareToken(token), intents, shard, largeThreshold, compress, presence };
}

/** Libraries may send the word that the REST API wants. */
export const bareToken = (token: string): string => token.replace(/^Bot /, "");

/** Whether a bot may show itself so. Source: the presence update structure in events/gateway-events.mdx. */
export function isPresence(value: unknown): value is GatewayPresenceUpdateData {
  return isObject(value) && "status" in value && STATUSES.has(value.status) && "activities" in value && Array.isArray(value.activities) && value.activities.every(isObject);
}

const STATUSES: ReadonlySet<unknown> = new Set(Object.values(PresenceUpdateStatus));

function isShard(value: unknown): value is [number, number] {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [id, count]: unknown[] = value;
  return isWhole(id) && isWhole(count) && id < count;
}

const isWhole = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
