import { type APIRole, type APIRoleColors, PermissionFlagsBits as Bit, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { DiscordError } from "../../world/discord-error.ts";
import { byRank, isAboveRole } from "../../world/hierarchy.ts";
import { guildPermissions, has } from "../../world/permissions.ts";
import { changeRole, createRole, deleteRole, moveRoles, type RoleContent } from "../../world/roles.ts";
import type { RestContext } from "../context.ts";
import { type GuildTarget, guildOf } from "../guild-of.ts";
import { readBits } from "../validation/channel.ts";
import { type Field, readForm } from "../validation/form.ts";
import { given } from "../validation/given.ts";

const MAX_COLOR = 0xffffff;

export function roleRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const roleOf = (request: FastifyRequest): GuildTarget & { readonly role: APIRole } => {
    const target = guildOf(context, request);
    const role = target.guild.roles.get((request.params as { roleId: string }).roleId);
    if (!role) throw new DiscordError(Code.UnknownRole);
    return { ...target, role };
  };
  /** Nobody gives rights that they have not. Throws 50013. */
  const mayGrant = ({ guild, botUserId }: GuildTarget, { permissions = 0n }: RoleContent, before = 0n) => {
    if (!has(guildPermissions(world, guild, botUserId), permissions ^ before)) throw new DiscordError(Code.MissingPermissions);
  };

  server.get("/guilds/:guildId/roles", async (request) => [...guildOf(context, request).guild.roles.values()]);
  server.get("/guilds/:guildId/roles/member-counts", async (request) => {
    const { guild } = guildOf(context, request);
    const held = [...guild.members.values()].flatMap(({ roleIds }) => roleIds);
    return Object.fromEntries([...guild.roles.keys()].filter((id) => id !== guild.id).map((id) => [id, held.filter((each) => each === id).length]));
  });
  server.get("/guilds/:guildId/roles/:roleId", async (request) => roleOf(request).role);
  server.post("/guilds/:guildId/roles", async (request) => {
    const target = guildOf(context, request);
    target.needs(Bit.ManageRoles);
    const content = readForm(request.body ?? {}, readRole);
    const everyone = BigInt(target.guild.roles.get(target.guild.id)?.permissions ?? "0");
    const permissions = content.permissions ?? everyone;
    if (content.permissions !== undefined) mayGrant(target, { permissions });
    return createRole(world, target.guild, { ...content, permissions });
  });
  server.patch("/guilds/:guildId/roles", async (request) => {
    const target = guildOf(context, request);
    target.needs(Bit.ManageRoles);
    const { guild, botUserId } = target;
    const positions = readForm(request.body, (form) =>
      form.list().map((entry) => {
        entry.get("id").required();
        return [entry.get("id").snowflake() ?? "", entry.get("position").whole() ?? null] as const;
      }),
    );
    const wanted = new Map<string, number>();
    for (const [id, position] of positions) {
      const role = guild.roles.get(id);
      if (!role) throw new DiscordError(Code.UnknownRole);
      if (!isAboveRole(guild, botUserId, role)) throw new DiscordError(Code.MissingPermissions);
      // Nor may one put a role as high as one's own highest.
      if (position !== null && !isAboveRole(guild, botUserId, { ...role, position })) throw new DiscordError(Code.MissingPermissions);
      if (position !== null && id !== guild.id) wanted.set(id, position);
    }
    moveRoles(world, guild, wanted);
    return [...guild.roles.values()].toSorted(byRank).toReversed();
  });
  server.patch("/guilds/:guildId/roles/:roleId", async (request) => {
    const target = roleOf(request);
    target.needs(Bit.ManageRoles);
    const { guild, role, botUserId } = target;
    if (!isAboveRole(guild, botUserId, role)) throw new DiscordError(Code.MissingPermissions);
    const content = readForm(request.body, readRole);
    if (content.permissions !== undefined) mayGrant(target, content, BigInt(role.permissions));
    changeRole(world, guild, role, role.id === guild.id ? given({ permissions: content.permissions }) : content);
    return role;
  });
  server.delete("/guilds/:guildId/roles/:roleId", async (request, reply) => {
    const target = roleOf(request);
    target.needs(Bit.ManageRoles);
    const { guild, role, botUserId } = target;
    if (role.id === guild.id || role.managed) throw new DiscordError(Code.InvalidRole);
    if (!isAboveRole(guild, botUserId, role)) throw new DiscordError(Code.MissingPermissions);
    deleteRole(world, guild, role);
    return reply.code(204).send();
  });
}

function readRole(form: Field): RoleContent {
  const emoji = form.get("unicode_emoji");
  return given({
    name: form.get("name").text({ min: 1, max: 100 }),
    permissions: readBits(form.get("permissions")),
    colors: readColors(form),
    hoist: form.get("hoist").flag(),
    mentionable: form.get("mentionable").flag(),
    unicodeEmoji: emoji.value === undefined ? undefined : (emoji.text({ max: 100 }) ?? null),
  });
}

/** `colors`, or the older `color` alone. */
function readColors(form: Field): APIRoleColors | undefined {
  const colors = form.get("colors");
  if (!colors.isAbsent) return { primary_color: color(colors.get("primary_color")) ?? 0, secondary_color: color(colors.get("secondary_color")), tertiary_color: color(colors.get("tertiary_color")) };
  const single = color(form.get("color"));
  return single === null ? undefined : { primary_color: single, secondary_color: null, tertiary_color: null };
}

const color = (field: Field): number | null => field.whole({ max: MAX_COLOR }) ?? null;
