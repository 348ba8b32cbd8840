import { z } from "zod";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import { type CraftingRequest, isActive } from "../requests/request.ts";

/** A request's private thread, as Discord was told it. */
export interface RequestThread {
  readonly channelId: string;
  readonly messageId: string;
  readonly name: string;
  readonly members: readonly string[];
}

const membersSchema = z.array(z.string());

/** Reads what the store keeps of a thread's members. */
export const membersIn = (json: string): readonly string[] => membersSchema.parse(JSON.parse(json));

/** Under which channel threads are opened; null when there are none. */
export const parentOf = ({ requestThreads, boardChannelId, panelChannelId }: GuildSettings): string | null => (requestThreads ? (boardChannelId ?? panelChannelId) : null);

/** Whether two people have something to talk about. */
export const isForTwo = ({ state, crafterId, requesterId }: CraftingRequest): boolean => (state === "claimed" || state === "in_progress") && crafterId !== null && crafterId !== requesterId;

/** Who belongs into the thread. Whoever had it when it ended stays, for what is still to be said. */
export function membersOf({ state, requesterId, crafterId }: CraftingRequest, until: RequestThread | null): readonly string[] {
  if (state === "cancelled" || state === "denied") return until?.members ?? [requesterId];
  return crafterId === null ? [requesterId] : [requesterId, crafterId];
}

/** Whether the thread has to say something else. */
export const isNewThere = (before: CraftingRequest | null, request: CraftingRequest): boolean =>
  before === null || before.state !== request.state || before.crafterId !== request.crafterId || before.quantity !== request.quantity || before.completed !== request.completed;

export const isOver = (request: CraftingRequest): boolean => !isActive(request);
