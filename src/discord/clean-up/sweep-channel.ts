import { setTimeout as wait } from "node:timers/promises";
import type { GuildSettingsReads } from "../../features/guild-settings/settings-port.ts";
import type { ChannelKey, OwnChannel, SurfaceBook } from "../../features/surfaces/surface-port.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { DisplayTimes } from "../measures/display-times.ts";
import type { Deletions } from "./deletions.ts";

export interface SweepTools {
  readonly book: SurfaceBook;
  readonly deletions: Deletions;
  readonly settings: GuildSettingsReads;
  readonly clock: Clock;
  readonly displayTimes: DisplayTimes;
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

/**
 * Sweeps what is due in one channel, and ends as soon as a person acts there: what is due is asked for anew
 * when it is this channel's turn. @throws what is passing
 */
export async function sweepChannel(tools: SweepTools, channel: ChannelKey): Promise<void> {
  await tools.turn();
  const own = await tools.book.ownerOf(channel.channelId);
  if (own && (await removed(tools, own))) return;
  if (own) await sweepInBulk(tools, channel);
  await sweepOneByOne(tools, channel);
}

/** Removes a person's place as a whole, once nothing in it is needed any more. */
async function removed({ book, deletions, clock, displayTimes }: SweepTools, own: OwnChannel): Promise<boolean> {
  const now = clock.now();
  if (own.idleAt === null || own.idleAt > now) return false;
  const { isAllDue, messageIds } = await book.dueIn(own, now);
  if (!isAllDue) return false;
  const { outcome } = await deletions.channel(own.channelId);
  if (outcome !== "refused") {
    await book.forgetChannel(own);
    displayTimes.swept(own.guildId, messageIds, "channel");
    return true;
  }
  // Where it cannot be removed it serves its person again.
  await book.keepOwnChannel({ ...own, idleAt: null });
  return false;
}

/** Ends where one is left, or Discord refuses: what remains is deleted one by one. */
async function sweepInBulk({ book, deletions, clock, displayTimes, turn, stop }: SweepTools, channel: ChannelKey): Promise<void> {
  while (!stop.aborted) {
    const now = clock.now();
    const { messageIds } = await book.dueIn(channel, now);
    const young = messageIds.filter((id) => ageOf(id, now) < BULK_YOUNGER_THAN_MS).slice(0, BULK_LIMIT);
    if (young.length < 2) return;
    const { outcome } = await deletions.messages(channel.channelId, young);
    if (outcome === "refused") return;
    await book.forget(channel, young);
    displayTimes.swept(channel.guildId, young, "bulk");
    await turn();
  }
}

async function sweepOneByOne({ book, deletions, settings, clock, displayTimes, turn, stop }: SweepTools, channel: ChannelKey): Promise<void> {
  const { messageIds } = await book.dueIn(channel, clock.now());
  if (messageIds.length === 0) return;
  const { messageDeleteDelay, deletePacing } = await settings.get(channel.guildId);
  const isFixed = deletePacing === "fixed";
  for (const [index, messageId] of messageIds.entries()) {
    if (index > 0 && !isFixed) await turn();
    // A person acts there: it is no longer due.
    if (stop.aborted || !(await book.isDue(messageId, clock.now()))) return;
    const { outcome, waitMs } = await deletions.message(channel.channelId, messageId);
    if (outcome === "channel-gone") return book.forgetChannel(channel);
    await book.forget(channel, [messageId]);
    if (outcome === "gone") displayTimes.swept(channel.guildId, [messageId], "single");
    await wait(isFixed ? messageDeleteDelay : Math.max(messageDeleteDelay, waitMs), undefined, { signal: stop }).catch(() => undefined);
  }
}
