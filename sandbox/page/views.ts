import { type APIMessage, ChannelType } from "discord-api-types/v10";
import type { ApplicationView, ChannelView, GuildView, Person, Snapshot } from "../protocol.ts";
import { type Channel, guildIdOf, isDirectMessage, isThread } from "../world/channel.ts";
import { channelsOf, threadsOf } from "../world/list-channels.ts";
import { commandsIn, isForDirectMessages } from "../world/commands.ts";
import { isInList } from "../world/direct-messages.ts";
import { usableCommands } from "../world/interactions/run-command.ts";
import { messageObject } from "../world/messages/message-object.ts";
import type { StoredMessage } from "../world/messages/stored-message.ts";
import { canSend, canView } from "../world/permissions.ts";
import type { Application, Guild, World } from "../world/world.ts";

/** How much of each channel a page begins with. */
const NEWEST = 50;

export const seesMessage = (personId: string, message: StoredMessage): boolean => message.onlyFor === null || message.onlyFor === personId;

/** Everything a person's page begins with, filtered to what they may see. */
export function snapshotOf(world: World, me: Person, dismissed: ReadonlySet<string>): Snapshot {
  const channels = visibleChannels(world, me.id);
  return {
    me,
    people: world.people,
    guilds: [...world.guilds.values()].filter(({ members }) => members.has(me.id)).map((guild) => guildView(world, me.id, guild)),
    directMessages: channels.filter(isDirectMessage).filter((channel) => isInList(world, me.id, channel)).map((channel) => channelView(world, me.id, channel)),
    applications: [...world.applications.values()].map((application) => applicationView(world, me.id, application)),
    messages: Object.fromEntries(channels.map((channel) => [channel.id, newest(world, me.id, channel, dismissed)])),
    acceptsDirectMessages: !world.closedDirectMessages.has(me.id),
  };
}

function newest(world: World, personId: string, channel: Channel, dismissed: ReadonlySet<string>): APIMessage[] {
  return world
    .messagesOf(channel.id)
    .values()
    .filter((message) => seesMessage(personId, message) && !dismissed.has(message.api.id))
    .map((message) => messageObject(world, message, personId))
    .toArray()
    .slice(-NEWEST);
}

export const visibleChannels = (world: World, personId: string): Channel[] =>
  world.channels.values().filter((channel) => canView(world, personId, channel)).toArray();

/** Threads of which one is no member are left out, as in Discord's list of channels; archived ones too. */
export function isListed(world: World, personId: string, channel: Channel): boolean {
  if (!canView(world, personId, channel)) return false;
  if (!isThread(channel)) return true;
  if (channel.thread_metadata?.archived) return false;
  return channel.type !== ChannelType.PrivateThread || world.threadMembers.get(channel.id)?.has(personId) === true;
}

export function guildView(world: World, personId: string, guild: Guild): GuildView {
  const channels = [...channelsOf(world, guild.id), ...threadsOf(world, guild.id)].filter((channel) => isListed(world, personId, channel));
  return {
    id: guild.id,
    name: guild.name,
    ownerId: guild.ownerId,
    roles: [...guild.roles.values()].map(({ id, name, color, position, mentionable }) => ({ id, name, color, position, mentionable })),
    members: [...guild.members.values()].map(({ userId, nick, roleIds }) => {
      const user = world.user(userId);
      const application = world.applications.values().find(({ botUserId }) => botUserId === userId);
      return {
        userId,
        username: user.username,
        displayName: nick ?? user.global_name ?? user.username,
        bot: user.bot === true,
        roleIds: [...roleIds],
        online: application ? application.isOnline : true,
      };
    }),
    channels: channels.map((channel) => channelView(world, personId, channel)),
  };
}

export function channelView(world: World, personId: string, channel: Channel): ChannelView {
  const others = isDirectMessage(channel) ? (channel.recipients ?? []).filter(({ id }) => id !== personId) : [];
  return {
    id: channel.id,
    guildId: guildIdOf(channel),
    kind: isDirectMessage(channel) ? "dm" : isThread(channel) ? "thread" : channel.type === ChannelType.GuildCategory ? "category" : "text",
    name: isDirectMessage(channel) ? others.map(({ global_name, username }) => global_name ?? username).join(", ") : (channel.name ?? ""),
    topic: "topic" in channel ? (channel.topic ?? null) : null,
    parentId: isDirectMessage(channel) ? null : (channel.parent_id ?? null),
    position: "position" in channel ? channel.position : 0,
    recipientIds: others.map(({ id }) => id),
    writable: canSend(world, personId, channel),
  };
}

export function applicationView(world: World, personId: string, application: Application): ApplicationView {
  const { id, name, botUserId, isOnline } = application;
  // What one may use anywhere; where exactly is refused when a command is run.
  const usable = visibleChannels(world, personId).flatMap((channel) => usableCommands(world, application, personId, channel));
  const inDirectMessages = commandsIn(application, null).filter(isForDirectMessages);
  return { id, name, botUserId, online: isOnline, commands: [...new Set([...usable, ...inDirectMessages])] };
}
