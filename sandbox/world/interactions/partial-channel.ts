import type { APIInteractionDataResolvedChannel } from "discord-api-types/v10";
import { type Channel, isDirectMessage } from "../channel.ts";
import { asSeenBy } from "../direct-messages.ts";
import { permissionsIn } from "../permissions.ts";
import type { World } from "../world.ts";

/** What an interaction says of a channel. Source: "Resolved Data Structure", interactions/receiving-and-responding.mdx in Discord's documentation. */
const FIELDS: ReadonlySet<string> = new Set([
  "id",
  "name",
  "type",
  "last_message_id",
  "last_pin_timestamp",
  "nsfw",
  "parent_id",
  "guild_id",
  "flags",
  "rate_limit_per_user",
  "topic",
  "position",
  "thread_metadata",
  "recipients",
]);

/** A channel as an interaction tells of it, with what its person may do there; overwrites are not told. */
export function partialChannel(world: World, channel: Channel, personId: string, botUserId: string): APIInteractionDataResolvedChannel {
  const seen = isDirectMessage(channel) ? asSeenBy(channel, botUserId) : channel;
  const told = Object.fromEntries(Object.entries(seen).filter(([key]) => FIELDS.has(key)));
  return { ...told, permissions: String(permissionsIn(world, personId, channel)) } as APIInteractionDataResolvedChannel;
}
