import { DiscordAPIError, HTTPError, type REST } from "discord.js";
import {
  type APIMessage,
  RESTJSONErrorCodes,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageResult,
  Routes,
} from "discord-api-types/v10";
import { DeliveryRefused, type RefusalReason, type Sender, TryLater } from "../outbox/sender-port.ts";
import { editBody, publicBody } from "./bodies.ts";
import type { DirectMessages } from "./surfaces/direct-messages.ts";
import { withFiles } from "./files.ts";
import { tendThread } from "./threads.ts";

const PAGE = 100;
/** How long an edit waits that Discord counts as one too many on messages older than an hour (30046). */
const OLD_EDIT_PAUSE_MS = 60_000;
/** Discord's epoch, from which a snowflake counts milliseconds (reference.mdx in its documentation). */
const EPOCH_MS = 1_420_070_400_000n;

/** Answers that will be the same at the next attempt (topics/opcodes-and-status-codes.mdx in Discord's documentation). */
const REFUSALS: Readonly<Partial<Record<number, RefusalReason>>> = {
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: "closed-dm",
  [RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: "closed-dm",
  [RESTJSONErrorCodes.MissingAccess]: "no-access",
  [RESTJSONErrorCodes.MissingPermissions]: "no-access",
  [RESTJSONErrorCodes.UnknownChannel]: "gone",
  [RESTJSONErrorCodes.UnknownUser]: "gone",
  [RESTJSONErrorCodes.InvalidFormBodyOrContentType]: "rejected",
};

/** How people are reached by themselves. */
export interface Reaching {
  readonly direct: DirectMessages;
  /** Gives a person's private thread for news; null when they cannot have one. */
  instead(guildId: string, userId: string): Promise<string | null>;
  /** A channel is gone, or closed to us: whose it was gets another one the next time. */
  lost(channelId: string): Promise<void>;
}

/** Sends the outbox's messages through Discord's REST API. */
export function createSender(rest: REST, { direct, instead, lost }: Reaching): Sender {
  return {
    async openDirectMessage(guildId, userId) {
      const channelId = await told(() => direct.open(guildId, userId));
      if (channelId === null) throw new DeliveryRefused("closed-dm");
      return channelId;
    },
    async openInsteadOfDirect(guildId, userId) {
      await direct.close(guildId, userId);
      const channelId = await told(() => instead(guildId, userId));
      if (channelId === null) throw new DeliveryRefused("closed-dm");
      return channelId;
    },
    openThread: (guildId, thread) => told(() => tendThread(rest, guildId, thread)),
    async send(channelId, view, nonce) {
      const body: RESTPostAPIChannelMessageJSONBody = { ...publicBody(view), nonce, enforce_nonce: true };
      try {
        const message = await told(() => rest.post(Routes.channelMessages(channelId), { body, ...withFiles(view.files) }) as Promise<RESTPostAPIChannelMessageResult>);
        return message.id;
      } catch (cause) {
        if (cause instanceof DeliveryRefused && (cause.reason === "gone" || cause.reason === "no-access")) await lost(channelId);
        throw cause;
      }
    },
    async edit(channelId, messageId, view) {
      try {
        await told(() => rest.patch(Routes.channelMessage(channelId, messageId), { body: editBody(view), ...withFiles(view.files) }));
        return "edited";
      } catch (cause) {
        if (cause instanceof DeliveryRefused && cause.reason === "gone") return "gone";
        if (cause instanceof DiscordAPIError && cause.code === RESTJSONErrorCodes.UnknownMessage) return "gone";
        throw cause;
      }
    },
    async findByMark(channelId, mark, notBefore) {
      let after = String((BigInt(notBefore) - EPOCH_MS) << 22n);
      for (;;) {
        const query = new URLSearchParams({ after, limit: String(PAGE) });
        const page = await told(() => rest.get(Routes.channelMessages(channelId), { query }) as Promise<APIMessage[]>);
        const found = page.find((message) => JSON.stringify(message.components ?? []).includes(mark));
        if (found) return found.id;
        if (page.length < PAGE) return null;
        // Newest first, whatever was asked for.
        after = page[0]?.id ?? after;
      }
    },
  };
}

/** Turns Discord's lasting refusals into {@link DeliveryRefused}; anything else is thrown as it is, to be tried again. */
async function told<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    const reason = cause instanceof DiscordAPIError ? REFUSALS[Number(cause.code)] : undefined;
    if (cause instanceof DiscordAPIError && cause.code === RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached) throw new TryLater(OLD_EDIT_PAUSE_MS, { cause });
    if (reason) throw new DeliveryRefused(reason, { cause });
    if (cause instanceof HTTPError && cause.status === 413) throw new DeliveryRefused("rejected", { cause });
    throw cause;
  }
}
