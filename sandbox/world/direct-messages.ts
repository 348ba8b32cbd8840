import { type APIDMChannel, ChannelType, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import { isDirectMessage } from "./channel.ts";
import { DiscordError } from "./discord-error.ts";
import { NO_FLAGS } from "./no-flags.ts";
import type { World } from "./world.ts";

const DAY_MS = 24 * 3_600_000;

/** The direct message of two people, made when there is none yet: there is never a second one. Throws 40003 for a bot that has opened too many. */
export function openDirectMessage(world: World, userId: string, otherId: string): APIDMChannel {
  const known = world.channels.values().filter(isDirectMessage).find((channel) => isBetween(channel, userId, otherId));
  if (known) return shown(world, userId, known);
  if (world.user(userId).bot) countOpen(world, userId);
  const channel: APIDMChannel = {
    id: world.ids.next(),
    type: ChannelType.DM,
    name: null,
    last_message_id: null,
    flags: NO_FLAGS,
    recipients: [world.user(userId), world.user(otherId)],
  };
  world.channels.set(channel.id, channel);
  return shown(world, userId, channel);
}

/** Only new ones count, and those that are refused do not. */
function countOpen(world: World, botUserId: string): void {
  const now = world.clock.now();
  const recent = (world.directMessageOpens.get(botUserId) ?? []).filter((at) => at > now - DAY_MS);
  if (recent.length >= world.rules.directMessageOpensPerDay) throw new DiscordError(Code.OpeningDirectMessagesTooFast);
  recent.push(now);
  world.directMessageOpens.set(botUserId, recent);
}

/** Puts it in the list of whoever opened it; the other side finds it there with the first message. */
function shown(world: World, userId: string, channel: APIDMChannel): APIDMChannel {
  const key = `${userId}:${channel.id}`;
  if (world.openedDirectMessages.has(key)) return channel;
  world.openedDirectMessages.add(key);
  world.events.emit({ type: "direct-message-opened", channel, forUserId: userId });
  return channel;
}

/** Is it in this person's list? */
export const isInList = (world: World, userId: string, channel: APIDMChannel): boolean =>
  world.openedDirectMessages.has(`${userId}:${channel.id}`) || Boolean(channel.last_message_id);

/** Lets this person take direct messages from members of their servers, or refuse them. */
export function acceptDirectMessages(world: World, userId: string, accept: boolean): void {
  if (accept) world.closedDirectMessages.delete(userId);
  else world.closedDirectMessages.add(userId);
  // What a person chose is theirs, and not a fault any more.
  world.closedByFault.delete(userId);
  world.events.emit({ type: "direct-messages-switched", userId });
}

/** Closes this person's direct messages until all is well again; who closed them by themselves is left alone. */
export function closeByFault(world: World, userId: string): void {
  if (world.closedDirectMessages.has(userId)) return;
  world.closedDirectMessages.add(userId);
  world.closedByFault.add(userId);
  world.events.emit({ type: "direct-messages-switched", userId });
}

/** As one side sees it: only the other side is a recipient. */
export const asSeenBy = (channel: APIDMChannel, userId: string): APIDMChannel => ({
  ...channel,
  recipients: (channel.recipients ?? []).filter(({ id }) => id !== userId),
});

function isBetween(channel: APIDMChannel, userId: string, otherId: string): boolean {
  const ids = new Set(channel.recipients?.map(({ id }) => id));
  return ids.has(userId) && ids.has(otherId);
}
