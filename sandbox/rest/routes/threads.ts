import { type APITextChannel, type APIThreadChannel, ChannelType, MessageFlags, PermissionFlagsBits as Bit, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isThread } from "../../world/channel.ts";
import { DiscordError } from "../../world/discord-error.ts";
import { isEphemeral } from "../../world/messages/stored-message.ts";
import { has, permissionsIn } from "../../world/permissions.ts";
import { addThreadMember, createThread, type NewThread, removeThreadMember } from "../../world/threads.ts";
import { askingBot, type RestContext } from "../context.ts";
import { type Field, readForm } from "../validation/form.ts";
import { channelOf } from "./channels.ts";

export function threadRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const parentOf = (request: FastifyRequest, wanted: Pick<NewThread, "type">): { parent: APITextChannel; botUserId: string } => {
    const { channel, botUserId } = channelOf(context, request);
    if (channel.type !== ChannelType.GuildText) throw new DiscordError(Code.CannotExecuteActionOnThisChannelType);
    const needed = wanted.type === ChannelType.PrivateThread ? Bit.CreatePrivateThreads : Bit.CreatePublicThreads;
    if (!has(permissionsIn(world, botUserId, channel), needed)) throw new DiscordError(Code.MissingPermissions);
    return { parent: channel, botUserId };
  };
  const threadOf = (request: FastifyRequest): APIThreadChannel => {
    const { channel } = channelOf(context, request);
    if (!isThread(channel)) throw new DiscordError(Code.CannotExecuteActionOnThisChannelType);
    return channel;
  };

  server.post("/channels/:channelId/threads", async (request, reply) => {
    const wanted = readForm(request.body, (form) => readThread(form, form.get("type").oneOf([ChannelType.PublicThread, ChannelType.PrivateThread] as const) ?? ChannelType.PrivateThread));
    const { parent, botUserId } = parentOf(request, wanted);
    return reply.code(201).send(createThread(world, parent, botUserId, wanted));
  });
  server.post<{ Params: { messageId: string } }>("/channels/:channelId/messages/:messageId/threads", async (request, reply) => {
    const wanted = readForm(request.body, (form) => readThread(form, ChannelType.PublicThread));
    const { parent, botUserId } = parentOf(request, wanted);
    const stored = world.message(parent.id, request.params.messageId);
    if (isEphemeral(stored)) throw new DiscordError(Code.UnknownMessage);
    if (world.channels.has(stored.api.id)) throw new DiscordError(Code.ThreadAlreadyCreatedForMessage);
    const thread = createThread(world, parent, botUserId, { ...wanted, messageId: stored.api.id });
    const message = { ...stored, api: { ...stored.api, thread, flags: (stored.api.flags ?? 0) | MessageFlags.HasThread } };
    world.messagesOf(parent.id).set(stored.api.id, message);
    world.events.emit({ type: "message-updated", message });
    return reply.code(201).send(thread);
  });
  server.get("/channels/:channelId/thread-members", async (request) => [...(world.threadMembers.get(threadOf(request).id)?.values() ?? [])]);
  for (const [method, change] of [["PUT", addThreadMember], ["DELETE", removeThreadMember]] as const) {
    server.route<{ Params: { userId: string } }>({
      method,
      url: "/channels/:channelId/thread-members/:userId",
      handler: async (request, reply) => {
        const thread = threadOf(request);
        const { userId } = request.params;
        const id = userId === "@me" ? askingBot(context, request).botUserId : userId;
        world.member(thread.guild_id ?? "", id);
        if (thread.thread_metadata?.archived) throw new DiscordError(Code.InvalidActionOnArchivedThread);
        change(world, thread, id);
        return reply.code(204).send();
      },
    });
  }
}

function readThread(form: Field, type: NewThread["type"]): NewThread {
  if (form.get("name").required()) form.get("name").text({ min: 1, max: 100 });
  const autoArchiveMinutes = form.get("auto_archive_duration").oneOf([60, 1440, 4320, 10080]);
  const invitable = form.get("invitable").flag();
  return {
    name: String(form.get("name").value),
    type,
    ...(autoArchiveMinutes === undefined ? {} : { autoArchiveMinutes }),
    ...(invitable === undefined ? {} : { invitable }),
  };
}
