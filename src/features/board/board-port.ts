/** What the board asks of requests, fulfilled where the rooms are wired. */
import type { CraftingRequest } from "../requests/request.ts";

/** Whether a message in this channel may ping this role, as far as Discord's roles and permissions go. */
export type MayMention = (guildId: string, channelId: string, roleId: string) => boolean;

export interface BoardRequests {
  get(guildId: string, requestId: string): Promise<CraftingRequest | null>;
  /** Requests that are not at their end, oldest first. */
  listActiveIds(guildId: string): Promise<readonly string[]>;
  /** Those of one character. */
  listActiveIdsOfCharacter(guildId: string, characterId: string): Promise<readonly string[]>;
  /** How many requests of these professions are open that were submitted at `since` or later; milliseconds since 1970. */
  countOpenSince(guildId: string, professions: readonly string[], since: number): Promise<number>;
}
