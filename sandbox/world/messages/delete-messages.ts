import { MessageType, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import { holdsMessages } from "../channel.ts";
import { DiscordError } from "../discord-error.ts";
import { createdAtOf } from "../snowflake.ts";
import type { World } from "../world.ts";
import { forgetNonce } from "./nonces.ts";
import { isEphemeral, type StoredMessage } from "./stored-message.ts";
import { countOut } from "./thread-counts.ts";

/** Discord tells messages from older ones when they are deleted. */
export const TWO_WEEKS_MS = 14 * 24 * 3_600_000;

export function deleteMessage(world: World, message: StoredMessage): void {
  remove(world, message.api.channel_id, [message], false);
}

/** Throws 50034 when one is older than two weeks; ids that name no message count but do nothing. */
export function bulkDelete(world: World, channelId: string, messageIds: readonly string[]): void {
  const oldest = world.clock.now() - TWO_WEEKS_MS;
  if (messageIds.some((id) => createdAtOf(id) < oldest)) throw new DiscordError(Code.OneOfTheMessagesProvidedWasTooOldForBulkDelete);
  const known = world.messagesOf(channelId);
  remove(world, channelId, messageIds.flatMap((id) => known.get(id) ?? []), true);
}

function remove(world: World, channelId: string, messages: readonly StoredMessage[], inBulk: boolean): void {
  if (messages.length === 0) return;
  for (const message of messages) {
    world.messagesOf(channelId).delete(message.api.id);
    forget(world, message);
  }
  const channel = world.channels.get(channelId);
  if (channel && holdsMessages(channel)) countOut(channel, messages.filter((message) => !isEphemeral(message) && message.api.type !== MessageType.ThreadStarterMessage).length);
  world.events.emit({ type: "messages-deleted", channelId, messages, inBulk });
}

/** All messages of a channel that is gone, and nobody is told of each. */
export function forgetMessages(world: World, channelId: string): void {
  for (const message of world.messages.get(channelId)?.values() ?? []) forget(world, message);
  world.messages.delete(channelId);
  world.oldMessageEdits.delete(channelId);
}

/** What was kept because of a message. */
function forget(world: World, { api, fileIds = [] }: StoredMessage): void {
  for (const id of fileIds) world.attachments.delete(id);
  forgetNonce(world, api);
}
