import { type APIThreadChannel, ChannelType, PermissionFlagsBits as Bit, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import { DiscordError } from "../world/discord-error.ts";
import { has, permissionsIn } from "../world/permissions.ts";
import { beOpen } from "../world/thread-locks.ts";
import type { ThreadChange } from "../world/threads.ts";
import type { World } from "../world/world.ts";

/**
 * Who opened a thread may rename, archive and reopen it, who writes there may reopen it while it is not locked; the rest
 * needs MANAGE_THREADS. Throws 50013, and 50083 for a thread that stays archived.
 */
export function mayChangeThread(world: World, thread: APIThreadChannel, userId: string, change: ThreadChange): void {
  const permissions = permissionsIn(world, userId, thread);
  const { archived: isArchived = false, locked: isLocked = false } = thread.thread_metadata ?? {};
  const others = Object.keys(change).filter((key) => key !== "archived");
  if (!has(permissions, Bit.ManageThreads)) {
    const isOnlyReopened = change.archived === false && others.length === 0;
    const mayReopen = isOnlyReopened && has(permissions, Bit.SendMessagesInThreads);
    const isOwnersBusiness = thread.owner_id === userId && change.locked === undefined && change.rateLimitPerUser === undefined;
    if (isLocked || !(mayReopen || isOwnersBusiness)) throw new DiscordError(Code.MissingPermissions);
  }
  if (isArchived && change.archived !== false && others.length > 0) throw new DiscordError(Code.InvalidActionOnArchivedThread);
}

/** Who writes in a thread may add others; to a private one that is not `invitable` only who opened it. Throws 50013 and 50083. */
export function mayAddTo(world: World, thread: APIThreadChannel, userId: string): void {
  const permissions = permissionsIn(world, userId, thread);
  const isClosed = thread.type === ChannelType.PrivateThread && thread.thread_metadata?.invitable === false && thread.owner_id !== userId;
  if (!has(permissions, isClosed ? Bit.ManageThreads : Bit.SendMessagesInThreads)) throw new DiscordError(Code.MissingPermissions);
  beOpen(thread);
}

/** Others are taken out by who manages threads, or by who opened a private one. Throws 50013 and 50083. */
export function mayRemoveFrom(world: World, thread: APIThreadChannel, userId: string): void {
  const isOwnPrivate = thread.type === ChannelType.PrivateThread && thread.owner_id === userId;
  if (!isOwnPrivate && !has(permissionsIn(world, userId, thread), Bit.ManageThreads)) throw new DiscordError(Code.MissingPermissions);
  beOpen(thread);
}
