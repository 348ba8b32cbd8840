import { type APIUnavailableGuild, GatewayDispatchEvents as Events } from "discord-api-types/v10";
import { flagsOf } from "../world/application-flags.ts";
import type { Guild, World } from "../world/world.ts";
import type { Dispatch, Session } from "./session.ts";

/** The bot's guilds that its shard is for. */
export const guildsOf = (world: World, session: Session): Guild[] =>
  world.guilds
    .values()
    .filter((guild) => guild.members.has(session.application.botUserId) && session.isFor(guild.id))
    .toArray();

/** READY, with guilds that are not there yet. Source: events/gateway-events.mdx:462. */
export function ready(world: World, session: Session, resumeUrl: string): Dispatch {
  const { application, identity } = session;
  const flags = flagsOf(application);
  const guilds: APIUnavailableGuild[] = guildsOf(world, session).map(({ id }) => ({ id, unavailable: true }));
  return {
    t: Events.Ready,
    d: {
      v: 10,
      user: { ...world.user(application.botUserId), verified: true, mfa_enabled: true, email: null },
      guilds,
      session_id: session.id,
      resume_gateway_url: resumeUrl,
      ...(identity.shard ? { shard: identity.shard } : {}),
      application: { id: application.id, flags, flags_new: String(flags) },
    },
  };
}
