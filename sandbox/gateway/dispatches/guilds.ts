import { GatewayDispatchEvents as Events, PermissionFlagsBits as Bit } from "discord-api-types/v10";
import { guildObject } from "../../world/guild-object.ts";
import { memberObject } from "../../world/members.ts";
import { guildPermissions, has } from "../../world/permissions.ts";
import type { World } from "../../world/world.ts";
import type { EventOf } from "../../world/world-event.ts";
import { guildCreate } from "../guild-create.ts";
import type { Dispatch, Session } from "../session.ts";
import { hearsInGuild } from "./hears.ts";

export function guildUpdated(world: World, session: Session, { guildId }: EventOf<"guild-updated">): Dispatch[] {
  return hearsInGuild(world, session, Events.GuildUpdate, guildId) ? [{ t: Events.GuildUpdate, d: guildObject(world.guild(guildId)) }] : [];
}

export function roleWritten(world: World, session: Session, { type, guildId, role }: EventOf<"role-created" | "role-updated">): Dispatch[] {
  const t = type === "role-created" ? Events.GuildRoleCreate : Events.GuildRoleUpdate;
  return hearsInGuild(world, session, t, guildId) ? [{ t, d: { guild_id: guildId, role } }] : [];
}

export function roleDeleted(world: World, session: Session, { guildId, roleId }: EventOf<"role-deleted">): Dispatch[] {
  return hearsInGuild(world, session, Events.GuildRoleDelete, guildId) ? [{ t: Events.GuildRoleDelete, d: { guild_id: guildId, role_id: roleId } }] : [];
}

/** A bot that joins is given the whole server; of others it hears with GUILD_MEMBERS. */
export function memberJoined(world: World, session: Session, { guildId, userId }: EventOf<"member-joined">): Dispatch[] {
  const guild = world.guild(guildId);
  if (userId === session.application.botUserId) return hearsInGuild(world, session, Events.GuildCreate, guildId) ? [guildCreate(world, session, guild)] : [];
  if (!hearsInGuild(world, session, Events.GuildMemberAdd, guildId)) return [];
  const member = guild.members.get(userId);
  return member ? [{ t: Events.GuildMemberAdd, d: { ...memberObject(world, member), guild_id: guildId } }] : [];
}

/** A bot that left has GUILD_DELETE as its last word from there. */
export function memberLeft(world: World, session: Session, { guildId, userId }: EventOf<"member-left">): Dispatch[] {
  if (userId === session.application.botUserId) return session.hears(Events.GuildDelete, guildId) ? [{ t: Events.GuildDelete, d: { id: guildId } }] : [];
  return hearsInGuild(world, session, Events.GuildMemberRemove, guildId) ? [{ t: Events.GuildMemberRemove, d: { guild_id: guildId, user: world.user(userId) } }] : [];
}

/** Of its own member a bot always hears, of others with GUILD_MEMBERS. */
export function memberUpdated(world: World, session: Session, { guildId, userId }: EventOf<"member-updated">): Dispatch[] {
  const isSelf = userId === session.application.botUserId && session.isFor(guildId);
  const member = world.guild(guildId).members.get(userId);
  if (!member || !(isSelf || hearsInGuild(world, session, Events.GuildMemberUpdate, guildId))) return [];
  return [{ t: Events.GuildMemberUpdate, d: { ...memberObject(world, member), guild_id: guildId } }];
}

/** GUILD_BAN_ADD and GUILD_BAN_REMOVE, for bots that may ban. Source: events/gateway-events.mdx:786. */
export function banChanged(world: World, session: Session, { type, guildId, userId }: EventOf<"ban-added" | "ban-removed">): Dispatch[] {
  const t = type === "ban-added" ? Events.GuildBanAdd : Events.GuildBanRemove;
  const mayBan = has(guildPermissions(world, world.guild(guildId), session.application.botUserId), Bit.BanMembers);
  return mayBan && hearsInGuild(world, session, t, guildId) ? [{ t, d: { guild_id: guildId, user: world.user(userId) } }] : [];
}

export function webhooksChanged(world: World, session: Session, { guildId, channelId }: EventOf<"webhooks-changed">): Dispatch[] {
  return hearsInGuild(world, session, Events.WebhooksUpdate, guildId) ? [{ t: Events.WebhooksUpdate, d: { guild_id: guildId, channel_id: channelId } }] : [];
}

/** A bot hears of its own user. */
export function userUpdated(world: World, session: Session, { userId }: EventOf<"user-updated">): Dispatch[] {
  return userId === session.application.botUserId ? [{ t: Events.UserUpdate, d: { ...world.user(userId), verified: true, mfa_enabled: true } }] : [];
}
