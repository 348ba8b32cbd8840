import { OverwriteType } from "discord-api-types/v10";
import { APPLICATION_ID, CHANNELS, GUILD_ID, ROLES } from "../index.ts";
import { isGuildChannel } from "../world/channel.ts";
import type { Guild } from "../world/world.ts";
import type { Lab } from "./lab.ts";

/** The lab's guild, to be arranged for a rule. */
export async function guildOf(lab: Lab): Promise<Guild> {
  return (await lab.start()).world.guild(GUILD_ID);
}

/** Gives a role these permissions and no others; without a role, the bot's own. */
export async function permit(lab: Lab, permissions: bigint, roleId: string = ROLES.bot): Promise<void> {
  const role = (await guildOf(lab)).roles.get(roleId);
  if (role) role.permissions = String(permissions);
}

/** Takes everything from everyone, then gives the bot's role these permissions. */
export async function only(lab: Lab, permissions: bigint): Promise<void> {
  await permit(lab, 0n, ROLES.everyone);
  await permit(lab, permissions);
}

export interface Overwrite {
  readonly id: string;
  readonly allow?: bigint;
  readonly deny?: bigint;
}

/** Makes these the overwrites of a channel, #general unless told. A person's and the bot's id stand for the member. */
export async function overwrite(lab: Lab, overwrites: readonly Overwrite[], channelId: string = CHANNELS.general): Promise<void> {
  const { world } = await lab.start();
  const channel = world.channel(channelId);
  if (!isGuildChannel(channel)) throw new Error("only a server's channel has overwrites");
  channel.permission_overwrites = overwrites.map(({ id, allow = 0n, deny = 0n }) => ({
    id,
    type: world.users.has(id) ? OverwriteType.Member : OverwriteType.Role,
    allow: String(allow),
    deny: String(deny),
  }));
}

/** The bot's user. */
export const BOT = APPLICATION_ID;
