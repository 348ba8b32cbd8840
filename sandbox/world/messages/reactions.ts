import { type APIReaction, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import { DiscordError } from "../discord-error.ts";
import { beOpen } from "../thread-locks.ts";
import type { World } from "../world.ts";
import { isSameEmoji } from "./emoji.ts";
import type { ReactionEmoji, StoredMessage, StoredReaction } from "./stored-message.ts";

/** Different emojis on one message; more are refused with 30010. Source: topics/opcodes-and-status-codes.mdx in Discord's documentation. */
const EMOJIS_PER_MESSAGE = 20;

export const reactionsOf = ({ reactions = [] }: StoredMessage): readonly StoredReaction[] => reactions;

export const reactionWith = (stored: StoredMessage, emoji: ReactionEmoji): StoredReaction | undefined => reactionsOf(stored).find((each) => isSameEmoji(each.emoji, emoji));

/** Adds somebody's reaction; nothing happens when it is there already. Throws 30010 for a 21st emoji, 50083 in an archived thread. */
export function addReaction(world: World, stored: StoredMessage, userId: string, emoji: ReactionEmoji): void {
  const known = reactionWith(stored, emoji);
  if (known?.userIds.includes(userId)) return;
  beOpen(world.channel(stored.api.channel_id));
  const all = reactionsOf(stored);
  if (!known && all.length >= EMOJIS_PER_MESSAGE) throw new DiscordError(Code.MaximumNumberOfReactionsReached);
  const userIds = [...(known?.userIds ?? []), userId];
  const message = keep(world, stored, known ? all.map((each) => (each === known ? { ...known, userIds } : each)) : [...all, { emoji, userIds }]);
  world.events.emit({ type: "reaction-added", message, userId, emoji: known?.emoji ?? emoji });
}

/** Takes somebody's reaction away; nothing happens when there is none. Throws 50083 in an archived thread. */
export function removeReaction(world: World, stored: StoredMessage, userId: string, emoji: ReactionEmoji): void {
  const known = reactionWith(stored, emoji);
  if (!known?.userIds.includes(userId)) return;
  beOpen(world.channel(stored.api.channel_id));
  const left = { ...known, userIds: known.userIds.filter((id) => id !== userId) };
  const message = keep(world, stored, reactionsOf(stored).flatMap((each) => (each !== known ? [each] : left.userIds.length > 0 ? [left] : [])));
  world.events.emit({ type: "reaction-removed", message, userId, emoji: known.emoji });
}

/** Takes away everybody's reactions, with one emoji or (null) with all. Throws 50083 in an archived thread. */
export function clearReactions(world: World, stored: StoredMessage, emoji: ReactionEmoji | null): void {
  const known = emoji && reactionWith(stored, emoji);
  if (emoji ? !known : reactionsOf(stored).length === 0) return;
  beOpen(world.channel(stored.api.channel_id));
  const message = keep(world, stored, known ? reactionsOf(stored).filter((each) => each !== known) : []);
  world.events.emit({ type: "reactions-cleared", message, emoji: known ? known.emoji : null });
}

/** The reactions as a message carries them, for one who may have reacted too. Undefined when there are none. */
export function reactionObjects(stored: StoredMessage, viewerId: string | null): APIReaction[] | undefined {
  const all = reactionsOf(stored);
  if (all.length === 0) return undefined;
  return all.map(({ emoji, userIds }) => ({
    emoji: { ...emoji },
    count: userIds.length,
    count_details: { burst: 0, normal: userIds.length },
    burst_colors: [],
    me: viewerId !== null && userIds.includes(viewerId),
    me_burst: false,
  }));
}

function keep(world: World, stored: StoredMessage, reactions: readonly StoredReaction[]): StoredMessage {
  const next: StoredMessage = { ...stored, reactions };
  world.messagesOf(stored.api.channel_id).set(stored.api.id, next);
  return next;
}
