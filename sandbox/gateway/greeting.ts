import { type APIUnavailableGuild, GatewayDispatchEvents as Events, GatewayIntentBits as Intent } from "discord-api-types/v10";
import { flagsOf } from "../world/application-profile.ts";
import type { World } from "../world/world.ts";
import { guildCreate } from "./guild-create.ts";
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
    application: { id: application.id, flags: flagsOf(application) },
  };
  const servers = session.hasIntent(Intent.Guilds) ? guilds.map((guild) => guildCreate(world, guild, application.botUserId)) : [];
  return [{ t: Events.Ready, d: ready }, ...servers];
}
