import type { Pack } from "./recipe.ts";
import { OpenedRecipes, type SealedRecipes, sealRecipes } from "./sealed-recipes.ts";

/** A pack as one thread hands it to another: in a moment, however many recipes it has. */
export interface SealedPack extends Omit<Pack, "recipes"> {
  readonly recipes: SealedRecipes;
}

/** Seals a pack; one that was sealed before is as it was. */
export const sealPack = (pack: Pack): SealedPack => ({ ...pack, recipes: pack.recipes instanceof OpenedRecipes ? pack.recipes.sealed : sealRecipes(pack.recipes) });

export const openPack = (sealed: SealedPack): Pack => ({ ...sealed, recipes: new OpenedRecipes(sealed.recipes) });
