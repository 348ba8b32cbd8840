import { setTimeout as wait } from "node:timers/promises";
import { oneByOne } from "../../kernel/one-by-one.ts";
import type { Log } from "../../telemetry/log.ts";
import type { Telemetry } from "../../telemetry/telemetry.ts";
import type { Connection } from "../connection.ts";
import { BYTES_PER_MEMBER, CACHE_LIMITS, type CacheLimits } from "./cache-limits.ts";
import { followMembers } from "./follow-members.ts";
import type { KnownMember } from "./known-member.ts";
import { loadRoster } from "./load-roster.ts";
import { Roster, type RosterState } from "./roster.ts";

export interface MemberCacheDeps {
  readonly connection: Pick<Connection, "client" | "send" | "hearsMembers">;
  readonly telemetry: Telemetry;
  readonly log: Log;
  readonly limits?: CacheLimits;
}

/** How much is kept now. */
export interface CacheSize {
  /** Guilds by how far they are; `on-demand`: too large, or nothing is heard of their members. */
  readonly guilds: Readonly<Record<RosterState, number>>;
  readonly members: number;
  /** An estimate. */
  readonly bytes: number;
}

/**
 * The members of those guilds that are to be kept. Each guild is loaded in the background through the gateway,
 * one after the other, and followed from then on.
 */
export class MemberCache {
  readonly #deps: MemberCacheDeps;
  readonly #limits: CacheLimits;
  readonly #rosters = new Map<string, Roster>();
  readonly #loads = oneByOne((guildId: string) => this.#load(guildId));

  constructor(deps: MemberCacheDeps) {
    this.#deps = deps;
    this.#limits = deps.limits ?? CACHE_LIMITS;
    followMembers(deps.connection.client, {
      changed: (guildId, userId, member) => this.#follow(guildId, userId, member),
      roleDeleted: (guildId, roleId) => this.#rosters.get(guildId)?.removeRole(roleId),
      // Nobody knows what was missed; Discord tells of each guild anew.
      restarted: () => this.#rosters.keys().forEach((guildId) => this.#replace(guildId)),
      away: (guildId) => void (this.isKept(guildId) && this.#replace(guildId)),
      came: (guildId) => void (this.isKept(guildId) && this.#begin(guildId)),
      left: (guildId) => this.#drop(guildId),
    });
  }

  /** Whether this guild's members are to be kept from now on. None of a guild that the bot is not in. */
  keep(guildId: string, isKept: boolean): void {
    if (isKept === this.isKept(guildId)) return;
    if (!isKept) this.#drop(guildId);
    else if (this.#deps.connection.client.guilds.cache.has(guildId)) this.#begin(guildId);
  }

  isKept(guildId: string): boolean {
    return this.#rosters.has(guildId);
  }

  /** Null when nothing is known of them, which does not mean that they are not there. */
  get(guildId: string, userId: string): KnownMember | null {
    return this.#rosters.get(guildId)?.get(userId) ?? null;
  }

  size(): CacheSize {
    const guilds = { loaded: 0, loading: 0, "on-demand": 0 };
    for (const { state } of this.#rosters.values()) guilds[state] += 1;
    const members = this.#membersInAll();
    return { guilds, members, bytes: members * BYTES_PER_MEMBER };
  }

  async stop(): Promise<void> {
    for (const { ended } of this.#rosters.values()) ended.abort();
    await this.#loads.stop();
  }

  #inAll(): Pick<CacheSize, "members" | "bytes"> {
    const { members, bytes } = this.size();
    return { members, bytes };
  }

  #membersInAll(): number {
    return this.#rosters.values().reduce((sum, { size }) => sum + size, 0);
  }

  #begin(guildId: string): void {
    this.#replace(guildId);
    this.#loads.add(guildId);
  }

  #replace(guildId: string): Roster {
    this.#rosters.get(guildId)?.ended.abort();
    const roster = new Roster();
    this.#rosters.set(guildId, roster);
    this.#tell();
    return roster;
  }

  #drop(guildId: string): void {
    this.#rosters.get(guildId)?.ended.abort();
    this.#rosters.delete(guildId);
    this.#tell();
  }

  async #load(guildId: string): Promise<void> {
    const { connection, log, telemetry } = this.#deps;
    const { silenceMs, againMs } = this.#limits;
    const roster = this.#rosters.get(guildId);
    const guild = connection.client.guilds.cache.get(guildId);
    // A guild that is away is loaded when it comes.
    if (roster?.state !== "on-demand" || !guild?.available || !connection.hearsMembers()) return;
    if (!this.#hasRoom(guildId, roster, guild.memberCount)) return;
    const onProgress = (): void => {
      this.#tell();
      this.#hasRoom(guildId, roster, roster.size);
    };
    const waitMs = await loadRoster({ gateway: connection, telemetry, log, onProgress, silenceMs, againMs, inAll: () => this.#inAll() }, guildId, roster);
    this.#tell();
    if (waitMs !== null) void wait(waitMs, undefined, { signal: roster.ended.signal }).then(() => this.#loads.add(guildId), () => undefined);
  }

  #follow(guildId: string, userId: string, member: KnownMember | null): void {
    const roster = this.#rosters.get(guildId);
    if (!roster) return;
    roster.follow(userId, member);
    this.#tell();
    this.#hasRoom(guildId, roster, roster.size);
  }

  /** Whether there is room for so many of this guild; where there is none, nobody of it is kept. */
  #hasRoom(guildId: string, roster: Roster, count: number): boolean {
    const { perGuild, inAll } = this.#limits;
    if (this.#rosters.get(guildId) !== roster) return false;
    if (count <= perGuild && this.#membersInAll() - roster.size + count <= inAll) return true;
    this.#replace(guildId);
    this.#deps.log.warn({ guild: guildId, members: count, perGuild, inAll }, "a server has too many members to keep them in memory; each is looked up when needed");
    return false;
  }

  #tell(): void {
    const { telemetry } = this.#deps;
    const { guilds, members } = this.size();
    telemetry.set("directoryMembers", {}, members);
    for (const [state, count] of Object.entries(guilds)) telemetry.set("directoryGuilds", { state }, count);
  }
}
