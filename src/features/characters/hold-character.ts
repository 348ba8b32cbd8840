import type { Transaction } from "../contract.ts";
import type { Character } from "./character.ts";
import { getCharacter, lockOwner, type Owner } from "./store.ts";

/**
 * Gives a person's own character, and keeps it from being deleted before the transaction ends. Null when
 * there is none, or it is somebody else's.
 */
export async function holdCharacter({ db }: Transaction, owner: Owner, characterId: string): Promise<Character | null> {
  await lockOwner(db, owner);
  const character = await getCharacter(db, owner.guildId, characterId);
  return character?.userId === owner.userId ? character : null;
}
