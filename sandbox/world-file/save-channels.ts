import { type APIOverwrite, ChannelType, OverwriteType } from "discord-api-types/v10";
import type { GuildChannel, WritableChannel } from "../world/channel.ts";
import { channelsOf } from "../world/list-channels.ts";
import { byAge } from "../world/snowflake.ts";
import type { Guild, World } from "../world/world.ts";
import type { GuildInput } from "./guild-schema.ts";
import { byReference, referenceTo } from "./references.ts";
import { permissionsOf, whoIs } from "./saving.ts";

type ChannelInput = NonNullable<GuildInput["channels"]>[number];
type OverwriteInput = NonNullable<ChannelInput["overwrites"]>[number];

/** A server's channels and categories as a world file has them, in their order. */
export function channelInputs(world: World, guild: Guild): ChannelInput[] {
  const roles = byReference(guild.roles.values());
  const all = channelsOf(world, guild.id).toSorted((first, second) => first.position - second.position || byAge(first.id, second.id));
  const overwrites = ({ permission_overwrites: given = [] }: GuildChannel): OverwriteInput[] =>
    given.flatMap(({ id, type, allow, deny }: APIOverwrite): OverwriteInput[] => {
      const bits = { allow: permissionsOf(allow), deny: permissionsOf(deny) };
      const role = guild.roles.get(id);
      if (type === OverwriteType.Role) return role ? [{ role: referenceTo(roles, role), ...bits }] : [];
      return world.users.has(id) ? [{ ...whoIs(world, id), ...bits }] : [];
    });
  const writable = (channel: WritableChannel) => ({
    name: channel.name,
    id: channel.id,
    ...(channel.type === ChannelType.GuildAnnouncement ? { type: "announcement" as const } : {}),
    ...(channel.topic ? { topic: channel.topic } : {}),
    ...(channel.nsfw ? { nsfw: true } : {}),
    ...(channel.rate_limit_per_user ? { slowmode: channel.rate_limit_per_user } : {}),
    overwrites: overwrites(channel),
  });
  const channels = all.filter((channel) => channel.type !== ChannelType.GuildCategory);
  return all.flatMap((channel): ChannelInput[] => {
    if (channel.type !== ChannelType.GuildCategory) return channel.parent_id ? [] : [writable(channel)];
    const children = channels.filter(({ parent_id: parentId }) => parentId === channel.id);
    return [{ category: channel.name, id: channel.id, overwrites: overwrites(channel), channels: children.map(writable) }];
  });
}
