import { GatewayDispatchEvents as Events, GatewayIntentBits as Intent } from "discord-api-types/v10";
import { presenceOf } from "../../world/presences.ts";
import type { World } from "../../world/world.ts";
import type { EventOf } from "../../world/world-event.ts";
import { guildsOf } from "../ready.ts";
import type { Dispatch, Session } from "../session.ts";

/** PRESENCE_UPDATE: a bot is shown to everybody who shares a guild with it, itself too. */
export function presenceChanged(world: World, session: Session, { applicationId }: EventOf<"application-presence">): Dispatch[] {
  if (!session.hasIntent(Intent.GuildPresences)) return [];
  const { botUserId } = world.application(applicationId);
  return guildsOf(world, session)
    .filter((guild) => guild.members.has(botUserId))
    .map((guild) => ({ t: Events.PresenceUpdate, d: presenceOf(world, guild.id, botUserId) }));
}
