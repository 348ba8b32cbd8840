import type { NewId } from "../../kernel/id.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Call, InTransaction, Transaction } from "../contract.ts";
import { type AddRefusal, type Character, CHARACTER_LIMIT, type NameRefusal, type OwnRefusal } from "./character.ts";
import { foldName, parseCharacterName } from "./character-name.ts";
import type { CharacterActions } from "./character-port.ts";
import { addCharacter, listCharacters, lockOwner, removeCharacter, renameCharacter, setMain } from "./store.ts";

export interface Deleted {
  readonly character: Character;
  /** Who became the main because the main was deleted. */
  readonly newMain: Character | null;
}

/** What a person does with their own characters. */
export interface CharacterService extends CharacterActions {
  rename(call: Call, characterId: string, name: string): Promise<Result<Character, NameRefusal | OwnRefusal>>;
  makeMain(call: Call, characterId: string): Promise<Result<Character, OwnRefusal>>;
  /** Raises `character.deleted`, whose subscribers end its requests in the same transaction. */
  remove(call: Call, characterId: string): Promise<Result<Deleted, OwnRefusal>>;
}

export function characterService(deps: { readonly inTransaction: InTransaction; readonly newId: NewId }): CharacterService {
  /** Runs `work` while nobody else changes this person's characters. */
  const inTurn = <T, E>(call: Call, work: (tx: Transaction, all: readonly Character[]) => Promise<Result<T, E>>): Promise<Result<T, E | "not-a-member">> =>
    call.rights.isMember
      ? deps.inTransaction(async (tx) => {
          await lockOwner(tx.db, call);
          return work(tx, await listCharacters(tx.db, call));
        })
      : Promise.resolve(err("not-a-member"));

  return {
    add(call, typed) {
      return inTurn<Character, AddRefusal>(call, async (tx, all) => {
        const name = parseCharacterName(typed);
        if (!name.ok) return name;
        if (hasName(all, name.value)) return err("name-taken");
        if (all.length >= CHARACTER_LIMIT) return err("too-many-characters");
        const character = { id: deps.newId(), guildId: call.guildId, userId: call.userId, name: name.value, isMain: all.length === 0, createdAt: tx.now };
        if (!(await addCharacter(tx.db, character))) return err("name-taken");
        if (character.isMain) await setMain(tx.db, call, character.id);
        return ok(character);
      });
    },

    rename(call, characterId, typed) {
      return inTurn<Character, NameRefusal | OwnRefusal>(call, async (tx, all) => {
        const character = all.find(({ id }) => id === characterId);
        if (!character) return err("not-yours");
        const name = parseCharacterName(typed);
        if (!name.ok) return name;
        const others = all.filter((other) => other !== character);
        if (hasName(others, name.value)) return err("name-taken");
        if (name.value === character.name) return ok(character);
        await renameCharacter(tx.db, character, name.value);
        await tx.raise({ type: "character.renamed", guildId: call.guildId, characterId, name: name.value });
        return ok({ ...character, name: name.value });
      });
    },

    makeMain(call, characterId) {
      return inTurn<Character, OwnRefusal>(call, async (tx, all) => {
        const character = all.find(({ id }) => id === characterId);
        if (!character) return err("not-yours");
        await setMain(tx.db, call, character.id);
        return ok({ ...character, isMain: true });
      });
    },

    remove(call, characterId) {
      return inTurn<Deleted, OwnRefusal>(call, async (tx, all) => {
        const character = all.find(({ id }) => id === characterId);
        if (!character) return err("not-yours");
        await removeCharacter(tx.db, character);
        const oldest = character.isMain ? (all.find((other) => other !== character) ?? null) : null;
        if (character.isMain) await setMain(tx.db, call, oldest?.id ?? null);
        await tx.raise({ type: "character.deleted", guildId: call.guildId, characterId, characterName: character.name, userId: call.userId });
        return ok({ character, newMain: oldest && { ...oldest, isMain: true } });
      });
    },
  };
}

function hasName(characters: readonly Character[], name: string): boolean {
  const folded = foldName(name);
  return characters.some((character) => foldName(character.name) === folded);
}
