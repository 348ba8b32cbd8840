import { type APIOverwrite, ChannelType, OverwriteType } from "discord-api-types/v10";
import type { GuildChannel } from "../world/channel.ts";
import { nameOf } from "../world/channels.ts";
import { NO_FLAGS } from "../world/no-flags.ts";
import type { Guild } from "../world/world.ts";
import { type Build, bitsOf, somebodyIn } from "./building.ts";
import type { WorldChannel, WorldGuild, WorldOverwrite } from "./guild-schema.ts";
import { byReference } from "./references.ts";

/** A guild's categories and channels, in their order. */
export function channelsOf(build: Build, guild: Guild, { channels }: WorldGuild): GuildChannel[] {
  const roles = byReference(guild.roles.values());
  const overwritesOf = (overwrites: readonly WorldOverwrite[]): APIOverwrite[] =>
    overwrites.map(({ role, allow, deny, ...who }) => ({
      id: role === undefined ? somebodyIn(build, who) : (roles.get(role)?.id ?? ""),
      type: role === undefined ? OverwriteType.Member : OverwriteType.Role,
      allow: bitsOf(allow),
      deny: bitsOf(deny),
    }));
  let position = 0;
  const writable = (given: WorldChannel, parentId: string | null): GuildChannel => ({
    id: build.idOf(given),
    type: given.type === "announcement" ? ChannelType.GuildAnnouncement : ChannelType.GuildText,
    guild_id: guild.id,
    name: nameOf(given.name, ChannelType.GuildText),
    position: position++,
    topic: given.topic ?? null,
    parent_id: parentId,
    permission_overwrites: overwritesOf(given.overwrites),
    nsfw: given.nsfw,
    rate_limit_per_user: given.slowmode,
    last_message_id: null,
    flags: NO_FLAGS,
  });
  return channels.flatMap((given) => {
    if (!("category" in given)) return [writable(given, null)];
    const category: GuildChannel = {
      id: build.idOf(given),
      type: ChannelType.GuildCategory,
      guild_id: guild.id,
      name: given.category,
      position: position++,
      parent_id: null,
      permission_overwrites: overwritesOf(given.overwrites),
      flags: NO_FLAGS,
    };
    return [category, ...given.channels.map((child) => writable(child, category.id))];
  });
}
