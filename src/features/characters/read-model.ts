import type { Db } from "../../database/schema.ts";
import type { Character } from "./character.ts";
import type { CharacterReads } from "./character-port.ts";
import { getCharacter, listCharacters } from "./store.ts";

// Sorted here, since engines order text each in their own way.
const byName = new Intl.Collator("en", { sensitivity: "base", numeric: true });
const mainFirst = (a: Character, b: Character): number =>
  Number(b.isMain) - Number(a.isMain) || byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);

/** Reads characters from what is committed. */
export const characterReads = (db: Db): CharacterReads => ({
  get: (guildId, characterId) => getCharacter(db, guildId, characterId),
  list: async (guildId, userId) => (await listCharacters(db, { guildId, userId })).toSorted(mainFirst),
});
