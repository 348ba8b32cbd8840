import { PermissionFlagsBits as Bit } from "discord-api-types/v10";
import type { FastifyInstance } from "fastify";
import { guildCounts, guildObject } from "../../world/guild-object.ts";
import { changeGuild, removeBot } from "../../world/guilds.ts";
import { canView } from "../../world/permissions.ts";
import { threadsOf } from "../../world/list-channels.ts";
import { byAge } from "../../world/snowflake.ts";
import type { GuildSettings } from "../../world/world.ts";
import { askingBot, type RestContext } from "../context.ts";
import { guildOf } from "../guild-of.ts";
import { type Field, readForm } from "../validation/form.ts";
import { given } from "../validation/given.ts";

export function guildRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  server.get<{ Querystring: { with_counts?: string } }>("/guilds/:guildId", async (request) => {
    const { guild } = guildOf(context, request);
    return { ...guildObject(guild), ...(request.query.with_counts === "true" ? guildCounts(guild) : {}) };
  });
  server.get("/guilds/:guildId/preview", async (request) => {
    const { guild } = guildOf(context, request);
    const { id, name, icon, splash, discovery_splash, emojis, features, description, stickers } = guildObject(guild);
    return { id, name, icon, splash, discovery_splash, emojis, features, description, stickers, home_header: null, ...guildCounts(guild) };
  });
  server.patch("/guilds/:guildId", async (request) => {
    const { guild, needs } = guildOf(context, request);
    needs(Bit.ManageGuild);
    changeGuild(world, guild, readForm(request.body, readSettings));
    return guildObject(guild);
  });
  server.delete<{ Params: { guildId: string } }>("/users/@me/guilds/:guildId", async (request, reply) => {
    removeBot(world, guildOf(context, request).guild, askingBot(context, request));
    return reply.code(204).send();
  });
  server.get("/guilds/:guildId/threads/active", async (request) => {
    const { guild, botUserId } = guildOf(context, request);
    const threads = threadsOf(world, guild.id).filter((thread) => !thread.thread_metadata?.archived && canView(world, botUserId, thread)).toSorted((first, second) => byAge(second.id, first.id));
    return { threads, members: threads.flatMap((thread) => world.threadMembers.get(thread.id)?.get(botUserId) ?? []), has_more: false };
  });
  server.get("/guilds/:guildId/audit-logs", async (request) => {
    guildOf(context, request).needs(Bit.ViewAuditLog);
    return {
      audit_log_entries: [],
      users: [],
      integrations: [],
      webhooks: [],
      guild_scheduled_events: [],
      threads: [],
      application_commands: [],
      auto_moderation_rules: [],
    };
  });
}

function readSettings(form: Field): GuildSettings & { name?: string } {
  return given({
    name: form.get("name").text({ min: 2, max: 100 }),
    description: orNull(form.get("description"), (field) => field.text({ max: 300 })),
    verification_level: form.get("verification_level").oneOf([0, 1, 2, 3, 4]),
    default_message_notifications: form.get("default_message_notifications").oneOf([0, 1]),
    explicit_content_filter: form.get("explicit_content_filter").oneOf([0, 1, 2]),
    afk_timeout: form.get("afk_timeout").oneOf([60, 300, 900, 1800, 3600]),
    system_channel_id: orNull(form.get("system_channel_id"), (field) => field.snowflake()),
    rules_channel_id: orNull(form.get("rules_channel_id"), (field) => field.snowflake()),
    public_updates_channel_id: orNull(form.get("public_updates_channel_id"), (field) => field.snowflake()),
    system_channel_flags: form.get("system_channel_flags").whole(),
    premium_progress_bar_enabled: form.get("premium_progress_bar_enabled").flag(),
  });
}

/** Null takes the value away, no value leaves it. */
const orNull = (field: Field, read: (field: Field) => string | undefined): string | null | undefined => (field.value === undefined ? undefined : (read(field) ?? null));
