import { type Channel, isGuildChannel } from "./channel.ts";
import { threadsOf } from "./list-channels.ts";
import { canView } from "./permissions.ts";
import type { World } from "./world.ts";

/** Changes what decides who sees what, then tells each bot of the channels with active threads that it sees from now on. */
export function changeAccess<T>(world: World, guildId: string, change: () => T): T {
  const before = seenByBots(world, guildId);
  const result = change();
  for (const [userId, channelIds] of seenByBots(world, guildId)) {
    const seen = before.get(userId);
    // Who was no member before is given the whole guild.
    const gained = seen ? [...channelIds].filter((id) => !seen.has(id)) : [];
    if (gained.length > 0) world.events.emit({ type: "access-gained", guildId, userId, channelIds: gained });
  }
  return result;
}

/** The bots that see a channel or thread, by their users. */
export const botsThatSee = (world: World, channel: Channel): string[] =>
  [...world.applications.values()].map(({ botUserId }) => botUserId).filter((id) => canView(world, id, channel));

/** By bot, the channels with active threads that it sees. */
function seenByBots(world: World, guildId: string): Map<string, Set<string>> {
  const active = threadsOf(world, guildId).filter((thread) => !thread.thread_metadata?.archived);
  const parents = [...new Set(active.map((thread) => thread.parent_id))].flatMap((id) => world.channels.get(id ?? "") ?? []).filter(isGuildChannel);
  const bots = [...world.applications.values()].map(({ botUserId }) => botUserId).filter((id) => world.guilds.get(guildId)?.members.has(id));
  return new Map(bots.map((id) => [id, new Set(parents.filter((channel) => canView(world, id, channel)).map((channel) => channel.id))]));
}
