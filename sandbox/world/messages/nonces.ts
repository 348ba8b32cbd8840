import type { APIMessage } from "discord-api-types/v10";
import { createdAtOf } from "../snowflake.ts";
import type { World } from "../world.ts";
import type { StoredMessage } from "./stored-message.ts";

/** "The past few minutes" of enforce_nonce. Source: resources/message.mdx in Discord's documentation. */
const REMEMBERED_MS = 5 * 60_000;

type Nonced = Pick<APIMessage, "id" | "channel_id" | "author" | "nonce">;

/** Remembers a message by its nonce, and forgets those of more than some minutes ago. */
export function rememberNonce(world: World, { id, channel_id: channelId, author, nonce }: Nonced): void {
  if (nonce === undefined) return;
  const key = keyOf(author.id, nonce);
  // Taken out first, so that the oldest is always at the front.
  world.nonces.delete(key);
  world.nonces.set(key, { channelId, messageId: id });
  for (const [oldest, { messageId }] of world.nonces) {
    if (isRecent(world, messageId)) break;
    world.nonces.delete(oldest);
  }
}

/** The message that this author sent with this nonce in the past few minutes. */
export function findByNonce(world: World, authorId: string, nonce: string | number): StoredMessage | null {
  const known = world.nonces.get(keyOf(authorId, nonce));
  if (!known || !isRecent(world, known.messageId)) return null;
  return world.messages.get(known.channelId)?.get(known.messageId) ?? null;
}

/** For a message that is gone. */
export function forgetNonce(world: World, { id, author, nonce }: Nonced): void {
  if (nonce === undefined) return;
  const key = keyOf(author.id, nonce);
  if (world.nonces.get(key)?.messageId === id) world.nonces.delete(key);
}

const keyOf = (authorId: string, nonce: string | number): string => `${authorId}:${nonce}`;

const isRecent = (world: World, messageId: string): boolean => createdAtOf(messageId) >= world.clock.now() - REMEMBERED_MS;
