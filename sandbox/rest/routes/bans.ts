import { type APIBan, PermissionFlagsBits as Bit, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { DiscordError } from "../../world/discord-error.ts";
import { isAboveMember } from "../../world/hierarchy.ts";
import { addBan, removeBan } from "../../world/membership.ts";
import { byAge } from "../../world/snowflake.ts";
import type { RestContext } from "../context.ts";
import { type GuildTarget, guildOf } from "../guild-of.ts";
import { type Field, readForm } from "../validation/form.ts";

const WEEK_S = 604_800;
const DAY_S = 86_400;
const BANNED_AT_ONCE = 200;

/** Who is shut out of a guild. All of it needs BAN_MEMBERS. */
export function banRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const banning = (request: FastifyRequest): GuildTarget => {
    const target = guildOf(context, request);
    target.needs(Bit.BanMembers);
    return target;
  };
  const banObject = (userId: string, reason: string | null): APIBan => ({ user: world.user(userId), reason });

  server.get("/guilds/:guildId/bans", async (request) => {
    const { guild } = banning(request);
    const { limit, before, after } = readForm(request.query, (form) => ({
      limit: form.get("limit").whole({ min: 0, max: 1000 }) ?? 1000,
      before: form.get("before").snowflake(),
      after: form.get("after").snowflake(),
    }));
    const all = [...guild.bans].toSorted(([first], [second]) => byAge(first, second));
    // Both lists begin with the oldest account; `before` gives those next to it.
    const found = before === undefined ? all.filter(([id]) => byAge(id, after ?? "0") > 0).slice(0, limit) : all.filter(([id]) => byAge(id, before) < 0).slice(limit === 0 ? all.length : -limit);
    return found.map(([id, reason]) => banObject(id, reason));
  });
  server.get<{ Params: { userId: string } }>("/guilds/:guildId/bans/:userId", async (request) => {
    const { guild } = banning(request);
    const reason = guild.bans.get(request.params.userId);
    if (reason === undefined) throw new DiscordError(Code.UnknownBan);
    return banObject(request.params.userId, reason);
  });
  server.put<{ Params: { userId: string } }>("/guilds/:guildId/bans/:userId", async (request, reply) => {
    const target = banning(request);
    const { userId } = request.params;
    world.user(userId);
    const deleteMessagesOfMs = readForm(request.body ?? {}, secondsToDelete) * 1000;
    if (!mayBan(target, userId)) throw new DiscordError(Code.MissingPermissions);
    addBan(world, target.guild.id, { userId, reason: reasonOf(request), deleteMessagesOfMs });
    return reply.code(204).send();
  });
  server.delete<{ Params: { userId: string } }>("/guilds/:guildId/bans/:userId", async (request, reply) => {
    const { guild } = banning(request);
    if (!guild.bans.has(request.params.userId)) throw new DiscordError(Code.UnknownBan);
    removeBan(world, guild.id, request.params.userId);
    return reply.code(204).send();
  });
  server.post("/guilds/:guildId/bulk-ban", async (request) => {
    const target = banning(request);
    target.needs(Bit.ManageGuild);
    const { userIds, seconds } = readForm(request.body, (form) => {
      form.get("user_ids").required();
      return { userIds: form.get("user_ids").list({ min: 1, max: BANNED_AT_ONCE }).map((id) => id.snowflake() ?? ""), seconds: secondsToDelete(form) };
    });
    const banned = userIds.filter((id) => world.users.has(id) && !target.guild.bans.has(id) && mayBan(target, id));
    if (banned.length === 0) throw new DiscordError(Code.FailedToBanUsers);
    for (const userId of banned) addBan(world, target.guild.id, { userId, reason: reasonOf(request), deleteMessagesOfMs: seconds * 1000 });
    return { banned_users: banned, failed_users: userIds.filter((id) => !banned.includes(id)) };
  });
}

const mayBan = ({ guild, botUserId }: GuildTarget, userId: string): boolean => !guild.members.has(userId) || isAboveMember(guild, botUserId, userId);

const secondsToDelete = (form: Field): number =>
  form.get("delete_message_seconds").whole({ max: WEEK_S }) ?? (form.get("delete_message_days").whole({ max: 7 }) ?? 0) * DAY_S;

/** Why, in the audit log's words. Source: reference.mdx in Discord's documentation. */
function reasonOf({ headers }: FastifyRequest): string | null {
  const given = headers["x-audit-log-reason"];
  if (typeof given !== "string" || given === "") return null;
  try {
    return decodeURIComponent(given);
  } catch {
    return given;
  }
}
