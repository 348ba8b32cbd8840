/** What the board asks of requests, fulfilled where the rooms are wired. */
import type { CraftingRequest } from "../requests/request.ts";

export interface BoardRequests {
  get(guildId: string, requestId: string): Promise<CraftingRequest | null>;
  /** Requests that are not at their end, oldest first. */
  listActiveIds(guildId: string): Promise<readonly string[]>;
  /** Those of one character. */
  listActiveIdsOfCharacter(guildId: string, characterId: string): Promise<readonly string[]>;
}
