import type { Client } from "discord.js";
import {
  GatewayDispatchEvents as Dispatch,
  type GatewayGuildCreateDispatchData as GuildCreate,
  type GatewayGuildDeleteDispatchData as GuildDelete,
  type GatewayGuildMemberAddDispatchData as MemberAdd,
  type GatewayGuildMemberRemoveDispatchData as MemberRemove,
  type GatewayGuildMemberUpdateDispatchData as MemberUpdate,
  type GatewayGuildRoleDeleteDispatchData as RoleDelete,
} from "discord-api-types/v10";
import { type KnownMember, knownMember } from "./known-member.ts";

/** What is told of members. */
export interface MemberListener {
  /** Somebody joined, or their roles or names changed; null: they have left. */
  changed(guildId: string, userId: string, member: KnownMember | null): void;
  roleDeleted(guildId: string, roleId: string): void;
  /** The session began anew: what happened meanwhile is not told. After a mere resumption Discord tells it. */
  restarted(): void;
  /** Discord cannot reach the guild for a while. */
  away(guildId: string): void;
  /** The guild is there: joined, or back, or told of at the beginning of a session. */
  came(guildId: string): void;
  /** The bot is not in the guild any more. */
  left(guildId: string): void;
}

/** Listens to the gateway's raw events: discord.js's own are not sent for members whom it does not keep. */
export function followMembers({ ws }: Client, listener: Pick<MemberListener, "changed"> & Partial<MemberListener>): void {
  const changed = ({ guild_id: guildId, ...member }: MemberAdd | MemberUpdate): void => listener.changed(guildId, member.user.id, knownMember(member));
  ws.on(Dispatch.GuildMemberAdd, changed);
  ws.on(Dispatch.GuildMemberUpdate, changed);
  ws.on(Dispatch.GuildMemberRemove, ({ guild_id: guildId, user }: MemberRemove) => listener.changed(guildId, user.id, null));
  ws.on(Dispatch.GuildRoleDelete, ({ guild_id: guildId, role_id: roleId }: RoleDelete) => listener.roleDeleted?.(guildId, roleId));
  ws.on(Dispatch.Ready, () => listener.restarted?.());
  ws.on(Dispatch.GuildCreate, ({ id, unavailable }: GuildCreate) => void (unavailable === true || listener.came?.(id)));
  ws.on(Dispatch.GuildDelete, ({ id, unavailable }: GuildDelete) => (unavailable === true ? listener.away?.(id) : listener.left?.(id)));
}
