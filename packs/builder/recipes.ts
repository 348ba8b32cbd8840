import type { Material, Recipe } from "../../src/features/recipes/recipe.ts";
import { categoryOf } from "./categories.ts";
import type { readInputs, Spell } from "./inputs.ts";
import type { ItemData } from "./item-data.ts";

type Corrections = ReturnType<typeof readInputs>["corrections"]["recipes"];
/** A recipe as it stands in a file: its profession is the file's. */
export type BuiltRecipe = Omit<Recipe, "profession">;

const itemKey = (itemId: number): string => `item-${itemId}`;

const materialsByName = (items: ItemData, materials: Readonly<Record<string, number>>): Material[] =>
  Object.entries(materials).map(([name, quantity]) => ({ id: itemKey(items.byName(name).itemId), name, quantity }));

/** The recipe that makes an item, as the package tells it or as corrected. @throws Error when it is not told exactly once. */
export function itemRecipe(items: ItemData, profession: string, itemId: number, corrections: Corrections): BuiltRecipe {
  const item = items.byId(itemId);
  const [told, ...more] = (item.createdBy ?? []).filter(({ category }) => category === profession);
  if (!told || more.length > 0) throw new Error(`${item.name} (${itemId}) has ${told ? "several recipes" : "no recipe"} of ${profession}.`);
  const corrected = corrections.find((correction) => correction.item === itemId);
  if (corrected && corrected.name !== item.name) throw new Error(`The correction of item ${itemId} is for "${corrected.name}", but that is "${item.name}".`);
  const produces = corrected ? 1 : told.amount[0];
  if (told.amount[0] !== told.amount[1]) throw new Error(`${item.name} (${itemId}) makes a varying number.`);
  return {
    id: itemKey(itemId),
    name: item.name,
    category: categoryOf(profession, item),
    quality: item.quality,
    skill: told.requiredSkill ?? undefined,
    produces,
    materials: corrected
      ? materialsByName(items, corrected.materials)
      : told.reagents.map(({ itemId: id, amount }) => ({ id: itemKey(id), name: items.byId(id).name, quantity: amount })),
    source: `wow-classic-items ${corrected ? "0.8.2" : "2.0.1"}, item ${itemId}`,
  };
}

/** The recipe of something that goes by its spell's name. */
export const spellRecipe = (items: ItemData, category: string, { spell, name, skill, produces, materials, source }: Spell): BuiltRecipe => ({
  id: `spell-${spell}`,
  name,
  category,
  skill,
  produces: produces ?? 1,
  materials: materialsByName(items, materials),
  source,
});
