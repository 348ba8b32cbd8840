/** What other rooms may ask of characters. */
import type { Result } from "../../kernel/result.ts";
import type { Call } from "../contract.ts";
import type { AddRefusal, Character } from "./character.ts";

export interface CharacterActions {
  /** Adds a character; a person's first is the main. Refuses a name that reads like one of theirs. */
  add(call: Call, name: string): Promise<Result<Character, AddRefusal>>;
}

export interface CharacterReads {
  get(guildId: string, characterId: string): Promise<Character | null>;
  /** A person's characters, main first, then by name. */
  list(guildId: string, userId: string): Promise<readonly Character[]>;
}

/** What characters ask of requests, fulfilled where the rooms are wired. */
export interface ActiveRequests {
  /** How many requests for this character are not at their end. */
  countActiveRequests(guildId: string, characterId: string): Promise<number>;
}
