import { type APIThreadMember, GatewayDispatchEvents as Events, GatewayIntentBits as Intent } from "discord-api-types/v10";
import { channelsOf, threadsOf } from "../world/list-channels.ts";
import { guildObject } from "../world/guild-object.ts";
import { memberObject } from "../world/members.ts";
import { canView } from "../world/permissions.ts";
import { isOffline, presenceOf } from "../world/presences.ts";
import type { Guild, Member, World } from "../world/world.ts";
import { guildsOf } from "./ready.ts";
import type { Dispatch, Session } from "./session.ts";

/** In larger guilds only the bot itself is among the members, whatever its intents. Source: events/gateway-events.mdx:762. */
const MEMBERS_AT_MOST = 75_000;

/** The bot's guilds one after the other. Until one came, the bot hears nothing of it: it is unavailable. */
export function arrivals(world: World, session: Session): Iterator<Dispatch> {
  const guilds = guildsOf(world, session).filter(({ id }) => session.hears(Events.GuildCreate, id));
  for (const { id } of guilds) session.unavailable.add(id);
  return arriving(world, session, guilds);
}

function* arriving(world: World, session: Session, guilds: readonly Guild[]): Generator<Dispatch> {
  for (const guild of guilds) {
    session.unavailable.delete(guild.id);
    // Meanwhile the bot may have left, or the guild may be gone.
    if (world.guilds.get(guild.id)?.members.has(session.application.botUserId)) yield guildCreate(world, session, guild);
  }
}

/** A whole guild, for a bot that comes or came in. */
export function guildCreate(world: World, session: Session, guild: Guild): Dispatch {
  const { botUserId } = session.application;
  const threads = threadsOf(world, guild.id).filter((thread) => !thread.thread_metadata?.archived && canView(world, botUserId, thread));
  const isLarge = guild.members.size > session.identity.largeThreshold;
  const members = membersShown(world, session, guild, isLarge);
  const withPresences = session.hasIntent(Intent.GuildPresences) && guild.members.size <= MEMBERS_AT_MOST;
  const present = withPresences ? members.filter(({ userId }) => !isLarge || !isOffline(world, userId)) : [];
  return {
    t: Events.GuildCreate,
    d: {
      ...guildObject(guild),
      joined_at: guild.members.get(botUserId)?.joinedAt ?? guild.createdAt,
      large: isLarge,
      unavailable: false,
      member_count: guild.members.size,
      voice_states: [],
      members: members.map((member) => memberObject(world, member)),
      channels: channelsOf(world, guild.id),
      threads: threads.map((thread) => ({ ...thread, member: partIn(world.threadMembers.get(thread.id)?.get(botUserId)) })),
      presences: present.map(({ userId }) => presenceOf(world, guild.id, userId)),
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
    },
  };
}

/** Whose part it is, and where, is said only elsewhere. Source: resources/channel.mdx:334. */
const partIn = (member: APIThreadMember | undefined) => member && { join_timestamp: member.join_timestamp, flags: member.flags };

/** Only the bot itself without presences; of a large guild who is online, has a role or a nickname. Source: events/gateway-events.mdx:182. */
function membersShown(world: World, session: Session, guild: Guild, isLarge: boolean): Member[] {
  const { botUserId } = session.application;
  const seesAll = session.hasIntent(Intent.GuildPresences) && guild.members.size <= MEMBERS_AT_MOST;
  const isShown = ({ userId, roleIds, nick }: Member) => userId === botUserId || (seesAll && (!isLarge || roleIds.length > 0 || nick !== null || !isOffline(world, userId)));
  return guild.members.values().filter(isShown).toArray();
}
