import type { InTransaction } from "../contract.ts";
import { putDirectChannel, putFailure, putOwnChannel, removeChannel } from "./channels-store.ts";
import { putMessage, putOff, putOffMessage, removeMessages } from "./messages-store.ts";
import { removeUnseen } from "./news-store.ts";
import type { SurfaceReads, SurfaceBook } from "./surface-port.ts";

/** The rows of surfaces as the edge uses them: each call is durable once its promise resolves. */
export function surfaceBook(inTransaction: InTransaction, reads: SurfaceReads): SurfaceBook {
  return {
    ...reads,
    rememberDirectChannel: (guildId, userId, channelId) => inTransaction(({ db }) => putDirectChannel(db, guildId, userId, { channel_id: channelId })),
    markClosed: (guildId, userId, closedAt) => inTransaction(({ db }) => putDirectChannel(db, guildId, userId, { closed_at: closedAt })),
    keepOwnChannel: (channel) => inTransaction(({ db }) => putOwnChannel(db, channel)),
    forgetChannel: ({ guildId, channelId }) => inTransaction(({ db }) => removeChannel(db, guildId, channelId)),
    track: (message) => inTransaction(({ db }) => putMessage(db, message)),
    touch: (channelId, until, pressed) =>
      inTransaction(async ({ db }) => {
        if (pressed) await putOffMessage(db, pressed.messageId, pressed.renewedUntil);
        await putOff(db, channelId, until);
      }),
    forget: (channel, messageIds) => inTransaction(({ db }) => removeMessages(db, channel, messageIds)),
    recordFailure: (guildId, failure) => inTransaction(({ db }) => putFailure(db, guildId, failure)),
    seen: (guildId, userId, numbers) => inTransaction(({ db }) => removeUnseen(db, guildId, userId, numbers)),
  };
}
