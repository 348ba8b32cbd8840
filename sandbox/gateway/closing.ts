import { GatewayCloseCodes as Close } from "discord-api-types/v10";
import type { Closing } from "./address.ts";

/** What Discord's close codes say. Source: topics/opcodes-and-status-codes.mdx:42. */
const REASONS: Readonly<Record<Close, string>> = {
  [Close.UnknownError]: "Unknown error.",
  [Close.UnknownOpcode]: "Unknown opcode.",
  [Close.DecodeError]: "Error while decoding payload.",
  [Close.NotAuthenticated]: "Not authenticated.",
  [Close.AuthenticationFailed]: "Authentication failed.",
  [Close.AlreadyAuthenticated]: "Already authenticated.",
  [Close.InvalidSeq]: "Invalid seq.",
  [Close.RateLimited]: "Rate limited.",
  [Close.SessionTimedOut]: "Session timed out.",
  [Close.InvalidShard]: "Invalid shard.",
  [Close.ShardingRequired]: "Sharding required.",
  [Close.InvalidAPIVersion]: "Invalid API version.",
  [Close.InvalidIntents]: "Invalid intent(s).",
  [Close.DisallowedIntents]: "Disallowed intent(s).",
};

/** A close code with the words that go with it. */
export const closing = (code: Close): Closing => ({ code, reason: REASONS[code] });
