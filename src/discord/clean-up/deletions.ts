import { DiscordAPIError, type REST, RequestMethod, type ResponseLike } from "discord.js";
import { Routes } from "discord-api-types/v10";
import type { Log } from "../../telemetry/log.ts";
import { isUnknownChannel, isUnknownMessage } from "../surfaces/api-error.ts";

/** How a deletion went. */
export interface Deleted {
  /** `gone` also when somebody else was faster. `refused`: it will be at every attempt. */
  readonly outcome: "gone" | "channel-gone" | "refused";
  /** How long Discord's headers ask to wait before the next one of its kind in this channel. */
  readonly waitMs: number;
}

/** Deletions through Discord's REST API. Each @throws what is passing */
export interface Deletions {
  message(channelId: string, messageId: string): Promise<Deleted>;
  /** 2 to 100 messages, none older than 14 days. */
  messages(channelId: string, messageIds: readonly string[]): Promise<Deleted>;
  channel(channelId: string): Promise<Deleted>;
}

export function createDeletions(rest: REST, log: Log): Deletions {
  async function told(what: string, channelId: string, ask: () => Promise<ResponseLike>): Promise<Deleted> {
    try {
      const { headers } = await ask();
      return { outcome: "gone", waitMs: waitAfter(headers) };
    } catch (cause) {
      if (isUnknownMessage(cause)) return { outcome: "gone", waitMs: 0 };
      if (isUnknownChannel(cause)) return { outcome: "channel-gone", waitMs: 0 };
      if (!(cause instanceof DiscordAPIError) || cause.status >= 500 || cause.status === 429) throw cause;
      log.warn({ err: cause, what, channel: channelId }, "Discord refused a deletion");
      return { outcome: "refused", waitMs: 0 };
    }
  }
  const ask = (method: RequestMethod, fullRoute: `/${string}`, body?: object) => () => rest.queueRequest({ method, fullRoute, ...(body ? { body } : {}) });
  return {
    message: (channelId, messageId) => told("message", channelId, ask(RequestMethod.Delete, Routes.channelMessage(channelId, messageId))),
    messages: (channelId, messageIds) => told("messages", channelId, ask(RequestMethod.Post, Routes.channelBulkDelete(channelId), { messages: messageIds })),
    channel: (channelId) => told("channel", channelId, ask(RequestMethod.Delete, Routes.channel(channelId))),
  };
}

/** Headers: topics/rate-limits.mdx in Discord's documentation. */
function waitAfter(headers: ResponseLike["headers"]): number {
  const remaining = headers.get("x-ratelimit-remaining");
  const resetAfter = Number(headers.get("x-ratelimit-reset-after") ?? Number.NaN);
  return remaining === "0" && Number.isFinite(resetAfter) ? Math.ceil(resetAfter * 1_000) : 0;
}
