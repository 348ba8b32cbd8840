import { GatewayDispatchEvents as Events } from "discord-api-types/v10";
import { channelsOf, threadsOf } from "../world/channels.ts";
import { guildObject } from "../world/guild-object.ts";
import { memberObject } from "../world/members.ts";
import { canView } from "../world/permissions.ts";
import type { Guild, World } from "../world/world.ts";
import type { Dispatch } from "./session.ts";

/** A whole server, for a bot that comes or came in. Without presences only the bot itself is among the members. Source: events/gateway-events.mdx in Discord's documentation. */
export function guildCreate(world: World, guild: Guild, botUserId: string): Dispatch {
  const bot = guild.members.get(botUserId);
  const threads = threadsOf(world, guild.id).filter((thread) => !thread.thread_metadata?.archived && canView(world, botUserId, thread));
  return {
    t: Events.GuildCreate,
    d: {
      ...guildObject(guild),
      joined_at: bot?.joinedAt ?? guild.createdAt,
      large: false,
      unavailable: false,
      member_count: guild.members.size,
      voice_states: [],
      members: bot ? [memberObject(world, bot)] : [],
      channels: channelsOf(world, guild.id),
      threads: threads.map((thread) => ({ ...thread, member: world.threadMembers.get(thread.id)?.get(botUserId) })),
      presences: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
    },
  };
}
