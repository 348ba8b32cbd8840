import { type Client, DiscordAPIError } from "discord.js";
import { type APIGuildMember, RESTJSONErrorCodes, Routes } from "discord-api-types/v10";
import type { MemberDirectory } from "../features/guild-settings/settings-port.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Log } from "../telemetry/log.ts";

type Standing = Awaited<ReturnType<MemberDirectory["find"]>>;

const FRESH_MS = 60_000;
const KEPT = 5_000;
/** Every permission: a guild's owner has them whatever their roles say (topics/permissions.mdx in Discord's documentation). */
const ALL = (1n << 53n) - 1n;

/** Looks members up through Discord's REST API and remembers the answer for a minute. */
export function createMemberDirectory(client: Client<true>, clock: Clock, log: Log): MemberDirectory {
  const known = new Map<string, { readonly standing: Standing; readonly at: number }>();

  async function fetchStanding(guildId: string, userId: string): Promise<Standing> {
    const guild = client.guilds.cache.get(guildId);
    if (!guild) return null;
    const member = await getMember(guildId, userId);
    if (!member) return null;
    if (guild.ownerId === userId) return { roleIds: member.roles, permissions: String(ALL) };
    const permissions = [guildId, ...member.roles].reduce((sum, id) => sum | (guild.roles.cache.get(id)?.permissions.bitfield ?? 0n), 0n);
    return { roleIds: member.roles, permissions: String(permissions) };
  }

  async function getMember(guildId: string, userId: string): Promise<APIGuildMember | null> {
    try {
      return (await client.rest.get(Routes.guildMember(guildId, userId))) as APIGuildMember;
    } catch (cause) {
      if (cause instanceof DiscordAPIError && (cause.code === RESTJSONErrorCodes.UnknownMember || cause.code === RESTJSONErrorCodes.UnknownUser)) return null;
      log.warn({ err: cause, guild: guildId }, "a member could not be looked up");
      throw cause;
    }
  }

  return {
    async find(guildId, userId, notBefore = 0) {
      const key = `${guildId}:${userId}`;
      const at = clock.now();
      const cached = known.get(key);
      if (cached && at - cached.at < FRESH_MS && cached.at >= notBefore) return cached.standing;
      const standing = await fetchStanding(guildId, userId);
      if (known.size >= KEPT) known.clear();
      known.set(key, { standing, at });
      return standing;
    },
  };
}
