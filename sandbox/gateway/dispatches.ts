import { GatewayDispatchEvents as Events } from "discord-api-types/v10";
import { guildIdOf } from "../world/channel.ts";
import type { World } from "../world/world.ts";
import type { WorldEvent } from "../world/world-event.ts";
import { banChanged, guildUpdated, memberJoined, memberLeft, memberUpdated, roleDeleted, roleWritten, userUpdated, webhooksChanged } from "./dispatches/guilds.ts";
import { hearsInGuild } from "./dispatches/hears.ts";
import { messagesDeleted, messageWritten, typingStarted } from "./dispatches/messages.ts";
import { pinsChanged, reactionAdded, reactionRemoved, reactionsCleared } from "./dispatches/reactions.ts";
import { presenceChanged } from "./dispatches/presences.ts";
import { accessGained, threadDeleted, threadMembersChanged, threadWritten } from "./dispatches/threads.ts";
import type { Dispatch, Session } from "./session.ts";

const CHANNEL_EVENTS = {
  "channel-created": Events.ChannelCreate,
  "channel-updated": Events.ChannelUpdate,
  "channel-deleted": Events.ChannelDelete,
} as const;

/** What of an event a session is told: by its intents, its shard and what its bot may see. */
export function dispatchesFor(world: World, session: Session, event: WorldEvent): Dispatch[] {
  switch (event.type) {
    case "message-created":
    case "message-updated":
      return messageWritten(world, session, event);
    case "messages-deleted":
      return messagesDeleted(world, session, event);
    case "channel-created":
    case "channel-updated":
    case "channel-deleted":
      return hearsInGuild(world, session, CHANNEL_EVENTS[event.type], guildIdOf(event.channel)) ? [{ t: CHANNEL_EVENTS[event.type], d: event.channel }] : [];
    case "thread-created":
    case "thread-updated":
      return threadWritten(world, session, event);
    case "thread-deleted":
      return threadDeleted(world, session, event);
    case "thread-members-changed":
      return threadMembersChanged(world, session, event);
    case "access-gained":
      return accessGained(world, session, event);
    case "guild-updated":
      return guildUpdated(world, session, event);
    case "role-created":
    case "role-updated":
      return roleWritten(world, session, event);
    case "role-deleted":
      return roleDeleted(world, session, event);
    case "member-joined":
      return memberJoined(world, session, event);
    case "member-left":
      return memberLeft(world, session, event);
    case "member-updated":
      return memberUpdated(world, session, event);
    case "ban-added":
    case "ban-removed":
      return banChanged(world, session, event);
    case "webhooks-changed":
      return webhooksChanged(world, session, event);
    case "user-updated":
      return userUpdated(world, session, event);
    case "reaction-added":
      return reactionAdded(world, session, event);
    case "reaction-removed":
      return reactionRemoved(world, session, event);
    case "reactions-cleared":
      return reactionsCleared(world, session, event);
    case "pins-changed":
      return pinsChanged(world, session, event);
    case "application-presence":
      return presenceChanged(world, session, event);
    case "typing":
      return typingStarted(world, session, event);
    case "interaction-created":
      if (event.interaction.applicationId !== session.application.id || !session.isFor(event.interaction.guildId)) return [];
      return [{ t: Events.InteractionCreate, d: event.payload }];
    default:
      return [];
  }
}
