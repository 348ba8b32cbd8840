/** A person's character in a guild. */
export interface Character {
  readonly id: string;
  readonly guildId: string;
  readonly userId: string;
  readonly name: string;
  /** Exactly one of a person's characters in a guild is the main. */
  readonly isMain: boolean;
  readonly createdAt: number;
}

/** In characters as people count them (code points). */
export const NAME_LENGTH = { min: 2, max: 24 } as const;

export type NameRefusal = "name-length" | "name-taken" | "name-characters" | "name-letters";

/** How many characters a person may have in one guild. */
export const CHARACTER_LIMIT = 50;

/** Why a character is not added. */
export type AddRefusal = NameRefusal | "too-many-characters" | "not-a-member";

/** Why a person cannot change a character. `not-yours` also stands for one that is gone. */
export type OwnRefusal = "not-yours" | "not-a-member";

/** A character is gone; its active requests end with it. */
export interface CharacterDeleted {
  readonly guildId: string;
  readonly characterId: string;
  readonly characterName: string;
  readonly userId: string;
}

declare module "../contract.ts" {
  interface DomainEvents {
    "character.deleted": CharacterDeleted;
    "character.renamed": { readonly guildId: string; readonly characterId: string; readonly name: string };
  }
}
