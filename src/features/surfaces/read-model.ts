import type { Db } from "../../database/schema.ts";
import { getDirectChannel, getFailure, getOwnChannel, getOwnerOf } from "./channels-store.ts";
import { findMessage, findNextDueAt, findReplaceable, isDue, listDueChannels, listDueIn } from "./messages-store.ts";
import { listUnseen } from "./news-store.ts";
import type { SurfaceReads } from "./surface-port.ts";

/** Answers from what is committed. */
export const surfaceReads = (db: Db): SurfaceReads => ({
  directChannel: (guildId, userId) => getDirectChannel(db, guildId, userId),
  ownChannel: (guildId, userId, purpose) => getOwnChannel(db, guildId, userId, purpose),
  ownerOf: (channelId) => getOwnerOf(db, channelId),
  find: (messageId) => findMessage(db, messageId),
  replaceable: (place, now) => findReplaceable(db, place, now),
  dueChannels: (now, limit) => listDueChannels(db, now, limit),
  dueIn: (channel, now) => listDueIn(db, channel, now),
  isDue: (messageId, now) => isDue(db, messageId, now),
  nextDueAt: (now) => findNextDueAt(db, now),
  failureIn: (guildId) => getFailure(db, guildId),
  unseenNews: (guildId, userId) => listUnseen(db, guildId, userId),
});
