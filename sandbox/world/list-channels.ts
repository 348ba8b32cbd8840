import type { APIThreadChannel } from "discord-api-types/v10";
import { type GuildChannel, guildIdOf, isGuildChannel, isThread } from "./channel.ts";
import type { World } from "./world.ts";

/** A guild's channels and categories, without its threads. */
export const channelsOf = (world: World, guildId: string): GuildChannel[] =>
  world.channels.values().filter(isGuildChannel).filter((channel) => guildIdOf(channel) === guildId).toArray();

/** A guild's threads, archived ones too. */
export const threadsOf = (world: World, guildId: string): APIThreadChannel[] =>
  world.channels.values().filter(isThread).filter((thread) => guildIdOf(thread) === guildId).toArray();
