import { PermissionFlagsBits as Bit, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance } from "fastify";
import { DiscordError } from "../../world/discord-error.ts";
import { listMembers, memberObject, searchMembers, setRole } from "../../world/members.ts";
import { guildPermissions, has } from "../../world/permissions.ts";
import type { Guild, World } from "../../world/world.ts";
import { askingBot, type RestContext } from "../context.ts";
import { readForm } from "../validation/form.ts";

interface Params {
  guildId: string;
  userId: string;
  roleId: string;
}

export function memberRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  server.get<{ Params: Params }>("/guilds/:guildId/members", async (request) => {
    const guild = world.guild(request.params.guildId);
    const { limit, after } = readForm(request.query, (form) => ({
      limit: form.get("limit").whole({ min: 1, max: 1000 }) ?? 1,
      after: form.get("after").snowflake() ?? "0",
    }));
    return listMembers(guild, limit, after).map((member) => memberObject(world, member));
  });
  server.get<{ Params: Params }>("/guilds/:guildId/members/search", async (request) => {
    const guild = world.guild(request.params.guildId);
    const { limit, query } = readForm(request.query, (form) => {
      form.get("query").required();
      return { limit: form.get("limit").whole({ min: 1, max: 1000 }) ?? 1, query: form.get("query").text({ min: 1, max: 100 }) ?? "" };
    });
    return searchMembers(world, guild, query, limit).map((member) => memberObject(world, member));
  });
  server.get<{ Params: Params }>("/guilds/:guildId/members/:userId", async ({ params }) => memberObject(world, world.member(params.guildId, params.userId)));
  for (const [method, has] of [["PUT", true], ["DELETE", false]] as const) {
    server.route<{ Params: Params }>({
      method,
      url: "/guilds/:guildId/members/:userId/roles/:roleId",
      handler: async (request, reply) => {
        const { guildId, userId, roleId } = request.params;
        mayManage(world, world.guild(guildId), askingBot(context, request).botUserId, roleId);
        setRole(world, guildId, userId, roleId, has);
        return reply.code(204).send();
      },
    });
  }
}

/** A role can be given only by who has Manage Roles and a higher role. Throws 50013. */
function mayManage(world: World, guild: Guild, botUserId: string, roleId: string): void {
  const highest = Math.max(0, ...(guild.members.get(botUserId)?.roleIds ?? []).map((id) => guild.roles.get(id)?.position ?? 0));
  const isLower = (guild.roles.get(roleId)?.position ?? 0) < highest;
  if (!has(guildPermissions(world, guild, botUserId), Bit.ManageRoles) || !isLower) throw new DiscordError(Code.MissingPermissions);
}
