import { type APIThreadChannel, ChannelType, PermissionFlagsBits as Bit, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { guildIdOf, isWritable } from "../../world/channel.ts";
import { DiscordError } from "../../world/discord-error.ts";
import { threadsOf } from "../../world/list-channels.ts";
import { has, permissionsIn } from "../../world/permissions.ts";
import { byAge } from "../../world/snowflake.ts";
import type { RestContext } from "../context.ts";
import { type Field, readForm } from "../validation/form.ts";
import { channelOf } from "./channels.ts";

const PAGE = 50;

/** The archived threads of a channel, newest first. */
export function archivedThreadRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const archivedOf = (request: FastifyRequest, permission: bigint) => {
    const { channel, botUserId } = channelOf(context, request);
    if (!isWritable(channel)) throw new DiscordError(Code.CannotExecuteActionOnThisChannelType);
    if (!has(permissionsIn(world, botUserId, channel), permission)) throw new DiscordError(Code.MissingPermissions);
    const threads = threadsOf(world, guildIdOf(channel) ?? "").filter((thread) => thread.parent_id === channel.id && thread.thread_metadata?.archived);
    return { threads, botUserId };
  };
  const answer = (threads: readonly APIThreadChannel[], limit: number, botUserId: string) => {
    const shown = threads.slice(0, limit);
    const members = shown.flatMap(({ id }) => world.threadMembers.get(id)?.get(botUserId) ?? []);
    return { threads: shown, members, has_more: threads.length > limit };
  };

  for (const kind of ["public", "private"] as const) {
    server.get(`/channels/:channelId/threads/archived/${kind}`, async (request) => {
      const { threads, botUserId } = archivedOf(request, kind === "public" ? Bit.ReadMessageHistory : Bit.ReadMessageHistory | Bit.ManageThreads);
      const { limit, before } = readForm(request.query, (form) => {
        form.get("before").instant();
        return { limit: limitIn(form), before: form.get("before").value };
      });
      const latest = typeof before === "string" ? Date.parse(before) : Number.POSITIVE_INFINITY;
      const found = threads
        .filter(({ type }) => (type === ChannelType.PrivateThread) === (kind === "private"))
        .filter((thread) => archivedAt(thread) < latest)
        .toSorted((first, second) => archivedAt(second) - archivedAt(first));
      return answer(found, limit, botUserId);
    });
  }
  server.get("/channels/:channelId/users/@me/threads/archived/private", async (request) => {
    const { threads, botUserId } = archivedOf(request, Bit.ReadMessageHistory);
    const { limit, before } = readForm(request.query, (form) => ({ limit: limitIn(form), before: form.get("before").snowflake() }));
    const joined = threads.filter(({ id, type }) => type === ChannelType.PrivateThread && world.threadMembers.get(id)?.has(botUserId));
    const found = joined.filter(({ id }) => before === undefined || byAge(id, before) < 0).toSorted((first, second) => byAge(second.id, first.id));
    return answer(found, limit, botUserId);
  });
}

const limitIn = (form: Field): number => form.get("limit").whole({ min: 2, max: 100 }) ?? PAGE;

const archivedAt = ({ thread_metadata: metadata }: APIThreadChannel): number => Date.parse(metadata?.archive_timestamp ?? "");
