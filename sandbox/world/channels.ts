import { type APIOverwrite, ChannelType, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import { type Channel, type GuildChannel, guildIdOf, isDirectMessage, isGuildChannel, isThread } from "./channel.ts";
import { DiscordError } from "./discord-error.ts";
import { NO_FLAGS } from "./no-flags.ts";
import type { World } from "./world.ts";

/** Source: error code 30013 in Discord's documentation. */
const CHANNELS_PER_GUILD = 500;

export interface NewChannel {
  readonly name: string;
  readonly type: ChannelType.GuildText | ChannelType.GuildCategory;
  readonly topic: string | null;
  readonly parentId: string | null;
  readonly overwrites: readonly APIOverwrite[];
}

export function createChannel(world: World, guildId: string, wanted: NewChannel): GuildChannel {
  const siblings = channelsOf(world, guildId);
  if (siblings.length >= CHANNELS_PER_GUILD) throw new DiscordError(Code.MaximumNumberOfGuildChannelsReached);
  const common = {
    id: world.ids.next(),
    guild_id: guildId,
    // Discord writes text channels' names in lower case with dashes.
    name: wanted.type === ChannelType.GuildText ? wanted.name.toLowerCase().replaceAll(/\s+/g, "-") : wanted.name,
    position: siblings.length,
    permission_overwrites: [...wanted.overwrites],
    nsfw: false,
    flags: NO_FLAGS,
  };
  const channel: GuildChannel =
    wanted.type === ChannelType.GuildText
      ? { ...common, type: wanted.type, topic: wanted.topic, parent_id: wanted.parentId, rate_limit_per_user: 0, last_message_id: null }
      : { ...common, type: wanted.type, parent_id: null };
  world.channels.set(channel.id, channel);
  world.events.emit({ type: "channel-created", channel });
  return channel;
}

export const channelsOf = (world: World, guildId: string): GuildChannel[] =>
  world.channels.values().filter(isGuildChannel).filter((channel) => guildIdOf(channel) === guildId).toArray();

export const threadsOf = (world: World, guildId: string) =>
  world.channels.values().filter(isThread).filter((thread) => guildIdOf(thread) === guildId).toArray();

/** Takes a channel or thread away with its threads and messages. Direct messages are only closed, which changes nothing here. */
export function deleteChannel(world: World, channel: Channel): void {
  if (isDirectMessage(channel)) return;
  if (isGuildChannel(channel)) {
    for (const thread of threadsOf(world, guildIdOf(channel) ?? "")) if (thread.parent_id === channel.id) deleteChannel(world, thread);
    for (const child of channelsOf(world, guildIdOf(channel) ?? "")) if (child.type !== ChannelType.GuildCategory && child.parent_id === channel.id) child.parent_id = null;
  }
  world.channels.delete(channel.id);
  world.messages.delete(channel.id);
  if (isThread(channel)) {
    world.events.emit({ type: "thread-deleted", thread: channel });
    world.threadMembers.delete(channel.id);
  } else world.events.emit({ type: "channel-deleted", channel });
}
