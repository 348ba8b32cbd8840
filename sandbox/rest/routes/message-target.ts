import { PermissionFlagsBits as Bit, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyRequest } from "fastify";
import { holdsMessages, isDirectMessage, type MessageChannel } from "../../world/channel.ts";
import { DiscordError } from "../../world/discord-error.ts";
import { isEphemeral, type StoredMessage } from "../../world/messages/stored-message.ts";
import { has, permissionsIn } from "../../world/permissions.ts";
import type { World } from "../../world/world.ts";
import type { RestContext } from "../context.ts";
import { channelOf } from "./channels.ts";

/** A channel that holds messages, as the bot that asks about it sees it. */
export interface MessageTarget {
  readonly channel: MessageChannel;
  readonly botUserId: string;
  may(permission: bigint): boolean;
}

/** The channel of an address. Throws 10003, 50001, and 50024 where there are no messages. */
export function targetOf(context: RestContext, request: FastifyRequest): MessageTarget {
  const { channel, botUserId } = channelOf(context, request);
  if (!holdsMessages(channel)) throw new DiscordError(Code.CannotExecuteActionOnThisChannelType);
  return { channel, botUserId, may: (permission) => has(permissionsIn(context.world, botUserId, channel), permission) };
}

/** The message of an address. Throws 10008 also for an ephemeral one: only its interaction's token reaches that. */
export function messageOf(world: World, request: FastifyRequest): StoredMessage {
  const { channelId, messageId } = request.params as { channelId: string; messageId: string };
  const message = world.message(channelId, messageId);
  if (isEphemeral(message)) throw new DiscordError(Code.UnknownMessage);
  return message;
}

/** Only who moderates the channel may go on. Throws 50003 in a direct message, where nobody does, else 50013. */
export function moderating({ channel, may }: MessageTarget): void {
  if (isDirectMessage(channel)) throw new DiscordError(Code.CannotExecuteActionOnDMChannel);
  if (!may(Bit.ManageMessages)) throw new DiscordError(Code.MissingPermissions);
}

/** Only who may read back may go on. Throws 50001. */
export function readingBack({ may }: MessageTarget): void {
  if (!may(Bit.ReadMessageHistory)) throw new DiscordError(Code.MissingAccess);
}
