import type { PageEvent, Person } from "../protocol.ts";
import { InteractionResponseType as Answers, InteractionType } from "discord-api-types/v10";
import { type Channel, guildIdOf, isDirectMessage } from "../world/channel.ts";
import { messageObject } from "../world/messages/message-object.ts";
import { canView } from "../world/permissions.ts";
import type { World } from "../world/world.ts";
import type { WorldEvent } from "../world/world-event.ts";
import { applicationView, channelView, guildView, isListed, seesMessage, snapshotOf } from "./views.ts";

/** What of an event a person's page is told. */
export function pageEvents(world: World, me: Person, dismissed: ReadonlySet<string>, event: WorldEvent): PageEvent[] {
  switch (event.type) {
    case "message-created":
    case "message-updated": {
      const { api } = event.message;
      const channel = world.channels.get(api.channel_id);
      if (!channel || !canView(world, me.id, channel) || !seesMessage(me.id, event.message) || dismissed.has(api.id)) return [];
      return [...openedDirectMessage(world, me, channel, event), { type: "message", message: messageObject(world, event.message, me.id) }];
    }
    case "reaction-added":
    case "reaction-removed":
    case "reactions-cleared": {
      const channel = world.channels.get(event.message.api.channel_id);
      return channel && canView(world, me.id, channel) && seesMessage(me.id, event.message) ? [{ type: "message", message: messageObject(world, event.message, me.id) }] : [];
    }
    case "pins-changed":
      return [];
    case "messages-deleted": {
      const channel = world.channels.get(event.channelId);
      const messageIds = event.messages.filter((message) => seesMessage(me.id, message)).map(({ api }) => api.id);
      return channel && canView(world, me.id, channel) && messageIds.length > 0 ? [{ type: "messages-removed", channelId: event.channelId, messageIds }] : [];
    }
    case "channel-created":
    case "channel-updated":
      return [channelEvent(world, me, event.channel)];
    case "thread-created":
    case "thread-updated":
      return [channelEvent(world, me, event.thread)];
    case "thread-members-changed":
      if (event.added.includes(me.id)) return [channelEvent(world, me, event.thread), ...history(world, me, event.thread, dismissed)];
      return event.removed.includes(me.id) ? [channelEvent(world, me, event.thread)] : [];
    case "channel-deleted":
      return [{ type: "channel-removed", channelId: event.channel.id }];
    case "thread-deleted":
      return [{ type: "channel-removed", channelId: event.thread.id }];
    case "direct-message-opened":
      // The other side sees a direct message with its first message.
      return event.forUserId === me.id ? [channelEvent(world, me, event.channel)] : [];
    case "role-created":
    case "role-updated":
    case "role-deleted":
      // Roles decide what one sees: a fresh start is the only complete answer.
      return [{ type: "snapshot", snapshot: snapshotOf(world, me, dismissed) }];
    case "member-joined":
    case "member-left":
    case "member-updated": {
      if (event.userId === me.id) return [{ type: "snapshot", snapshot: snapshotOf(world, me, dismissed) }];
      return isMember(world, me, event.guildId) ? [{ type: "guild", guild: guildView(world, me.id, world.guild(event.guildId)) }] : [];
    }
    case "typing": {
      const channel = world.channels.get(event.channelId);
      return channel && event.userId !== me.id && canView(world, me.id, channel) ? [{ type: "typing", channelId: event.channelId, userId: event.userId }] : [];
    }
    case "commands-changed":
      return [{ type: "application", application: applicationView(world, me.id, world.application(event.applicationId)) }];
    case "application-presence":
      return [
        { type: "application", application: applicationView(world, me.id, world.application(event.applicationId)) },
        ...[...world.guilds.values()].filter(({ id }) => isMember(world, me, id)).map((guild): PageEvent => ({ type: "guild", guild: guildView(world, me.id, guild) })),
      ];
    case "direct-messages-switched":
      return event.userId === me.id ? [{ type: "snapshot", snapshot: snapshotOf(world, me, dismissed) }] : [];
    case "guild-updated":
      return isMember(world, me, event.guildId) ? [{ type: "guild", guild: guildView(world, me.id, world.guild(event.guildId)) }] : [];
    case "user-updated":
      return [{ type: "snapshot", snapshot: snapshotOf(world, me, dismissed) }];
    case "access-gained":
    case "ban-added":
    case "ban-removed":
    case "webhooks-changed":
    case "interaction-created":
      return [];
    case "interaction-changed": {
      const { id, personId, channelId, messageId, source, state, kind, responseType } = event.interaction;
      if (personId !== me.id || kind === InteractionType.ApplicationCommandAutocomplete) return [];
      const isDeferred = responseType === Answers.DeferredChannelMessageWithSource || responseType === Answers.DeferredMessageUpdate;
      return [{ type: "interaction", interactionId: id, channelId, messageId, source, state, ...(isDeferred ? { deferred: true } : {}) }];
    }
    case "modal-opened": {
      const { id, applicationId, channelId, personId } = event.interaction;
      return personId === me.id ? [{ type: "modal", open: { interactionId: id, applicationId, channelId, modal: event.modal } }] : [];
    }
  }
}

const isMember = (world: World, me: Person, guildId: string): boolean => world.guilds.get(guildId)?.members.has(me.id) === true;

function channelEvent(world: World, me: Person, channel: Channel): PageEvent {
  const isVisible = isDirectMessage(channel) ? canView(world, me.id, channel) : isListed(world, me.id, channel);
  return isVisible ? { type: "channel", channel: channelView(world, me.id, channel) } : { type: "channel-removed", channelId: channel.id };
}

function openedDirectMessage(world: World, me: Person, channel: Channel, event: WorldEvent): PageEvent[] {
  return event.type === "message-created" && guildIdOf(channel) === null ? [channelEvent(world, me, channel)] : [];
}

function history(world: World, me: Person, channel: Channel, dismissed: ReadonlySet<string>): PageEvent[] {
  return (snapshotOf(world, me, dismissed).messages[channel.id] ?? []).map((message) => ({ type: "message", message }));
}
