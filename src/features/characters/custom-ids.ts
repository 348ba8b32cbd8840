import { defineCustomId, int, text } from "../../kernel/custom-id.ts";

/** Page of the list, from 0. */
export const listButton = defineCustomId<{ page: number }>("characters.list", 1, { page: int });
/** Its value is a character's id. */
export const chooseSelect = defineCustomId<{ page: number }>("characters.choose", 1, { page: int });
export const addButton = defineCustomId<Record<string, never>>("characters.add", 1, {});
export const addModal = defineCustomId<Record<string, never>>("characters.new", 1, {});

const one = { characterId: text };
export const renameButton = defineCustomId<{ characterId: string }>("characters.rename", 1, one);
export const renameModal = defineCustomId<{ characterId: string }>("characters.renamed", 1, one);
export const mainButton = defineCustomId<{ characterId: string }>("characters.main", 1, one);
export const deleteButton = defineCustomId<{ characterId: string }>("characters.delete", 1, one);
/** `told`: of how many active requests the person was told when asked. */
export const deleteNowButton = defineCustomId<{ characterId: string; told: number }>("characters.delete-now", 1, { characterId: text, told: int });
