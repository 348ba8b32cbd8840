import { GatewayIntentBits as Intent, PermissionFlagsBits as Bit, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { DiscordError } from "../../world/discord-error.ts";
import { isAboveMember, isAboveRole } from "../../world/hierarchy.ts";
import { changeMember, listMembers, memberObject, searchMembers, setRole } from "../../world/members.ts";
import { removeBot } from "../../world/guilds.ts";
import { removeMember } from "../../world/membership.ts";
import { guildPermissions, has } from "../../world/permissions.ts";
import type { Member, World } from "../../world/world.ts";
import { askingBot, type RestContext } from "../context.ts";
import { type GuildTarget, guildOf } from "../guild-of.ts";
import { readForm } from "../validation/form.ts";
import { type MemberWish, readMember } from "../validation/member.ts";

interface Params {
  userId: string;
  roleId: string;
}

export function memberRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const memberOf = (request: FastifyRequest): GuildTarget & { readonly member: Member } => {
    const target = guildOf(context, request);
    const { userId } = request.params as Params;
    return { ...target, member: world.member(target.guild.id, world.user(userId).id) };
  };

  server.get("/guilds/:guildId/members", async (request) => {
    const { guild } = guildOf(context, request);
    const mayList = (askingBot(context, request).privilegedIntents & Intent.GuildMembers) !== 0;
    if (!mayList) throw new DiscordError(Code.MissingAccess);
    const { limit, after } = readForm(request.query, (form) => ({
      limit: form.get("limit").whole({ min: 1, max: 1000 }) ?? 1,
      after: form.get("after").snowflake() ?? "0",
    }));
    return listMembers(guild, limit, after).map((member) => memberObject(world, member));
  });
  server.get("/guilds/:guildId/members/search", async (request) => {
    const { guild } = guildOf(context, request);
    const { limit, query } = readForm(request.query, (form) => {
      form.get("query").required();
      return { limit: form.get("limit").whole({ min: 1, max: 1000 }) ?? 1, query: form.get("query").text({ min: 1, max: 100 }) ?? "" };
    });
    return searchMembers(world, guild, query, limit).map((member) => memberObject(world, member));
  });
  server.get("/guilds/:guildId/members/:userId", async (request) => memberObject(world, memberOf(request).member));
  server.get("/users/@me/guilds/:guildId/member", async (request) => {
    const { guild, botUserId } = guildOf(context, request);
    return memberObject(world, world.member(guild.id, botUserId));
  });
  server.patch("/guilds/:guildId/members/@me", async (request) => {
    const { guild, botUserId, needs } = guildOf(context, request);
    const { nick } = readForm(request.body, readMember);
    if (nick !== undefined) needs(Bit.ChangeNickname);
    changeMember(world, guild.id, botUserId, nick === undefined ? {} : { nick });
    return memberObject(world, world.member(guild.id, botUserId));
  });
  server.patch("/guilds/:guildId/members/:userId", async (request) => {
    const target = memberOf(request);
    const wish = readForm(request.body, (form) => readMember(form, world.clock.now()));
    mayChange(world, target, wish);
    changeMember(world, target.guild.id, target.member.userId, wish);
    return memberObject(world, target.member);
  });
  server.delete("/guilds/:guildId/members/:userId", async (request, reply) => {
    const { guild, botUserId, member, needs } = memberOf(request);
    needs(Bit.KickMembers);
    if (!isAboveMember(guild, botUserId, member.userId)) throw new DiscordError(Code.MissingPermissions);
    const application = [...world.applications.values()].find((each) => each.botUserId === member.userId);
    if (application) removeBot(world, guild, application);
    else removeMember(world, guild.id, member.userId);
    return reply.code(204).send();
  });
  for (const [method, has] of [["PUT", true], ["DELETE", false]] as const) {
    server.route<{ Params: Params }>({
      method,
      url: "/guilds/:guildId/members/:userId/roles/:roleId",
      handler: async (request, reply) => {
        const target = memberOf(request);
        mayGive(target, request.params.roleId);
        setRole(world, target.guild.id, target.member.userId, request.params.roleId, has);
        return reply.code(204).send();
      },
    });
  }
}

/** A role can be given and taken only by who has Manage Roles and a higher role. Throws 10011 and 50013. */
function mayGive({ guild, botUserId, needs }: GuildTarget, roleId: string): void {
  const role = guild.roles.get(roleId);
  if (!role) throw new DiscordError(Code.UnknownRole);
  needs(Bit.ManageRoles);
  if (role.managed || role.id === guild.id || !isAboveRole(guild, botUserId, role)) throw new DiscordError(Code.MissingPermissions);
}

/** Each field needs its permission; nickname and time-out also a higher place than the member's. Throws 50013. */
function mayChange(world: World, target: GuildTarget & { readonly member: Member }, { nick, roleIds, timedOutUntil }: MemberWish): void {
  const { guild, botUserId, member, needs } = target;
  const isAbove = member.userId === botUserId || isAboveMember(guild, botUserId, member.userId);
  if (nick !== undefined) needs(Bit.ManageNicknames);
  if (timedOutUntil !== undefined) needs(Bit.ModerateMembers);
  if ((nick !== undefined || timedOutUntil !== undefined) && !isAbove) throw new DiscordError(Code.MissingPermissions);
  if (typeof timedOutUntil === "string" && has(guildPermissions(world, guild, member.userId), Bit.Administrator)) throw new DiscordError(Code.MissingPermissions);
  if (roleIds === undefined) return;
  needs(Bit.ManageRoles);
  for (const roleId of [...roleIds, ...member.roleIds]) if (roleIds.includes(roleId) !== member.roleIds.includes(roleId)) mayGive(target, roleId);
}
