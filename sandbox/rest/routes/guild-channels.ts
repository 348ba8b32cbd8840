import { type APIOverwrite, ChannelType, GuildFeature, PermissionFlagsBits as Bit, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance } from "fastify";
import type { GuildChannel, GuildChannelType } from "../../world/channel.ts";
import { changeChannel, createChannel } from "../../world/channels.ts";
import { DiscordError } from "../../world/discord-error.ts";
import { hasFeature } from "../../world/guild-object.ts";
import { channelsOf } from "../../world/list-channels.ts";
import { guildPermissions, has } from "../../world/permissions.ts";
import type { Guild } from "../../world/world.ts";
import type { RestContext } from "../context.ts";
import { guildOf } from "../guild-of.ts";
import { checkParent, readChannel } from "../validation/channel.ts";
import { readForm } from "../validation/form.ts";
import { given } from "../validation/given.ts";
import { refuseMissingChannel } from "../validation/not-here.ts";

/** What can be made there: announcements are for guilds that have the feature. */
const typesIn = (guild: Guild): GuildChannelType[] => [ChannelType.GuildText, ChannelType.GuildCategory, ...(hasFeature(guild, GuildFeature.News) ? [ChannelType.GuildAnnouncement as const] : [])];

/** A guild's channels as a whole. */
export function guildChannelRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  server.get("/guilds/:guildId/channels", async (request) => channelsOf(world, guildOf(context, request).guild.id));
  server.post("/guilds/:guildId/channels", async (request, reply) => {
    const { guild, botUserId, needs } = guildOf(context, request);
    needs(Bit.ManageChannels);
    const wanted = readForm(request.body, (form) => {
      form.get("name").required();
      const asked = form.get("type");
      const type = (refuseMissingChannel(asked) ? undefined : asked.oneOf(typesIn(guild))) ?? ChannelType.GuildText;
      return { ...readChannel(form, world, guild, null), name: String(form.get("name").value), type };
    });
    mayOverwrite(guildPermissions(world, guild, botUserId), [], wanted.overwrites ?? []);
    return reply.code(201).send(createChannel(world, guild.id, wanted));
  });
  server.patch("/guilds/:guildId/channels", async (request, reply) => {
    const { guild, needs } = guildOf(context, request);
    needs(Bit.ManageChannels);
    const channels = channelsOf(world, guild.id);
    const moves = readForm(request.body, (form) =>
      form.list().map((entry) => {
        entry.get("id").required();
        const channel = channels.find(({ id }) => id === entry.get("id").snowflake());
        if (!channel) entry.get("id").refuse("GUILD_CHANNEL_INVALID", "Channel does not exist in this guild");
        const parent = entry.get("parent_id");
        const parentId = parent.value === undefined ? undefined : (parent.snowflake() ?? null);
        if (typeof parentId === "string" && channel && parentId !== parentOf(channel)) checkParent(parent, world, guild, parentId);
        return { channel, position: entry.get("position").whole(), parentId, sync: entry.get("lock_permissions").flag() ?? false };
      }),
    );
    for (const { channel, position, parentId, sync } of moves) {
      const category = sync ? channels.find(({ id }) => id === parentId) : undefined;
      if (channel) changeChannel(world, channel, given({ position, parentId, overwrites: category?.permission_overwrites }));
    }
    return reply.code(204).send();
  });
}

export const parentOf = (channel: GuildChannel): string | null => (channel.type === ChannelType.GuildCategory ? null : (channel.parent_id ?? null));

/** What changes between these overwrites must be among the permissions of who changes it. Throws 50013. */
export function mayOverwrite(permissions: bigint, before: readonly APIOverwrite[], after: readonly APIOverwrite[]): void {
  const ids = new Set([...before, ...after].map(({ id }) => id));
  for (const id of ids) {
    const [old, next] = [before, after].map((list) => list.find((each) => each.id === id));
    const changed = (BigInt(old?.allow ?? "0") ^ BigInt(next?.allow ?? "0")) | (BigInt(old?.deny ?? "0") ^ BigInt(next?.deny ?? "0"));
    // The rights to a channel's own permissions are an administrator's to give.
    const isTooMuch = (changed & Bit.ManageRoles) !== 0n && !has(permissions, Bit.Administrator);
    if (isTooMuch || !has(permissions, changed)) throw new DiscordError(Code.MissingPermissions);
  }
}
