import { defineCustomId, int, oneOf, text } from "../../kernel/custom-id.ts";

/** `as` tells buttons of one message apart that lead to the same page. */
export const pageButton = defineCustomId<{ page: number; as: "previous" | "next" }>("known.page", 1, { page: int, as: oneOf("previous", "next") });
/** Its values are ids of recipes, which are taken out. */
export const removeSelect = defineCustomId<{ page: number }>("known.remove", 1, { page: int });
export const listButton = defineCustomId<Record<string, never>>("known.list", 1, {});
export const listModal = defineCustomId<Record<string, never>>("known.list", 1, {});
export const learnButton = defineCustomId<{ page: number; to: "on" | "off" }>("known.learn", 1, { page: int, to: oneOf("on", "off") });

/** Asks for the item of `/who`. */
export const requestButton = defineCustomId<{ recipeId: string }>("known.request", 1, { recipeId: text });
/** Its value is a recipe's id: which item of `/who` was meant. */
export const whoSelect = defineCustomId<Record<string, never>>("known.who", 1, {});
