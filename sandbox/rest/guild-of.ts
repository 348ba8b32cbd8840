import { RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyRequest } from "fastify";
import { DiscordError } from "../world/discord-error.ts";
import { guildPermissions, has } from "../world/permissions.ts";
import type { Guild } from "../world/world.ts";
import { askingBot, type RestContext } from "./context.ts";

/** A guild as the bot that asks about it finds it. */
export interface GuildTarget {
  readonly guild: Guild;
  readonly botUserId: string;
  may(permission: bigint): boolean;
  /** Throws 50013 for who may not. */
  needs(permission: bigint): void;
}

/** The guild of an address. Throws 10004 when there is none, or none with this bot in it. */
export function guildOf(context: RestContext, request: FastifyRequest): GuildTarget {
  const { botUserId } = askingBot(context, request);
  const guild = context.world.guild((request.params as { guildId: string }).guildId);
  if (!guild.members.has(botUserId)) throw new DiscordError(Code.UnknownGuild);
  const may = (permission: bigint) => has(guildPermissions(context.world, guild, botUserId), permission);
  return {
    guild,
    botUserId,
    may,
    needs: (permission) => {
      if (!may(permission)) throw new DiscordError(Code.MissingPermissions);
    },
  };
}
