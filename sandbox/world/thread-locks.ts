import { PermissionFlagsBits as Bit, RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import { type Channel, isThread } from "./channel.ts";
import { DiscordError } from "./discord-error.ts";
import { has, permissionsIn } from "./permissions.ts";
import type { World } from "./world.ts";

/** In an archived thread messages are deleted, and nothing else. Throws 50083 there. Source: topics/threads.mdx, "Active & Archived Threads", in Discord's documentation. */
export function beOpen(channel: Channel): void {
  if (isArchived(channel)) throw new DiscordError(Code.InvalidActionOnArchivedThread);
}

/** Nobody but who manages threads writes in a locked one. Throws 160005, and 50083 where it is archived besides. Source: topics/threads.mdx, "Locked Threads". */
export function mayWrite(world: World, channel: Channel, userId: string): void {
  if (isLockedFor(world, channel, userId)) throw new DiscordError(isArchived(channel) ? Code.InvalidActionOnArchivedThread : Code.ThreadLocked);
}

/** Edits a message only where the thread is open, and not locked for who edits. Throws 50083 and 160005. */
export function mayRewrite(world: World, channel: Channel, userId: string): void {
  beOpen(channel);
  mayWrite(world, channel, userId);
}

/** From a thread that is locked and archived only who manages threads deletes. Throws 50083. */
export function mayClearUp(world: World, channel: Channel, userId: string): void {
  if (isArchived(channel)) mayWrite(world, channel, userId);
}

/** Is it a thread that this person or bot may change nothing in? */
export const isLockedFor = (world: World, channel: Channel, userId: string): boolean =>
  isThread(channel) && channel.thread_metadata?.locked === true && !has(permissionsIn(world, userId, channel), Bit.ManageThreads);

export const isArchived = (channel: Channel): boolean => isThread(channel) && channel.thread_metadata?.archived === true;
