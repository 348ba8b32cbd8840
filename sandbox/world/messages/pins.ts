import { MessageReferenceType, MessageType, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { MessageChannel } from "../channel.ts";
import { guildIdOf } from "../channel.ts";
import { DiscordError } from "../discord-error.ts";
import { beOpen } from "../thread-locks.ts";
import type { World } from "../world.ts";
import { isWritten, type StoredMessage } from "./stored-message.ts";
import { addSystemMessage } from "./system-message.ts";

/** More are refused with 30003. Source: topics/opcodes-and-status-codes.mdx in Discord's documentation. */
const PINS_PER_CHANNEL = 250;

/** A channel's pinned messages, the one pinned last first. */
export const pinsOf = (world: World, channelId: string): StoredMessage[] =>
  world
    .messagesOf(channelId)
    .values()
    .filter(({ pinnedAt }) => typeof pinnedAt === "number")
    .toArray()
    .toSorted((first, second) => (second.pinnedAt ?? 0) - (first.pinnedAt ?? 0));

/** Pins a message and says so in the channel; nothing happens when it is pinned. Throws 30003 for the 251st, 50021 for what Discord wrote itself, 50083 in an archived thread. */
export function pinMessage(world: World, channel: MessageChannel, stored: StoredMessage, userId: string): void {
  if (typeof stored.pinnedAt === "number") return;
  if (!isWritten(stored.api)) throw new DiscordError(Code.CannotExecuteActionOnSystemMessage);
  const pins = pinsOf(world, channel.id);
  if (pins.length >= PINS_PER_CHANNEL) throw new DiscordError(Code.MaximumNumberOfPinsReachedForTheChannel);
  // Pages of pins are told apart by this time, so no two have the same.
  setPinned(world, channel, stored, Math.max(world.clock.now(), (pins[0]?.pinnedAt ?? 0) + 1));
  const guildId = guildIdOf(channel);
  addSystemMessage(world, channel, userId, MessageType.ChannelPinnedMessage, {
    message_reference: { type: MessageReferenceType.Default, channel_id: channel.id, message_id: stored.api.id, ...(guildId === null ? {} : { guild_id: guildId }) },
  });
}

/** Takes a pin off; nothing happens when there is none. Throws 50083 in an archived thread. */
export function unpinMessage(world: World, channel: MessageChannel, stored: StoredMessage): void {
  if (typeof stored.pinnedAt === "number") setPinned(world, channel, stored, null);
}

function setPinned(world: World, channel: MessageChannel, stored: StoredMessage, pinnedAt: number | null): void {
  beOpen(channel);
  const message: StoredMessage = { ...stored, pinnedAt, api: { ...stored.api, pinned: pinnedAt !== null } };
  world.messagesOf(channel.id).set(stored.api.id, message);
  const [newest] = pinsOf(world, channel.id);
  channel.last_pin_timestamp = typeof newest?.pinnedAt === "number" ? new Date(newest.pinnedAt).toISOString() : null;
  world.events.emit({ type: "message-updated", message });
  world.events.emit({ type: "pins-changed", channel });
}
