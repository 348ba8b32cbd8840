import { type APIOverwrite, ChannelType, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import { botsThatSee, changeAccess } from "./access.ts";
import { type Channel, type GuildChannel, type GuildChannelType, guildIdOf, isDirectMessage, isGuildChannel, isThread } from "./channel.ts";
import { DiscordError } from "./discord-error.ts";
import { NO_FLAGS } from "./no-flags.ts";
import { channelsOf, threadsOf } from "./list-channels.ts";
import { forgetMessages } from "./messages/delete-messages.ts";
import type { World } from "./world.ts";

/** Source: error code 30013 in Discord's documentation. */
const CHANNELS_PER_GUILD = 500;

export interface ChannelContent {
  readonly name?: string;
  readonly topic?: string | null;
  /** The category; null for none. */
  readonly parentId?: string | null;
  readonly position?: number;
  readonly nsfw?: boolean;
  /** Seconds between two messages of one person. */
  readonly rateLimitPerUser?: number;
  readonly overwrites?: readonly APIOverwrite[];
  readonly type?: GuildChannelType;
}

/** Adds a channel. Throws 30013 when there are 500. */
export function createChannel(world: World, guildId: string, wanted: ChannelContent & { readonly name: string; readonly type: GuildChannelType }): GuildChannel {
  const siblings = channelsOf(world, guildId);
  if (siblings.length >= CHANNELS_PER_GUILD) throw new DiscordError(Code.MaximumNumberOfGuildChannelsReached);
  const common = {
    id: world.ids.next(),
    guild_id: guildId,
    name: nameOf(wanted.name, wanted.type),
    position: wanted.position ?? siblings.length,
    permission_overwrites: [...(wanted.overwrites ?? [])],
    flags: NO_FLAGS,
  };
  const written = { topic: wanted.topic ?? null, parent_id: wanted.parentId ?? null, nsfw: wanted.nsfw ?? false, rate_limit_per_user: wanted.rateLimitPerUser ?? 0, last_message_id: null };
  const channel: GuildChannel = wanted.type === ChannelType.GuildCategory ? { ...common, type: wanted.type, parent_id: null } : { ...common, ...written, type: wanted.type };
  world.channels.set(channel.id, channel);
  world.events.emit({ type: "channel-created", channel });
  return channel;
}

/** A channel's name as Discord writes it: of text channels in lower case with dashes. */
export const nameOf = (name: string, type: GuildChannelType): string => (type === ChannelType.GuildCategory ? name : name.toLowerCase().replaceAll(/\s+/g, "-"));

/** Changes what is given and tells of it, once. */
export function changeChannel(world: World, channel: GuildChannel, change: ChannelContent): void {
  changeAccess(world, guildIdOf(channel) ?? "", () => {
    if (change.name !== undefined) channel.name = nameOf(change.name, channel.type);
    channel.position = change.position ?? channel.position;
    if (change.overwrites) channel.permission_overwrites = [...change.overwrites];
    if (channel.type !== ChannelType.GuildCategory) {
      if (change.topic !== undefined) channel.topic = change.topic;
      if (change.parentId !== undefined) channel.parent_id = change.parentId;
      channel.nsfw = change.nsfw ?? channel.nsfw ?? false;
      channel.rate_limit_per_user = change.rateLimitPerUser ?? channel.rate_limit_per_user ?? 0;
      if (change.type !== undefined) Object.assign(channel, { type: change.type });
    }
    world.events.emit({ type: "channel-updated", channel });
  });
}

/** Sets one overwrite, or takes it away (null). */
export function setOverwrite(world: World, channel: GuildChannel, id: string, overwrite: APIOverwrite | null): void {
  const others = (channel.permission_overwrites ?? []).filter((each) => each.id !== id);
  changeChannel(world, channel, { overwrites: overwrite ? [...others, overwrite] : others });
}

/** Takes a channel or thread away with its threads and messages; a category's channels stay without it. Direct messages are only closed, which changes nothing here. */
export function deleteChannel(world: World, channel: Channel): void {
  if (isDirectMessage(channel)) return;
  const guildId = guildIdOf(channel) ?? "";
  if (isGuildChannel(channel)) {
    for (const thread of threadsOf(world, guildId)) if (thread.parent_id === channel.id) deleteChannel(world, thread);
    for (const child of channelsOf(world, guildId)) {
      if (child.type !== ChannelType.GuildCategory && child.parent_id === channel.id) changeChannel(world, child, { parentId: null });
    }
    for (const webhook of world.webhooks.values()) if (webhook.channelId === channel.id) world.webhooks.delete(webhook.id);
  }
  const seenByBots = botsThatSee(world, channel);
  world.channels.delete(channel.id);
  forgetMessages(world, channel.id);
  if (isThread(channel)) {
    world.events.emit({ type: "thread-deleted", thread: channel, seenByBots });
    world.threadMembers.delete(channel.id);
  } else world.events.emit({ type: "channel-deleted", channel });
}
