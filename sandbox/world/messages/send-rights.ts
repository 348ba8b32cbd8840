import { PermissionFlagsBits as Bit, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import { isDirectMessage, type MessageChannel } from "../channel.ts";
import { DiscordError } from "../discord-error.ts";
import { canSend, canView, has, permissionsIn } from "../permissions.ts";
import { mayWrite } from "../thread-locks.ts";
import type { World } from "../world.ts";
import type { MessageDraft } from "./draft.ts";

/**
 * What of a draft its author may send there: embeds are left out without EMBED_LINKS when there is more in it.
 * Throws 50001, 50013, 160005 and 50083 in a locked thread, 160002 for a reply without the right to read back, and in direct messages 50007 and 50278.
 */
export function permitted(world: World, channel: MessageChannel, authorId: string, draft: MessageDraft): MessageDraft {
  if (!canView(world, authorId, channel)) throw new DiscordError(Code.MissingAccess);
  if (isDirectMessage(channel)) {
    for (const { id } of channel.recipients ?? []) if (id !== authorId) mayWriteTo(world, authorId, id);
    return draft;
  }
  const permissions = permissionsIn(world, authorId, channel);
  const needed = (draft.files.length > 0 ? Bit.AttachFiles : 0n) | (draft.tts ? Bit.SendTTSMessages : 0n);
  if (!canSend(world, authorId, channel) || !has(permissions, needed)) throw new DiscordError(Code.MissingPermissions);
  mayWrite(world, channel, authorId);
  if (draft.replyToId !== undefined && !has(permissions, Bit.ReadMessageHistory)) throw new DiscordError(Code.CannotReplyWithoutPermissionToReadMessageHistory);
  if (draft.embeds.length === 0 || has(permissions, Bit.EmbedLinks)) return draft;
  const isMore = draft.content.trim() !== "" || draft.files.length + draft.components.length > 0;
  if (!isMore) throw new DiscordError(Code.MissingPermissions);
  return { ...draft, embeds: [] };
}

/** Bots write to people whom they share a server with and who let them. */
function mayWriteTo(world: World, authorId: string, recipientId: string): void {
  if (!world.users.get(authorId)?.bot) return;
  const shareGuild = world.guilds.values().some(({ members }) => members.has(authorId) && members.has(recipientId));
  if (!shareGuild) throw new DiscordError(Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds);
  if (world.closedDirectMessages.has(recipientId)) throw new DiscordError(Code.CannotSendMessagesToThisUser);
}
