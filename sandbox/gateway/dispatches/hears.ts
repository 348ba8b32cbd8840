import type { GatewayDispatchEvents as Events } from "discord-api-types/v10";
import { canView } from "../../world/permissions.ts";
import type { World } from "../../world/world.ts";
import type { Session } from "../session.ts";

/** Is a session told of such an event of a server? Its bot has to be a member there. */
export function hearsInGuild(world: World, session: Session, event: Events, guildId: string | null): boolean {
  return guildId !== null && world.guilds.get(guildId)?.members.has(session.application.botUserId) === true && session.hears(event, guildId);
}

/** Does its bot see the channel? */
export function sees(world: World, session: Session, channelId: string): boolean {
  const channel = world.channels.get(channelId);
  return channel !== undefined && canView(world, session.application.botUserId, channel);
}
