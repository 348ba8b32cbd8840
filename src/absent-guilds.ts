import type { DataStore } from "./database/store.ts";

/** The guilds for which something waits though the bot is not in them, as after it was thrown out while it did not run. */
export async function absentGuilds({ read }: DataStore, isIn: (guildId: string) => boolean): Promise<Set<string>> {
  const [messages, timers] = await Promise.all([read.selectFrom("outbox").select("guild_id").distinct().execute(), read.selectFrom("timers").select("guild_id").distinct().execute()]);
  return new Set([...messages, ...timers].map(({ guild_id }) => guild_id).filter((guildId) => !isIn(guildId)));
}
