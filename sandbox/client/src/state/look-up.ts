import type { APIUser } from "discord-api-types/v10";
import type { ApplicationView, ChannelView, GuildView, MemberView, RoleView, Snapshot } from "../../../protocol.ts";

/** A channel and the guild it is in, null for a direct message. */
export interface Place {
  readonly channel: ChannelView;
  readonly guild: GuildView | null;
}

/** How somebody is drawn. */
export interface Look {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly bot: boolean;
  /** 0xRRGGBB of their highest coloured role, 0 for none. */
  readonly color: number;
  readonly online: boolean;
}

/** Where a channel is, null when this person does not see it. */
export function findPlace(snapshot: Snapshot, channelId: string): Place | null {
  const direct = snapshot.directMessages.find((each) => each.id === channelId);
  if (direct !== undefined) return { channel: direct, guild: null };
  for (const guild of snapshot.guilds) {
    const channel = guild.channels.find((each) => each.id === channelId);
    if (channel !== undefined) return { channel, guild };
  }
  return null;
}

/** A guild's text channels as they stand in its list: by category, then by position. */
export function orderedChannels(guild: GuildView): readonly ChannelView[] {
  const top = guild.channels.filter((each) => each.parentId === null && each.kind !== "thread").toSorted(byPosition);
  const loose = top.filter((each) => each.kind === "text");
  const categories = top.filter((each) => each.kind === "category");
  return [...loose, ...categories.flatMap((category) => channelsOf(guild, category.id))];
}

/** A category's channels in their order. */
export function channelsOf(guild: GuildView, categoryId: string): readonly ChannelView[] {
  return guild.channels.filter((each) => each.parentId === categoryId && each.kind === "text").toSorted(byPosition);
}

/** A channel's threads, oldest first. */
export function threadsOf(guild: GuildView, channelId: string): readonly ChannelView[] {
  return guild.channels.filter((each) => each.parentId === channelId && each.kind === "thread").toSorted(byPosition);
}

/** Where somebody lands who asks for no channel in particular: where a bot has put buttons, else the first to write in. */
export function homeChannel(snapshot: Snapshot): ChannelView | null {
  const channels = snapshot.guilds.flatMap((guild) => orderedChannels(guild));
  const hasButtons = (channel: ChannelView): boolean =>
    snapshot.messages[channel.id]?.some((message) => message.author.bot === true && (message.components?.length ?? 0) > 0) === true;
  return channels.find(hasButtons) ?? channels.find((each) => each.writable) ?? channels[0] ?? snapshot.directMessages[0] ?? null;
}

/** A member's roles, highest first. */
export function rolesOf(guild: GuildView, member: MemberView): readonly RoleView[] {
  return guild.roles.filter((role) => member.roleIds.includes(role.id) && role.id !== guild.id).toSorted((a, b) => b.position - a.position);
}

/** How to draw somebody in a guild (or in direct messages); `known` is what a message says about its author. */
export function lookOf(snapshot: Snapshot, guild: GuildView | null, userId: string, known?: APIUser): Look {
  const inGuild = guild?.members.find((each) => each.userId === userId);
  const member = inGuild ?? snapshot.guilds.flatMap((each) => each.members).find((each) => each.userId === userId);
  if (member !== undefined) {
    const color = guild === null || inGuild === undefined ? 0 : (rolesOf(guild, inGuild).find((role) => role.color !== 0)?.color ?? 0);
    return { id: userId, name: member.displayName, username: member.username, bot: member.bot, color, online: member.online };
  }
  const application = applicationOf(snapshot, userId);
  const name = known?.global_name ?? known?.username ?? application?.name ?? "unknown-user";
  return {
    id: userId,
    name,
    username: known?.username ?? name,
    bot: known?.bot ?? application !== null,
    color: 0,
    online: application?.online ?? false,
  };
}

/** The application whose bot this user is, null for people. */
export function applicationOf(snapshot: Snapshot, userId: string): ApplicationView | null {
  return snapshot.applications.find((each) => each.botUserId === userId) ?? null;
}

/** What a channel is called where it stands alone: `#general`, a thread's name, or the other person's name. */
export function channelTitle(snapshot: Snapshot, channel: ChannelView): string {
  if (channel.kind !== "dm") return channel.name;
  const others = channel.recipientIds.filter((id) => id !== snapshot.me.id);
  const names = others.map((id) => lookOf(snapshot, null, id).name);
  return names.length === 0 ? channel.name : names.join(", ");
}

/** How Discord writes a channel: `#general`, `@Guildsmith`. */
export function channelLabel(snapshot: Snapshot, channel: ChannelView): string {
  const sign = channel.kind === "dm" ? "@" : channel.kind === "text" ? "#" : "";
  return `${sign}${channelTitle(snapshot, channel)}`;
}

function byPosition(a: ChannelView, b: ChannelView): number {
  return a.position - b.position || a.name.localeCompare(b.name);
}
