import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { enchantedSlot } from "./categories.ts";
import { readInputs } from "./inputs.ts";
import { readItems } from "./item-data.ts";
import { itemRecipe, spellRecipe, type BuiltRecipe } from "./recipes.ts";
import { recipeFileText } from "./write-recipe-file.ts";

/** The recipes of the pack `wow-classic` by profession. @throws Error that names every entry that does not resolve. */
export function wowClassicRecipes(): Map<string, BuiltRecipe[]> {
  const { enchants, transmutes, vanillaItems, corrections } = readInputs();
  const items = readItems(corrections.items);
  const wrong: string[] = [];
  const attempt = (make: () => BuiltRecipe, of: string): BuiltRecipe[] => {
    try {
      return [make()];
    } catch (error) {
      wrong.push(`${of}: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  };
  const recipes = new Map(
    Object.entries(vanillaItems).map(([profession, itemIds]) => [
      profession,
      itemIds.flatMap((itemId) => attempt(() => itemRecipe(items, profession, itemId, corrections.recipes), `item ${itemId}`)),
    ]),
  );
  recipes.get("Enchanting")?.push(...enchants.flatMap((spell) => attempt(() => spellRecipe(items, enchantedSlot(spell.name), spell), spell.name)));
  recipes.get("Alchemy")?.push(...transmutes.flatMap((spell) => attempt(() => spellRecipe(items, "Transmutes", spell), spell.name)));

  const crafted = new Set(Object.values(vanillaItems).flat());
  wrong.push(...corrections.recipes.filter(({ item }) => !crafted.has(item)).map(({ name }) => `The correction of ${name} is for nothing that is crafted.`));
  if (wrong.length > 0) throw new Error(`The pack cannot be built:\n${wrong.join("\n")}`);
  return recipes;
}

/** Writes one file a profession into `directory`. */
export function buildWowClassic(directory: string): void {
  for (const [profession, recipes] of wowClassicRecipes()) {
    const id = profession.toLowerCase();
    writeFileSync(join(directory, `${id}.json`), recipeFileText(id, recipes));
  }
}

if (import.meta.main) {
  const directory = fileURLToPath(new URL("../wow-classic", import.meta.url));
  buildWowClassic(directory);
  process.stdout.write(`Built ${directory}\n`);
}
