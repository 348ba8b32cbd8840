import { type APIOverwrite, ChannelType } from "discord-api-types/v10";
import type { ChannelContent } from "../../world/channels.ts";
import { channelsOf } from "../../world/list-channels.ts";
import type { Guild, World } from "../../world/world.ts";
import type { Field } from "./form.ts";
import { given } from "./given.ts";

/** Source: resources/channel.mdx in Discord's documentation. */
const CHANNELS_PER_CATEGORY = 50;
/** Seconds: six hours. */
export const SLOWEST = 21_600;

/** Permission overwrites with their bit fields as text; undefined when there is no list. */
export function readOverwrites(field: Field): APIOverwrite[] | undefined {
  if (field.isAbsent) return undefined;
  return field.list({ max: 1000 }).map((entry) => {
    entry.get("id").required();
    return { id: entry.get("id").snowflake() ?? "", ...readOverwrite(entry) };
  });
}

/** One overwrite without its id. */
export function readOverwrite(entry: Field): Omit<APIOverwrite, "id"> {
  return { type: entry.get("type").oneOf([0, 1]) ?? 0, allow: String(readBits(entry.get("allow")) ?? 0n), deny: String(readBits(entry.get("deny")) ?? 0n) };
}

/** A bit field, written as a number or as text; undefined when there is none. */
export function readBits(field: Field): bigint | undefined {
  if (field.isAbsent) return undefined;
  if (/^\d+$/.test(String(field.value))) return BigInt(String(field.value));
  field.refuse("NUMBER_TYPE_COERCE", `Value "${String(field.value)}" is not int.`);
  return undefined;
}

/** What a body says of a channel of this guild. `current` is the category that it is in. */
export function readChannel(form: Field, world: World, guild: Guild, current: string | null): ChannelContent {
  const parent = form.get("parent_id");
  const parentId = parent.value === undefined ? undefined : (parent.snowflake() ?? null);
  if (typeof parentId === "string" && parentId !== current) checkParent(parent, world, guild, parentId);
  const topic = form.get("topic");
  return given({
    name: form.get("name").text({ min: 1, max: 100 }),
    topic: topic.value === undefined ? undefined : (topic.text({ max: 1024 }) ?? null),
    parentId,
    position: form.get("position").whole(),
    nsfw: form.get("nsfw").flag(),
    rateLimitPerUser: form.get("rate_limit_per_user").whole({ max: SLOWEST }),
    overwrites: readOverwrites(form.get("permission_overwrites")),
  });
}

/** Notes a category that does not exist here, or has no place left. */
export function checkParent(field: Field, world: World, guild: Guild, parentId: string): void {
  const channels = channelsOf(world, guild.id);
  if (!channels.some(({ id, type }) => id === parentId && type === ChannelType.GuildCategory)) return field.refuse("CHANNEL_PARENT_INVALID", "Category does not exist");
  const children = channels.filter((channel) => channel.type !== ChannelType.GuildCategory && channel.parent_id === parentId);
  if (children.length >= CHANNELS_PER_CATEGORY) field.refuse("CHANNEL_PARENT_MAX_CHANNELS", `Maximum number of channels in category reached (${CHANNELS_PER_CATEGORY})`);
  return undefined;
}
