import { prepared } from "../../database/prepared.ts";
import type { Db } from "../../database/schema.ts";
import type { Character } from "./character.ts";
import { foldName } from "./character-name.ts";
import type { CharacterOwnersTable, CharactersTable } from "./tables.ts";

/** Whose characters: a person in a guild. */
export interface Owner {
  readonly guildId: string;
  readonly userId: string;
}

/** Waits until no other transaction changes this person's characters; gives the main's id. */
export async function lockOwner(db: Db, { guildId, userId }: Owner): Promise<string | null> {
  const { rows: [row] } = await touchOwner(db, { guildId, userId });
  if (!row) throw new Error(`the owner ${userId} could not be held`);
  return row.main_id;
}

const touchOwner = prepared<{ guildId: string; userId: string }, { main_id: string | null }>((db, { guildId, userId }) =>
  db
    .insertInto("character_owners")
    .values({ guild_id: guildId, user_id: userId, main_id: null })
    .onConflict((conflict) => conflict.columns(["guild_id", "user_id"]).doUpdateSet((eb) => ({ main_id: eb.ref("character_owners.main_id") })))
    .returning("main_id"),
);

export async function setMain(db: Db, { guildId, userId }: Owner, mainId: string | null): Promise<void> {
  await db.updateTable("character_owners").set({ main_id: mainId }).where("guild_id", "=", guildId).where("user_id", "=", userId).execute();
}

/** False when the person has a character of this name already. */
export async function addCharacter(db: Db, character: Character): Promise<boolean> {
  const row = await db
    .insertInto("characters")
    .values({
      guild_id: character.guildId,
      id: character.id,
      user_id: character.userId,
      name: character.name,
      name_folded: foldName(character.name),
      created_at: character.createdAt,
    })
    .onConflict((conflict) => conflict.columns(["guild_id", "user_id", "name_folded"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** To be called with the owner locked, the name being free. */
export async function renameCharacter(db: Db, character: Character, name: string): Promise<void> {
  await db
    .updateTable("characters")
    .set({ name, name_folded: foldName(name) })
    .where("guild_id", "=", character.guildId)
    .where("id", "=", character.id)
    .execute();
}

export async function removeCharacter(db: Db, character: Character): Promise<void> {
  await db.deleteFrom("characters").where("guild_id", "=", character.guildId).where("id", "=", character.id).execute();
}

/** A person's characters, oldest first. */
export async function listCharacters(db: Db, { guildId, userId }: Owner): Promise<readonly Character[]> {
  const rows = await withMain(db)
    .where("characters.guild_id", "=", guildId)
    .where("characters.user_id", "=", userId)
    .orderBy("characters.created_at")
    .orderBy("characters.id")
    .execute();
  return rows.map(fromRow);
}

export async function getCharacter(db: Db, guildId: string, characterId: string): Promise<Character | null> {
  const { rows: [row] } = await selectOne(db, { guildId, characterId });
  return row ? fromRow(row) : null;
}

const selectOne = prepared<{ guildId: string; characterId: string }, CharacterRow>((db, { guildId, characterId }) => withMain(db).where("characters.guild_id", "=", guildId).where("characters.id", "=", characterId));

const withMain = (db: Db) =>
  db
    .selectFrom("characters")
    .leftJoin("character_owners", (join) =>
      join.onRef("character_owners.guild_id", "=", "characters.guild_id").onRef("character_owners.user_id", "=", "characters.user_id"),
    )
    .select(["characters.guild_id", "characters.id", "characters.user_id", "characters.name", "characters.created_at", "character_owners.main_id"]);

type CharacterRow = Omit<CharactersTable, "name_folded"> & Pick<CharacterOwnersTable, "main_id">;

function fromRow(row: CharacterRow): Character {
  return { id: row.id, guildId: row.guild_id, userId: row.user_id, name: row.name, isMain: row.main_id === row.id, createdAt: row.created_at };
}
