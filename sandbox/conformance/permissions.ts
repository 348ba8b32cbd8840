import { OverwriteType } from "discord-api-types/v10";
import { APPLICATION_ID, CHANNELS } from "../index.ts";
import { isGuildChannel } from "../world/channel.ts";
import type { Lab } from "./lab.ts";

/** Lets the bot do something in a channel, or forbids it there, as an overwrite for it alone does. */
export async function botMay(lab: Lab, { allow = 0n, deny = 0n, channelId = CHANNELS.general }: { allow?: bigint; deny?: bigint; channelId?: string }): Promise<void> {
  const { world } = await lab.start();
  const channel = world.channel(channelId);
  if (!isGuildChannel(channel)) throw new Error("only channels of a guild have overwrites");
  const others = (channel.permission_overwrites ?? []).filter(({ id }) => id !== APPLICATION_ID);
  channel.permission_overwrites = [...others, { id: APPLICATION_ID, type: OverwriteType.Member, allow: String(allow), deny: String(deny) }];
}
