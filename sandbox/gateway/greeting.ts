import { type APIUnavailableGuild, ApplicationFlags, GatewayDispatchEvents as Events, GatewayIntentBits as Intent } from "discord-api-types/v10";
import { channelsOf, threadsOf } from "../world/channels.ts";
import { guildObject } from "../world/guild-object.ts";
import { memberObject } from "../world/members.ts";
import { canView } from "../world/permissions.ts";
import type { Guild, World } from "../world/world.ts";
import type { Dispatch, Session } from "./session.ts";

/** What a bot is told after it identified: READY with servers that are not there yet, then each server. */
export function greeting(world: World, session: Session, resumeUrl: string): Dispatch[] {
  const { application, shard } = session;
  const guilds = world.guilds
    .values()
    .filter((guild) => guild.members.has(application.botUserId) && session.isFor(guild.id))
    .toArray();
  const unavailable: APIUnavailableGuild[] = guilds.map(({ id }) => ({ id, unavailable: true }));
  const ready = {
    v: 10,
    user: { ...world.user(application.botUserId), verified: true, mfa_enabled: true },
    guilds: unavailable,
    session_id: session.id,
    resume_gateway_url: resumeUrl,
    shard,
    application: { id: application.id, flags: ApplicationFlags.GatewayGuildMembersLimited | ApplicationFlags.GatewayMessageContentLimited },
  };
  const servers = session.hasIntent(Intent.Guilds) ? guilds.map((guild) => guildCreate(world, guild, application.botUserId)) : [];
  return [{ t: Events.Ready, d: ready }, ...servers];
}

/** Without presences only the bot itself is among the members. Source: events/gateway-events.mdx in Discord's documentation. */
function guildCreate(world: World, guild: Guild, botUserId: string): Dispatch {
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
