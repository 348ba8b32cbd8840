import {
  type APIDMChannel,
  type APIGuildCategoryChannel,
  type APINewsChannel,
  type APITextChannel,
  type APIThreadChannel,
  ChannelType,
} from "discord-api-types/v10";

/** A guild's channel where people write; an announcement channel is one, too. */
export type WritableChannel = APITextChannel | APINewsChannel;
export type GuildChannel = WritableChannel | APIGuildCategoryChannel;
export type GuildChannelType = GuildChannel["type"];
export type Channel = GuildChannel | APIThreadChannel | APIDMChannel;
/** Where messages can be. */
export type MessageChannel = Exclude<Channel, APIGuildCategoryChannel>;

export function isThread(channel: Channel): channel is APIThreadChannel {
  return channel.type === ChannelType.PublicThread || channel.type === ChannelType.PrivateThread || channel.type === ChannelType.AnnouncementThread;
}

export const isDirectMessage = (channel: Channel): channel is APIDMChannel => channel.type === ChannelType.DM;

export const isGuildChannel = (channel: Channel): channel is GuildChannel => !isThread(channel) && !isDirectMessage(channel);

export const isWritable = (channel: Channel): channel is WritableChannel => channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement;

export const holdsMessages = (channel: Channel): channel is MessageChannel => channel.type !== ChannelType.GuildCategory;

/** Null for a direct message. */
export const guildIdOf = (channel: Channel): string | null => (isDirectMessage(channel) ? null : (channel.guild_id ?? null));
