import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadPacks } from "../../src/features/recipes/load-packs.ts";
import { buildWowClassic, wowClassicRecipes } from "./build.ts";
import { enchantedSlot } from "./categories.ts";
import { itemRecipe, spellRecipe } from "./recipes.ts";
import { readItems } from "./item-data.ts";

const load = async () => {
  const { packs, problems } = await loadPacks(["packs"]);
  expect(problems).toEqual([]);
  return packs.flatMap(({ recipes }) => recipes);
};

test("what is committed is what the builder makes: run `npm run packs` after a change", async () => {
  const directory = await mkdtemp(join(tmpdir(), "built-"));
  buildWowClassic(directory);
  const files = [...wowClassicRecipes().keys()].map((profession) => `${profession.toLowerCase()}.json`);
  expect(files.toSorted()).toEqual(["alchemy.json", "enchanting.json", "tailoring.json"]);
  for (const file of files) {
    const [built, committed] = await Promise.all([join(directory, file), join("packs/wow-classic", file)].map((path) => readFile(path, "utf8")));
    expect(built).toBe(committed);
  }
  await rm(directory, { recursive: true });
});

test("the packs load without a problem, each profession with its recipes", async () => {
  const recipes = await load();
  const count = (profession: string) => recipes.filter((recipe) => recipe.profession === profession).length;
  expect({ alchemy: count("alchemy"), enchanting: count("enchanting"), tailoring: count("tailoring") }).toEqual({ alchemy: 111, enchanting: 151, tailoring: 226 });
});

test("enchants that are services have a page each where they can be checked", async () => {
  const enchants = (await load()).filter(({ id, profession }) => profession === "enchanting" && id.startsWith("spell-"));
  expect(enchants.length).toBe(132);
  for (const { id, name, category, source, materials } of enchants) {
    expect(source).toBe(`https://www.wowhead.com/classic/spell=${id.slice("spell-".length)}`);
    expect(category).toBe(enchantedSlot(name));
    expect(materials.length).toBeGreaterThan(0);
  }
});

test("facts that every crafter knows by heart", async () => {
  const recipes = await load();
  const needs = (name: string) => recipes.find((recipe) => recipe.name === name)?.materials.map((material) => `${material.quantity} ${material.name}`);
  expect(needs("Enchant Weapon - Crusader")).toEqual(["4 Large Brilliant Shard", "2 Righteous Orb"]);
  expect(needs("Enchant Bracer - Superior Stamina")).toEqual(["15 Illusion Dust"]);
  expect(needs("Bolt of Runecloth")).toEqual(["5 Runecloth"]);
  expect(needs("Flask of the Titans")).toEqual(["30 Gromsblood", "10 Stonescale Oil", "1 Black Lotus", "1 Crystal Vial"]);
  expect(needs("Transmute: Arcanite")).toEqual(["1 Thorium Bar", "1 Arcane Crystal"]);
});

test("a material that is crafted has its recipe's id", async () => {
  const recipes = await load();
  const bag = recipes.find(({ name }) => name === "Runecloth Bag");
  const bolt = recipes.find(({ name }) => name === "Bolt of Runecloth");
  expect(bag?.materials.map(({ id }) => id)).toContain(bolt?.id);
});

test("the same material has one name in all recipes", async () => {
  const named = new Map<string, Set<string>>();
  for (const { id, name } of (await load()).flatMap(({ materials }) => materials)) named.set(id, (named.get(id) ?? new Set()).add(name));
  expect([...named.values()].filter((names) => names.size > 1)).toEqual([]);
});

test("a material that is no item, and an item that nobody crafts, stop the builder", () => {
  const items = readItems([]);
  const spell = { spell: 1, name: "Enchant Boots - Haste", materials: { "Strange Dusst": 1 }, source: "https://example.org" };
  expect(() => spellRecipe(items, "Boots", spell)).toThrow('wow-classic-items has no item named "Strange Dusst".');
  expect(() => itemRecipe(items, "Tailoring", 10940, [])).toThrow("Strange Dust (10940) has no recipe of Tailoring.");
  expect(() => enchantedSlot("Enchant Hat - Haste")).toThrow('"Enchant Hat - Haste" does not say what it enchants.');
});
