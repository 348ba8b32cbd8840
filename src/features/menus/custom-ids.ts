import { defineCustomId } from "../../kernel/custom-id.ts";

/** Its value is the id of a request. */
export const openSelect = defineCustomId<Record<string, never>>("menus.open", 1, {});
/** Its value is the id of a recipe. */
export const itemSelect = defineCustomId<Record<string, never>>("menus.item", 1, {});
