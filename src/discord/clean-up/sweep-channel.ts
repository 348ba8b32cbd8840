import { setTimeout as wait } from "node:timers/promises";
import type { GuildSettingsReads } from "../../features/guild-settings/settings-port.ts";
import type { ChannelKey, SurfaceBook } from "../../features/surfaces/surface-port.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Deleted, Deletions } from "./deletions.ts";

export interface SweepTools {
  readonly book: SurfaceBook;
  readonly deletions: Deletions;
  readonly settings: GuildSettingsReads;
  readonly clock: Clock;
  /** Resolves when it is the next deletion's turn among all channels. */
  readonly turn: () => Promise<void>;
  readonly stop: AbortSignal;
}

/** What Discord deletes at once, and only of messages so young (resources/message.mdx in its documentation). */
const BULK_LIMIT = 100;
/** An hour less than 14 days: our clock and Discord's may be apart. */
const BULK_YOUNGER_THAN_MS = 14 * 86_400_000 - 3_600_000;
const EPOCH_MS = 1_420_070_400_000;

const ageOf = (messageId: string, now: number): number => now - EPOCH_MS - Number(BigInt(messageId) >> 22n);

/** Sweeps what is due in one channel, and ends as soon as a person acts there. @throws what is passing */
export async function sweepChannel(tools: SweepTools, channel: ChannelKey): Promise<void> {
  const { book, deletions, clock } = tools;
  const { messageIds, isAllDue } = await book.dueIn(channel, clock.now());
  const own = await book.ownerOf(channel.channelId);
  if (own && own.idleAt !== null && own.idleAt <= clock.now() && isAllDue) {
    await tools.turn();
    const { outcome } = await deletions.channel(channel.channelId);
    if (outcome !== "refused") return book.forgetChannel(channel);
    // Where it cannot be removed it serves its person again.
    await book.keepOwnChannel({ ...own, idleAt: null });
  }
  const left = own ? await sweepInBulk(tools, channel, messageIds) : messageIds;
  await sweepOneByOne(tools, channel, left);
}

/** Gives what is to be deleted one by one. */
async function sweepInBulk({ book, deletions, clock, turn }: SweepTools, channel: ChannelKey, messageIds: readonly string[]): Promise<readonly string[]> {
  const young = messageIds.filter((id) => ageOf(id, clock.now()) < BULK_YOUNGER_THAN_MS).slice(0, BULK_LIMIT);
  if (young.length < 2) return messageIds;
  await turn();
  const { outcome } = await deletions.messages(channel.channelId, young);
  if (outcome === "refused") return messageIds;
  await book.forget(channel, young);
  return messageIds.filter((id) => !young.includes(id));
}

async function sweepOneByOne(tools: SweepTools, channel: ChannelKey, messageIds: readonly string[]): Promise<void> {
  const { book, deletions, settings, clock, turn, stop } = tools;
  if (messageIds.length === 0) return;
  const { messageDeleteDelay } = await settings.get(channel.guildId);
  for (const messageId of messageIds) {
    await turn();
    // A person acts there: it is no longer due.
    if (stop.aborted || !(await book.isDue(messageId, clock.now()))) return;
    const { outcome, waitMs }: Deleted = await deletions.message(channel.channelId, messageId);
    if (outcome === "channel-gone") return book.forgetChannel(channel);
    await book.forget(channel, [messageId]);
    await wait(Math.max(messageDeleteDelay, waitMs));
  }
}
