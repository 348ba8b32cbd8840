import { type GatewayActivity, type GatewayActivityUpdateData, type GatewayPresenceUpdate, type PresenceUpdateReceiveStatus, PresenceUpdateStatus as Status } from "discord-api-types/v10";
import type { Application, World } from "./world.ts";

interface Shown {
  readonly status: PresenceUpdateReceiveStatus;
  readonly activities: readonly GatewayActivityUpdateData[];
}

const ONLINE: Shown = { status: Status.Online, activities: [] };
const OFFLINE: Shown = { status: Status.Offline, activities: [] };

/** How somebody shows themselves in a guild: a bot as it says, people as online unless the world has them offline. */
export function presenceOf(world: World, guildId: string, userId: string): GatewayPresenceUpdate {
  const { status, activities } = shown(world, userId);
  return {
    user: { id: userId },
    guild_id: guildId,
    status,
    activities: activities.map((activity, index): GatewayActivity => ({ id: String(index), created_at: world.clock.now(), ...activity })),
    client_status: status === Status.Offline ? {} : { web: status },
  };
}

export const isOffline = (world: World, userId: string): boolean => shown(world, userId).status === Status.Offline;

function shown(world: World, userId: string): Shown {
  for (const application of world.applications.values()) if (application.botUserId === userId) return shownBot(application);
  return world.offline.has(userId) ? OFFLINE : ONLINE;
}

/** Who is invisible looks offline. */
function shownBot({ isOnline, presence }: Application): Shown {
  if (!isOnline || presence?.status === Status.Invisible) return OFFLINE;
  return presence === null ? ONLINE : { status: presence.status, activities: presence.activities };
}
