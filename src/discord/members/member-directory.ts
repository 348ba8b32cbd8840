import type { Standing } from "../../features/guild-settings/rights.ts";
import type { MemberNames } from "../../features/guild-settings/settings-port.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Log } from "../../telemetry/log.ts";
import type { Telemetry } from "../../telemetry/telemetry.ts";
import type { CallerDirectory } from "../caller.ts";
import type { Connection } from "../connection.ts";
import type { CacheLimits } from "./cache-limits.ts";
import { FetchedMembers } from "./fetched-members.ts";
import { followMembers } from "./follow-members.ts";
import { type KnownMember, knownMember } from "./known-member.ts";
import { type CacheSize, MemberCache } from "./member-cache.ts";

export interface DirectoryDeps {
  readonly connection: Pick<Connection, "client" | "send" | "hearsMembers">;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly log: Log;
  readonly limits?: CacheLimits;
}

/** Who is in which guild with which roles and name: from the cache where the guild is kept, else from Discord. */
export interface Directory extends CallerDirectory, MemberNames {
  /** Whether this guild's members are kept in memory from now on, or each is asked for whenever it is needed. */
  keep(guildId: string, isKept: boolean): void;
  size(): CacheSize;
  stop(): Promise<void>;
}

interface Found {
  readonly member: KnownMember | null;
  readonly source: "cache" | "fetch";
}

/** Every permission: a guild's owner has them whatever their roles say (topics/permissions.mdx in Discord's documentation). */
const ALL = String((1n << 53n) - 1n);

/** A directory of the guilds of this connection. None is kept before `keep` says so. */
export function createMemberDirectory(deps: DirectoryDeps): Directory {
  const { connection, telemetry } = deps;
  const { guilds } = connection.client;
  const cache = new MemberCache(deps);
  const fetched = new FetchedMembers(connection.client.rest, deps.clock, deps.log);
  const forget = (guildId: string, userId: string): void => fetched.forget(guildId, userId);
  followMembers(connection.client, { changed: forget });

  async function look(guildId: string, userId: string, notBefore: number): Promise<Found> {
    // What the gateway tells comes a moment late: who wants to be sure asks Discord.
    const kept = notBefore === 0 ? cache.get(guildId, userId) : null;
    if (kept) return { member: kept, source: "cache" };
    if (!guilds.cache.has(guildId)) return { member: null, source: "cache" };
    const isKept = cache.isKept(guildId);
    const remembered = isKept ? fetched.remembered(guildId, userId, notBefore) : null;
    if (remembered) return { member: await remembered, source: "cache" };
    return { member: await fetched.fetch(guildId, userId, notBefore, isKept), source: "fetch" };
  }

  function standingOf(guildId: string, userId: string, { roleIds }: KnownMember): Standing {
    const guild = guilds.cache.get(guildId);
    if (guild?.ownerId === userId) return { roleIds, permissions: ALL };
    const permissions = [guildId, ...roleIds].reduce((sum, id) => sum | (guild?.roles.cache.get(id)?.permissions.bitfield ?? 0n), 0n);
    return { roleIds, permissions: String(permissions) };
  }

  return {
    async find(guildId, userId, notBefore = 0) {
      const from = performance.now();
      const tell = (source: Found["source"], outcome: "found" | "absent" | "failed"): void => telemetry.observe("permissionCheck", { source, outcome }, (performance.now() - from) / 1_000, guildId);
      try {
        const { member, source } = await look(guildId, userId, notBefore);
        tell(source, member ? "found" : "absent");
        return member && standingOf(guildId, userId, member);
      } catch (cause) {
        tell("fetch", "failed");
        throw cause;
      }
    },
    name: async (guildId, userId) => (await look(guildId, userId, 0)).member?.name ?? null,
    knownName: (guildId, userId) => cache.get(guildId, userId)?.name ?? null,
    keep: (guildId, isKept) => cache.keep(guildId, isKept),
    seen(guildId, member) {
      // What comes with a press is worth as much as an answer: who goes on in direct messages need not be asked for.
      if (cache.isKept(guildId) && cache.get(guildId, member.user.id) === null) fetched.remember(guildId, member.user.id, knownMember(member));
    },
    size: () => cache.size(),
    stop: () => cache.stop(),
  };
}
