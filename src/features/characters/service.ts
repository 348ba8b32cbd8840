import type { NewId } from "../../kernel/id.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Call, InTransaction, Transaction } from "../contract.ts";
import { type AddRefusal, type Character, CHARACTER_LIMIT, type NameRefusal, type OwnRefusal } from "./character.ts";
import { foldName, parseCharacterName } from "./character-name.ts";
import type { ActiveRequests, CharacterActions } from "./character-port.ts";
import { addCharacter, listCharacters, lockOwner, removeCharacter, renameCharacter, setMain } from "./store.ts";

export interface Deleted {
  readonly character: Character;
  /** Who became the main because the main was deleted. */
  readonly newMain: Character | null;
  /** How many requests were cancelled with it. */
  readonly cancelled: number;
}

export type RemoveRefusal = OwnRefusal | "more-to-cancel";

export interface CharacterServiceDeps {
  readonly inTransaction: InTransaction;
  readonly newId: NewId;
  /** Sees what the transaction has written. */
  readonly activeRequests: (tx: Transaction) => ActiveRequests;
}

/** What a person does with their own characters. */
export interface CharacterService extends CharacterActions {
  rename(call: Call, characterId: string, name: string): Promise<Result<Character, NameRefusal | OwnRefusal>>;
  makeMain(call: Call, characterId: string): Promise<Result<Character, OwnRefusal>>;
  /**
   * Raises `character.deleted`, whose subscribers end its requests in the same transaction. Refuses
   * `more-to-cancel` when these are more than `told`, which the person has agreed to.
   */
  remove(call: Call, characterId: string, told: number): Promise<Result<Deleted, RemoveRefusal>>;
}

export function characterService(deps: CharacterServiceDeps): CharacterService {
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

    remove(call, characterId, told) {
      return inTurn<Deleted, RemoveRefusal>(call, async (tx, all) => {
        const character = all.find(({ id }) => id === characterId);
        if (!character) return err("not-yours");
        const cancelled = await deps.activeRequests(tx).countActiveRequests(call.guildId, characterId);
        if (cancelled > told) return err("more-to-cancel");
        await removeCharacter(tx.db, character);
        const oldest = character.isMain ? (all.find((other) => other !== character) ?? null) : null;
        if (character.isMain) await setMain(tx.db, call, oldest?.id ?? null);
        await tx.raise({ type: "character.deleted", guildId: call.guildId, characterId, characterName: character.name, userId: call.userId });
        return ok({ character, newMain: oldest && { ...oldest, isMain: true }, cancelled });
      });
    },
  };
}

function hasName(characters: readonly Character[], name: string): boolean {
  const folded = foldName(name);
  return characters.some((character) => foldName(character.name) === folded);
}
